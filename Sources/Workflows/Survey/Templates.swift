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

    /// The survey's texts in a language.
    ///
    /// - Throws: ``Failure`` where there are no templates; `LanguageFileError`.
    static func texts(_ language: Language) throws -> SurveyTexts {
        let file = try file(language.rawValue)
        return try SurveyTexts(json: file.bytes, name: file.name)
    }

    /// The texts of reports, and of what commands print, in a language; what Kansai dialect does not have of its own it has
    /// of Japanese.
    ///
    /// - Throws: ``Failure`` where there are no templates; `LanguageFileError`.
    package static func reportTexts(_ language: Language) throws -> ReportTexts {
        let file = try file("report.\(language.rawValue)")
        let original = language == .kansai ? try reportTexts(.japanese) : nil
        return try ReportTexts(language, json: file.bytes, name: file.name, variantOf: original)
    }

    /// SHA-256 of the file of the survey's texts in each of these languages.
    ///
    /// - Throws: ``Failure`` where there are no templates.
    static func textHashes(_ languages: [Language]) throws -> [Language: String] {
        Dictionary(try languages.map { ($0, hexSHA256(try file($0.rawValue).bytes)) }) { first, _ in first }
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
