import Files
package import Foundation
import Study
import StudyFiles
import StudyStore

/// A study folder that is made from a template.
package struct NewStudy {
    /// Its study.yaml.
    package let file: URL
    /// Whether trained generators came with the template.
    package let isTrained: Bool
    /// Whether it has networks to train; else its images are brought from elsewhere.
    package let hasNetworks: Bool

    /// Makes the study in `folder`, which may exist if it holds no study. Its study.yaml comes last: what fails or is killed
    /// before leaves no study, and the same can be called again. What fails takes away what it made.
    ///
    /// - Throws: ``Failure`` where there is no such template, or a study is there already.
    package init(in folder: URL, template: String, reporter: any Reporter) throws {
        let names = try Templates.studies()
        guard names.contains(template) else {
            throw Failure(.usage, "there is no template “\(template)”; there are \(names.joined(separator: ", ")).")
        }
        let made = NewFiles(
            in: folder,
            [StudyFile.name, ".gitignore", ".locks", "runs"]
                + ["", "-wal", "-shm", "-journal"].map { "study.sqlite\($0)" })
        do {
            let output = try OutputFolder(folder)
            defer { withExtendedLifetime(output) {} }
            let target = folder.appending(path: StudyFile.name)
            guard !NewFiles.isThere(target) else {
                throw Failure(
                    .cannotCreate,
                    "\(target.path) is already there; a study is never overwritten. Choose another folder.")
            }
            do {
                (isTrained, hasNetworks) = try Self.make(
                    target, from: try Templates.folder().appending(path: "studies/\(template)"), reporter)
            } catch {
                made.remove(Self.isOwn)
                throw error
            }
            file = target
        } catch {
            // Its lock, which may lie in one of them, is gone now.
            made.removeFolders()
            throw error
        }
    }

    /// Whether a file that is new has a name that this gives; another is somebody's who put it there meanwhile.
    private static func isOwn(_ file: URL) -> Bool {
        let name = file.lastPathComponent
        return [StudyFile.name, ".gitignore"].contains(name) || name.hasPrefix("study.sqlite")
            || name.hasPrefix("imported-") || name.hasSuffix(".md") || WholeFile.isUnfinished(name)
    }

    /// Makes the study whose study.yaml is `target`.
    ///
    /// - Returns: whether the template has trained generators, and networks at all.
    private static func make(
        _ target: URL, from source: URL, _ reporter: any Reporter
    ) throws -> (isTrained: Bool, hasNetworks: Bool) {
        let folder = target.deletingLastPathComponent()
        let named: String
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let text = try RegularFile.text(of: source.appending(path: StudyFile.name))
            let id = StudyIdentity.id(from: folder)
            // The template's own id stands alone on the first line of this form.
            func naming(_ id: String) -> String {
                text.replacing(/(?m)^  id: .*$/, with: "  id: \(id)", maxReplacements: 1)
            }
            // In YAML 2026 is a number, and no is false.
            named = (try? StudyFile.parse(naming(id))) == nil ? naming("\"\(id)\"") : naming(id)
            let name = folder.standardizedFileURL.lastPathComponent
            if name.contains(where: { !$0.isASCII }) || !name.contains(where: { $0.isLetter || $0.isNumber }) {
                reporter.note(
                    "the study's id is “\(id)”: an id has only ASCII letters, digits and hyphens, and the folder's name “\(name)” "
                        + "has others. Change it in study.yaml (study: {id: …}).")
            }
        } catch {
            throw Failure(.cannotCreate, "cannot make \(target.path): \(FileFault(error)).")
        }
        try GitIgnore.write(in: folder, reporter: reporter)
        let planned = try StudyFile.parse(named)
        let isTrained = try takeRuns(of: source, into: folder, planned: planned, reporter)
        HoldPoint.reached("init: before study.yaml")
        do {
            try WholeFile.write(Data(named.utf8), to: target)
        } catch {
            throw Failure(.cannotCreate, "cannot make \(target.path): \(error).")
        }
        HoldPoint.reached("init: study.yaml written")
        return (isTrained, !planned.networks.isEmpty)
    }

    /// Imports the checkpoints in the template's folder runs/, if it has one, and copies what is written about them.
    private static func takeRuns(
        of template: URL, into folder: URL, planned: Study, _ reporter: any Reporter
    ) throws -> Bool {
        let runs = template.appending(path: "runs")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: runs.path).sorted() else { return false }
        let study = try OpenStudy(StudyFolder(root: folder), planning: planned, reporter: reporter)
        _ = try RunImport(study).run(
            names.filter { $0.hasSuffix(".safetensors") }.map { runs.appending(path: $0) })
        for name in names where name.hasSuffix(".md") {
            let (original, copy) = (runs.appending(path: name), study.folder.runs.appending(path: name))
            do {
                let bytes = try RegularFile.bytes(of: original)
                guard NewFiles.isThere(copy) else {
                    try WholeFile.write(bytes, to: copy)
                    continue
                }
                // A call that was killed may have written it.
                if (try? RegularFile.bytes(of: copy)) != bytes {
                    reporter.note(
                        "\(copy.path) is there already and stays as it is. What the template says of its generators is in "
                            + "\(original.path).")
                }
            } catch {
                throw Failure(.cannotCreate, "\(copy.path) cannot be written: \(error).")
            }
        }
        return true
    }
}

extension StudyIdentity {
    /// An id made of a folder's name: what an id cannot hold becomes a hyphen; `study` where nothing is left.
    fileprivate static func id(from folder: URL) -> String {
        let name = folder.standardizedFileURL.lastPathComponent.lowercased()
        let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = String(words.joined(separator: "-").prefix(64))
        return id.isEmpty ? "study" : id
    }
}
