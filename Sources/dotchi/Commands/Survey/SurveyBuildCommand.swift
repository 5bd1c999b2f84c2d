import StudyStore
import ArgumentParser
import Foundation
import Study
import SurveyPage

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
            not, and offers the earlier answers as a file.
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

    @Option(help: "The language shown first: en, ja or ja-kansai.")
    var language: Language?

    func validate() throws {
        if seat != nil, !singleFile {
            throw ValidationError(
                "--seat is for --single-file; on a page of files the link names it: index.html?seat=N.")
        }
    }

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let plan = try study.plan().plan
        let languages = language.map { first in [first] + plan.survey.languages.filter { $0 != first } }
        let page = try SurveyPage(
            plan: plan, languages: languages, singleFile: singleFile, seat: seat, unlinked: unlinked)
        let folder = URL(filePath: folder)
        try OutputFolder(folder, isReplaced: true).whileHeld {
            try page.write(
                to: folder, templates: try Templates.folder(), discardEarlier: discardEarlier,
                announce: { tell($0, of: plan) },
                image: { entry in
                    let png = try study.store.image(entry)
                    return PageImage(sha256: hexSHA256(png), png: Array(png))
                })
        }
        if unlinked, try Self.hasEarlier(folder) {
            Console.say(
                "note: the folder still has seats and images of earlier builds, and those of a build without --unlinked can "
                    + "be sorted by who is shown with whom; --discard-earlier takes them away.")
        }
        try Console.data(folder.appending(path: "index.html").path)
        if !singleFile { Console.say("Seat N is index.html?seat=N; without it a person gets one at random.") }
    }

    /// Whether the page in `folder` has images of more than one build.
    private static func hasEarlier(_ folder: URL) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).count { $0.hasPrefix("images") } > 1
    }

    /// Says what the page will hold, and what that tells.
    private func tell(_ size: PageSize, of plan: SurveyPlan) {
        if unlinked || singleFile {
            Console.say("\(size.images.counted("image")), \((size.bytes + 999_999) / 1_000_000) MB")
        }
        if singleFile, seat == nil, plan.seats.count > 1 {
            Console.say(
                "note: the file has all \(plan.seats.count) seats and their images, and who reads it can sort images by who is "
                    + "shown with whom; --seat N gives one seat alone.")
        }
        if size.pixels.count > 1 {
            Console.say(
                "note: the images have several sizes in pixels (\(size.pixels.list)), which people see and each file tells."
            )
        }
    }
}
