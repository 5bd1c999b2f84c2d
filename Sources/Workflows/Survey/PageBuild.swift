package import Foundation
import Logging
package import Study
import StudyStore
import SurveyPage

/// Writes the survey of a study as a static page.
package struct PageBuild {
    /// Whether everything is in one index.html.
    package var singleFile = false
    /// With ``singleFile``: the one seat that the file has.
    package var seat: Int?
    /// Whether each seat has its images under names of their own.
    package var unlinked = false
    /// Whether what earlier builds left in the folder is taken away.
    package var discardEarlier = false
    /// The language that is shown first; nil for the plan's first.
    package var language: Language?

    /// A page of files with all seats.
    package init() {}

    /// Writes the plan in use of `study` to `folder`: new, empty, or with an earlier page.
    ///
    /// - Throws: ``Failure`` where there is no plan, or others write the folder; `SurveyPageError`, `StudyStoreError`.
    package func run(_ study: OpenStudy, to folder: URL) throws {
        let frozen = try study.plan(onlySeat: singleFile ? seat : nil).frozen
        let plan = frozen.plan
        let languages = language.map { first in [first] + plan.survey.languages.filter { $0 != first } }
        let outline = try study.planOutline()
        if let note = try study.surveyDriftNote(of: outline, withPools: true) { study.reporter.note(note) }
        let offered = languages ?? (plan.survey.languages.isEmpty ? [.english] : plan.survey.languages)
        let texts = Dictionary(
            try offered.filter { plan.survey.languages.isEmpty || plan.survey.languages.contains($0) }
                .map { ($0, try ParticipantTexts(study).texts($0, of: outline)) }
        ) { first, _ in first }
        let contexts = try TrialContexts(plan.survey, plan.generations, in: study)
        let page = try SurveyPage(
            plan: frozen, texts: texts, languages: languages, singleFile: singleFile, seat: seat,
            unlinked: unlinked)
        try OutputFolder(folder, isReplaced: true).whileHeld {
            try page.write(
                to: folder, templates: try Templates.folder(), discardEarlier: discardEarlier,
                plans: Set(try study.store.plans().map(\.hash)),
                announce: { announce($0, of: plan, to: study.reporter) },
                contexts: PageContexts(
                    text: { try contexts.text(of: $0) },
                    reference: { trial in
                        try contexts.reference(of: trial).map { PageImage(sha256: $0.sha256, png: Array($0.png)) }
                    }),
                image: { entry in
                    let png = try study.store.image(entry)
                    return PageImage(sha256: hexSHA256(png), png: Array(png))
                })
        }
        if unlinked, try Self.hasEarlier(folder) {
            study.reporter.note(
                "the folder still has seats and images of earlier builds, and those of a build without --unlinked can "
                    + "be sorted by who is shown with whom; --discard-earlier takes them away.")
        }
    }

    /// Whether the page in `folder` has images of more than one build.
    private static func hasEarlier(_ folder: URL) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).count { $0.hasPrefix("images") } > 1
    }

    /// Says what the page will hold, and what that shows to readers of its files.
    private func announce(_ size: PageSize, of plan: SurveyPlan, to reporter: any Reporter) {
        log.debug(
            "the page that will be written",
            metadata: ["seats": "\(plan.seats.count)", "images": "\(size.images)", "bytes": "\(size.bytes)"])
        if unlinked || singleFile {
            reporter.say("\(size.images.counted("image")), \((size.bytes + 999_999) / 1_000_000) MB")
        }
        if singleFile, seat == nil, plan.seats.count > 1 {
            reporter.note(
                "the file has all \(plan.seats.count) seats and their images, and who reads it can sort images by who is "
                    + "shown with whom; --seat N gives one seat alone.")
        }
        if size.pixels.count > 1 {
            reporter.note(
                "the images have several sizes in pixels (\(size.pixels.list)), which people see and each file tells."
            )
        }
    }
}
