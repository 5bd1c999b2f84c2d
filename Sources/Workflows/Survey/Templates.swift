import Files
import Foundation
import Logging
package import Reports
package import Study
import Synchronization

/// Where the installed or built command finds `survey-templates`.
package enum Templates {
    /// The folder that was last said to be found: most commands look for it several times.
    private static let told = Mutex<URL?>(nil)

    /// The folder: that of DOTCHI_TEMPLATES, else `../share/dotchi/survey-templates` from the executable, else the nearest
    /// parent of the executable that has one (a build inside the clone).
    ///
    /// - Throws: ``Failure`` that names every place looked at.
    static func folder() throws -> URL {
        var looked: [String] = []
        for candidate in candidates() {
            if FileManager.default.fileExists(atPath: candidate.appending(path: "studies").path) {
                let isNews = told.withLock { told in
                    defer { told = candidate }
                    return told != candidate
                }
                if isNews { log.debug("survey-templates found", metadata: ["folder": "\(candidate.path)"]) }
                return candidate
            }
            looked.append(candidate.path)
        }
        throw Failure(
            .noInput,
            """
            no survey-templates found. Looked at: \(looked.joined(separator: ", ")).
            Set DOTCHI_TEMPLATES to the folder, or install dotchi with `make install PREFIX=DIR`.
            """)
    }

    /// The names of the study templates, sorted.
    static func studies() throws -> [String] {
        let folder = try folder().appending(path: "studies")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).appending(path: "study.yaml").path)
        }.sorted()
    }

    private static func candidates() -> [URL] {
        if let named = ProcessInfo.processInfo.environment["DOTCHI_TEMPLATES"], !named.isEmpty {
            return [URL(filePath: named)]
        }
        guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
        var folder = executable.deletingLastPathComponent()
        var found = [folder.appending(path: "../share/dotchi/survey-templates").standardizedFileURL]
        while folder.path != "/" {
            found.append(folder.appending(path: "survey-templates"))
            folder.deleteLastPathComponent()
        }
        return found
    }

    /// The language file of a survey, as it comes with dotchi.
    ///
    /// - Throws: ``Failure`` where there are no templates, or none in that language.
    static func languageFile(_ language: Language) throws -> (bytes: Data, name: String) {
        let there = try languages()
        guard there.contains(language) else {
            throw Failure(
                .noInput,
                """
                there are no texts for participants in the language "\(language.rawValue)"; dotchi comes with \
                \(there.map(\.rawValue).list). For another write languages/\(language.rawValue).json in the study's folder: copy \
                \(try folder().appending(path: "languages/en.json").path) and translate each text.
                """)
        }
        return try file(language.rawValue)
    }

    /// The languages of surveys that come with dotchi, by their tags.
    static func languages() throws -> [Language] {
        let folder = try folder().appending(path: "languages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix("report.") }
            .compactMap { Language(rawValue: String($0.dropLast(5))) }.sorted { $0.rawValue < $1.rawValue }
    }

    /// The texts of reports, and of what commands print, in a language; what a variety such as Kansai dialect does not have of its own it has of the
    /// language that it is one of, where there are texts in that.
    ///
    /// - Throws: ``Failure`` where there are no templates; `LanguageFileError`.
    package static func reportTexts(_ language: Language) throws -> ReportTexts {
        let languages = try reportLanguages()
        guard languages.contains(language.rawValue) else {
            throw Failure(
                .noInput,
                "there are no reports in “\(language.rawValue)”; reports, and what commands print, are in "
                    + "\(languages.list).")
        }
        return try readReportTexts(language)
    }

    private static func readReportTexts(_ language: Language) throws -> ReportTexts {
        let file = try file("report.\(language.rawValue)")
        do {
            return try ReportTexts(language, json: file.bytes, name: file.name)
        } catch {
            guard let parent = language.parent else { throw error }
            return try ReportTexts(language, json: file.bytes, name: file.name, variantOf: readReportTexts(parent))
        }
    }

    /// The tags of the languages of reports.
    private static func reportLanguages() throws -> [String] {
        let folder = try folder().appending(path: "languages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.compactMap { $0.wholeMatch(of: /report\.(.+)\.json/).map { String($0.output.1) } }.sorted()
    }

    private static func file(_ name: String) throws -> (bytes: Data, name: String) {
        let file = try folder().appending(path: "languages/\(name).json")
        do {
            return (try RegularFile.bytes(of: file), file.lastPathComponent)
        } catch {
            throw Failure(.noInput, "\(file.path) cannot be read: \(error).")
        }
    }
}
