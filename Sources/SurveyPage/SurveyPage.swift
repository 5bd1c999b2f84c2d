package import Foundation
import Pairing
package import Study

/// The static survey page of a frozen plan: a folder that works from any web server and from a disk.
///
/// Images carry opaque names, and nothing on the page says which method, condition or kind of trial they belong to; the
/// key stays in the study.
package struct SurveyPage: Sendable {
    /// What people are asked.
    package let plan: SurveyPlan
    /// SHA-256 of the frozen plan, 64 lower-case hexadecimal digits.
    package let planHash: String
    /// The languages offered; the first is the default.
    package let languages: [Language]
    /// Whether everything is put into index.html, the images as data URIs, instead of into files beside it.
    package let singleFile: Bool

    /// A page of `plan`.
    ///
    /// - Parameter languages: those offered; nil offers all of the plan.
    /// - Throws: ``SurveyPageError`` where the plan has nothing to ask or does not offer a language.
    package init(
        plan: SurveyPlan, languages: [Language]? = nil, singleFile: Bool = false
    ) throws(SurveyPageError) {
        let offered = plan.survey.languages
        if let other = languages?.first(where: { !offered.contains($0) }) {
            throw .languageNotOffered(other, offered: offered)
        }
        guard plan.seats.contains(where: { !$0.trials.isEmpty }) else { throw .nothingToAsk(study: plan.study) }
        self.plan = plan
        planHash = plan.hash
        self.languages = languages ?? offered
        self.singleFile = singleFile
    }

    /// Writes the page: whole, or not at all.
    ///
    /// - Parameter folder: a new or empty folder, or one with an earlier page of dotchi, which is replaced.
    /// - Parameter templates: survey-templates/, with `page` and `languages`.
    /// - Parameter image: the image of a pool entry; asked once for each entry of the plan.
    /// - Throws: ``SurveyPageError``, and what `image` throws.
    package func write(
        to folder: URL, templates: URL, image: (PoolEntry) throws -> PageImage
    ) throws {
        let folder = try PageFolder(folder)
        let templates = try PageTemplates(folder: templates, languages: languages)
        try folder.write { new in
            var images = PageImages(planHash: planHash, folder: singleFile ? nil : new.appending(path: "images"))
            try images.add(plan.seats.lazy.flatMap(\.trials), image: image)
            let data = PageData(plan: pagePlan(images), texts: texts(templates), images: images.addresses)
            try write(data, templates, to: new)
        }
    }

    private func write(_ data: PageData, _ templates: PageTemplates, to new: URL) throws {
        let plan = try data.script()
        var values: [String: Any] = [
            "language": languages[0].rawValue,
            "title": templates.texts[languages[0]]?[.pageTitle] ?? "",
            "languages": languages.map {
                [
                    "tag": $0.rawValue, "incomplete": templates.texts[$0]?[.incomplete] ?? "",
                    "needsScript": templates.texts[$0]?[.needsScript] ?? "",
                ]
            },
            "inlined": singleFile,
        ]
        var files: [String: String] = [:]
        if singleFile {
            values.merge(["styles": templates.styles, "plan": plan, "script": templates.script]) { $1 }
        } else {
            files = ["survey.css": templates.styles, "plan.js": plan, "survey.js": templates.script]
        }
        files["index.html"] = templates.index(values)
        for (name, text) in files { try Data(text.utf8).write(to: new.appending(path: name)) }
    }

    private func pagePlan(_ images: PageImages) -> PagePlan {
        let survey = plan.survey
        return PagePlan(
            study: plan.study, hash: planHash, imagePixels: images.largestSide, languages: languages.map(\.rawValue),
            rules: .init(
                ties: survey.ties, undo: survey.undo, minimumViewMilliseconds: survey.minimumViewMilliseconds,
                consent: survey.consent),
            seats: plan.seats.map { $0.trials.map { [images[$0.left], images[$0.right]] } })
    }

    /// The texts of the page by language, the study's own question among them.
    private func texts(_ templates: PageTemplates) -> [String: [String: String]] {
        var all: [String: [String: String]] = [:]
        for (language, texts) in templates.texts {
            all[language.rawValue] = texts.byName.filter {
                !$0.key.hasPrefix("terminal_") && !$0.key.hasSuffix("_terminal")
            }
            if let question = plan.survey.question[language] { all[language.rawValue]?["question"] = question }
        }
        return all
    }
}
