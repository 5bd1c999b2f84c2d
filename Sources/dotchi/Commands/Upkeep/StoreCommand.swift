import ArgumentParser
import Foundation
import Workflows

/// `dotchi store`: the file that holds a study.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Back study.sqlite up.", subcommands: [StoreBackupCommand.self])
}

/// `dotchi store backup`: a copy of the store, also while it is written.
struct StoreBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy study.sqlite as it is at one moment, also while a collector runs.",
        discussion: """
            SQLite's online backup, into a new file that is looked through and that only you can read; a copy made by `cp` lacks \
            what is still in study.sqlite-wal. To go back to it stop what runs, and put it in the place of study.sqlite without \
            the files study.sqlite-wal and study.sqlite-shm. The copy holds what people answered and their ids: `dotchi votes \
            erase` finds it inside the study's folder only. Delete backups that still hold a person who was erased.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var file: String

    func run() throws {
        let place = URL(filePath: file)
        try OpenStudy(options, readOnly: true).backUp(to: place)
        try Console.result(place.path)
    }
}
