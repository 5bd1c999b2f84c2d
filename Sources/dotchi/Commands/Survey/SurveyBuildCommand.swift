import ArgumentParser
import Foundation
import Study
import Workflows

/// `dotchi survey build`: the static page.
struct SurveyBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Write the survey as a static page that works from any web server or disk.",
        discussion: """
            Each seat is a file of its own, and neither names, sizes nor times of files say which method made an image or \
            which trial is a catch trial or a repeat. Who fetches the files of all seats can still sort images by who is \
            shown with whom; with --unlinked no image name is met in two seats, so that only who compares pixels can.

            The page may be built again while people have it open: they end what they began, under the plan they began \
            with. For that the files of earlier builds stay in the folder, until --discard-earlier takes them away. The file of \
            one seat (--single-file --seat N) therefore takes no page's place that has other seats: it needs a folder of its \
            own. Built again under the same plan a file goes on where the person was; under another plan it says that it does \
            not, and offers the earlier answers as a file. The page of another study is not built over either: people who come by \
            its links would be asked this study's questions. With --discard-earlier it is; who answered there is offered those \
            answers as a file.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The folder to write to: new, empty, or with an earlier page.", completion: .directory)
    var folder: String

    @Flag(help: "Put everything into one index.html, to be sent by mail: all seats, or that of --seat alone.")
    var singleFile = false

    @Option(
        parsing: .unconditional, help: "With --single-file: the seat whose pairs and images the file has, no others.",
        transform: Number.whole)
    var seat: Int?

    @Flag(
        help:
            "Write the images of each seat under names of their own; takes as many times the space as seats share them."
    )
    var unlinked = false

    @Flag(help: "Take away what earlier builds left in the folder: nobody is in the middle of them any more.")
    var discardEarlier = false

    @Option(help: "The language shown first, by its tag: one that the plan offers.")
    var language: Language?

    func validate() throws {
        if seat != nil, !singleFile {
            throw ValidationError(
                "--seat is for --single-file; on a page of files the link names it: index.html?seat=N.")
        }
    }

    func run() throws {
        var build = PageBuild()
        build.singleFile = singleFile
        build.seat = seat
        build.unlinked = unlinked
        build.discardEarlier = discardEarlier
        build.language = language
        let folder = URL(filePath: folder)
        try build.run(OpenStudy(options, readOnly: true), to: folder)
        try Console.data(folder.appending(path: "index.html").path)
        if !singleFile { Console.say("Seat N is index.html?seat=N; without it a person gets one at random.") }
    }
}
