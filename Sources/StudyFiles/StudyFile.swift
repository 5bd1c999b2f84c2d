import Files
package import Foundation
package import Study
import Yams

/// Reads study.yaml.
///
/// The whole file is checked before anything is refused, so that one run shows all there is to mend; only a syntax
/// error and a key given twice end the reading at once, because what follows them has no certain meaning.
package enum StudyFile {
    /// The file's name in a study folder.
    package static let name = "study.yaml"

    /// The study that `file` plans.
    ///
    /// - Throws: ``StudyFileError`` with every finding; ``StudyFolderError`` where the file cannot be read.
    package static func read(_ file: URL) throws -> Study {
        let bytes: Data
        do {
            bytes = try RegularFile.bytes(of: file)
        } catch {
            throw StudyFolderError.unreadable(path: file.path, why: "\(error)")
        }
        return try parse(bytes, file: file.lastPathComponent)
    }

    /// The study that the UTF-8 text `bytes` plans; `file` is its name in messages.
    ///
    /// - Throws: ``StudyFileError`` with every finding.
    package static func parse(_ bytes: Data, file: String = name) throws -> Study {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let findings = Findings(file: file)
            findings.add(
                TextPosition(after: validPrefix(of: bytes)), at: KeyPlace(),
                "the file is not UTF-8 here; save it as UTF-8")
            throw findings.error
        }
        return try parse(text, file: file)
    }

    /// The study that `text` plans; `file` is its name in messages.
    ///
    /// - Throws: ``StudyFileError`` with every finding.
    package static func parse(_ text: String, file: String = name) throws -> Study {
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let findings = Findings(file: file)
        do {
            guard let root = try compose(yaml: text) else {
                findings.add(at: KeyPlace(), "the file is empty; a study needs at least a block `study` with an `id`")
                throw findings.error
            }
            let study = StudyKeys.study(root, findings: findings)
            guard findings.all.isEmpty, let study else { throw findings.error }
            return study
        } catch let error as YamlError {
            throw StudyFileError([Finding(error, file: file)])
        }
    }

    private static func validPrefix(of bytes: Data) -> String {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var text = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { text.append(scalar) }
        return String(text)
    }
}

extension Finding {
    /// The finding of a file that is no YAML, or that names a key twice.
    fileprivate init(_ error: YamlError, file: String) {
        let position: TextPosition
        let message: String
        switch error {
        case .scanner(let context, let problem, let place, _), .parser(let context, let problem, let place, _),
            .composer(let context, let problem, let place, _):
            position = TextPosition(place)
            message = "this is not YAML: " + (context.map { "\($0.text): " } ?? "") + problem
        case .duplicatedKeysInMapping(let keys, let context):
            position = TextPosition(context.mark)
            let names = keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            message = "\(names) \(keys.count == 1 ? "is" : "are") given more than once in this block; keep one"
        case .reader(let problem, let offset, _, let yaml):
            position = TextPosition(after: yaml.prefix(offset ?? 0))
            message = "this is not YAML: \(problem)"
        default:
            position = TextPosition(line: 1, column: 1)
            message = "this is not YAML: \(error)"
        }
        self.init(file: file, line: position.line, column: position.column, key: "", message: message)
    }
}
