import StudyStore
import ArgumentParser
import Foundation
import Study
import SurveyPage

/// `dotchi survey build`: the static page.
struct SurveyBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Write the survey as a static page that works from any web server or disk.")

    @OptionGroup var options: StudyOptions

    @Argument(help: "The folder to write to: new, empty, or with an earlier page.", completion: .directory)
    var folder: String

    @Flag(help: "Put everything into one index.html, to be sent by mail.")
    var singleFile = false

    @Option(help: "The language shown first: en, ja or ja-kansai.")
    var language: Language?

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let plan = try study.plan().plan
        let languages = language.map { first in [first] + plan.survey.languages.filter { $0 != first } }
        let page = try SurveyPage(plan: plan, languages: languages, singleFile: singleFile)
        let folder = URL(filePath: folder)
        try page.write(to: folder, templates: try Templates.folder()) { entry in
            let png = try study.store.image(entry)
            return PageImage(sha256: hexSHA256(png), png: Array(png))
        }
        try Console.data(folder.appending(path: "index.html").path)
        if !singleFile { Console.say("Seat N is index.html?seat=N; without it a person gets one at random.") }
    }
}
