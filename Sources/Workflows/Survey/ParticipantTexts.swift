import Files
import Foundation
import Study
import StudyFiles
import StudyStore

/// What participants read: the language files of the study's own folder `languages`, else those that come with dotchi, with
/// the texts that study.yaml words itself; and for a plan those that were frozen with it.
struct ParticipantTexts {
    private let study: OpenStudy

    /// The texts of `study`.
    init(_ study: OpenStudy) { self.study = study }

    /// A language file as a plan keeps it.
    struct File {
        /// Its bytes, of which the plan has the hash.
        let json: Data
        /// Its texts.
        let texts: SurveyTexts

        /// SHA-256 of its bytes.
        var sha256: String { hexSHA256(json) }
    }

    /// The files that a plan which is made today freezes.
    ///
    /// - Throws: ``Failure`` where there is no file for a language, or it cannot be used.
    func today() throws -> [Language: File] {
        let survey = study.study.survey
        return Dictionary(
            try survey.languages.map { language in
                (language, try today(language, survey.texts.compactMapValues { $0[language] }))
            }
        ) { first, _ in first }
    }

    /// The texts of a plan in one of its languages.
    ///
    /// - Throws: ``Failure``; `StudyStoreError` where they are not what was frozen.
    func texts(_ language: Language, of plan: PlanOutline) throws -> SurveyTexts {
        let frozen = plan.texts[language]
        if let frozen, let json = try study.store.languageText(frozen) {
            let today =
                try (try? file(language).texts)
                ?? SurveyTexts(json: Templates.languageFile(.english).bytes, name: "en.json")
            guard let texts = SurveyTexts(frozen: json, today: today) else {
                throw StudyStoreError.damagedPlan("a text for participants (\(frozen.prefix(12)))")
            }
            return texts
        }
        let file = try today(language, plan.survey.texts.compactMapValues { $0[language] })
        if let frozen, frozen != file.sha256 {
            study.reporter.note(
                "the plan in use was made before dotchi kept what participants read, and the texts in \(language.rawValue) were "
                    + "changed since: who comes now reads the new ones. `dotchi survey plan` keeps them with a plan.")
        }
        return file.texts
    }

    /// A text that people agree to.
    struct Consent: Encodable {
        /// SHA-256 in hexadecimal of its bytes in UTF-8, by which answers name it.
        let sha256: String
        /// The text.
        let text: String
    }

    /// What is agreed to in a plan, by language and front; nothing where it asks nobody to agree.
    func consents(of plan: PlanOutline) throws -> [String: [String: Consent]] {
        guard plan.survey.consent.isRequired else { return [:] }
        let languages = try plan.survey.languages.map { language in
            let texts = try texts(language, of: plan)
            let fronts = SurveyTexts.ConsentFront.allCases.map { front in
                let consent = texts.consent(on: front, of: plan.survey)
                return ("\(front)", Consent(sha256: hexSHA256(Data(consent.utf8)), text: consent))
            }
            return (language.rawValue, Dictionary(uniqueKeysWithValues: fronts))
        }
        return Dictionary(languages) { first, _ in first }
    }

    /// Which texts of the language files are not what was frozen with `plan`, by language; those that study.yaml words are
    /// named by its keys.
    func changes(since plan: PlanOutline) -> [String] {
        plan.texts.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { language, frozen in
            func own(_ survey: SurveySettings) -> [SurveyTexts.Key: String] {
                survey.texts.compactMapValues { $0[language] }
            }
            guard study.study.survey.languages.contains(language), let file = try? file(language) else { return nil }
            guard let kept = try? study.store.languageText(frozen),
                let before = SurveyTexts(frozen: kept, today: file.texts)
            else {
                let planned = try? today(language, own(plan.survey))
                return planned?.sha256 == frozen ? nil : "texts in \(language.rawValue)"
            }
            let worded = Set(own(plan.survey).keys).union(own(study.study.survey).keys)
            let keys = SurveyTexts.Key.allCases.filter { !worded.contains($0) && before[$0] != file.texts[$0] }
            return keys.isEmpty ? nil : "texts in \(language.rawValue): \(keys.map(\.rawValue).list)"
        }
    }

    private func today(_ language: Language, _ words: [SurveyTexts.Key: String]) throws -> File {
        let file = try file(language)
        guard !words.isEmpty else { return file }
        let texts = file.texts.reworded(words)
        return File(json: texts.json, texts: texts)
    }

    /// The language file, without what study.yaml words.
    private func file(_ language: Language) throws -> File {
        let own = study.folder.languages.appending(path: "\(language.rawValue).json")
        guard FileManager.default.fileExists(atPath: own.path) else {
            let file = try Templates.languageFile(language)
            return File(json: file.bytes, texts: try SurveyTexts(json: file.bytes, name: file.name))
        }
        do {
            var bytes = try RegularFile.bytes(of: own)
            // Some editors put a byte order mark before the text, which JSON has not.
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = Data(bytes.dropFirst(3)) }
            return File(json: bytes, texts: try SurveyTexts(json: bytes, name: own.path))
        } catch let fault as FileFault {
            throw Failure(.noInput, "\(own.path) cannot be read: \(fault).")
        }
    }
}
