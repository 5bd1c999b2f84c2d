import Files
import Foundation

/// What of a study stays out of a repository: what is made of photographs, which may not be published; what people
/// answered, which belongs to them; and an exported plan, which says which image is whose.
enum GitIgnore {
    private static let lines = [
        "/.locks/", "/answers/", "/cache/", "/figures/", "/page/", "/photographs*", "/plan.json", "/report/", "/runs/",
        "/study.sqlite*", "*.jsonl",
    ]

    /// Writes a .gitignore; where there is one, `reporter` hears which lines that lacks.
    ///
    /// - Throws: ``Failure`` where it cannot be written.
    static func write(in folder: URL, reporter: any Reporter) throws {
        let file = folder.appending(path: ".gitignore")
        guard !NewFiles.isThere(file) else {
            let there = Set(
                ((try? RegularFile.text(of: file)) ?? "").split(separator: "\n").map(String.init))
            let missing = lines.filter { !there.contains($0) }
            if !missing.isEmpty {
                reporter.note(
                    "\(file.path) is there already and stays as it is. So that no answers of people come into a "
                        + "repository, it should also have: \(missing.list).")
            }
            return
        }
        let text =
            """
            # Written by `dotchi init`: what is made of photographs, and what people answered, stays out of the repository;
            # study.yaml belongs into it.

            """ + lines.map { $0 + "\n" }.joined()
        do {
            try WholeFile.write(Data(text.utf8), to: file)
        } catch {
            throw Failure(.cannotCreate, "cannot make \(file.path): \(error).")
        }
    }
}
