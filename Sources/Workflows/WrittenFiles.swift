import Files
import Foundation

/// The files that a command wrote into a folder, with a list of them beside them, so that none of somebody else's is ever
/// overwritten or removed: what the list lacks, or has with another SHA-256, is theirs.
struct WrittenFiles {
    /// The folder.
    let place: URL
    /// The name of the list: a line a file, as `sha256sum` writes it.
    let list: String
    /// What the list is of, in messages: "a report's files".
    let what: String
    /// Whether a name is one that the command writes.
    let isName: @Sendable (Substring) -> Bool

    /// A file as it was written.
    struct Entry: Hashable {
        var name: String
        var sha256: String
    }

    /// The files that were written there before, as the list has them.
    ///
    /// - Throws: ``Failure`` where something else has the list's name.
    func earlier() throws -> Set<Entry> {
        guard let bytes = try bytes(of: list) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Set(
            try lines.map { line in
                guard let match = line.wholeMatch(of: /([0-9a-f]{64})  ([^\/]+)/), isName(match.2) else {
                    throw inTheWay(list, "is not dotchi's, but has the name of its list of \(what)")
                }
                return Entry(name: String(match.2), sha256: String(match.1))
            })
    }

    /// Checks that nothing is in the places of the files `made` but what was written before, or the same.
    ///
    /// - Throws: ``Failure`` that names what is.
    func check(_ made: [Entry], against entries: Set<Entry>) throws {
        let others = try made.filter { entry in
            guard let there = try bytes(of: entry.name).map({ Entry(entry.name, $0) }) else { return false }
            return there != entry && !entries.contains(there)
        }
        guard !others.isEmpty else { return }
        let places = others.map { place.appending(path: $0.name).path }.list
        let (are, they) = others.count == 1 ? ("was", "it") : ("were", "them")
        throw Failure(
            .cannotCreate,
            """
            \(places) \(are) not written by dotchi, or \(are) changed since, and would be lost; nothing was written. \
            Rename \(they), or write to another folder with --out DIR.
            """)
    }

    /// Writes the list.
    func record(_ entries: Set<Entry>) throws {
        let lines = entries.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }.map { "\($0.sha256)  \($0.name)\n" }
        try write(Data(lines.joined().utf8), to: list)
    }

    /// Whether the file is there as it was written; what somebody changed is theirs.
    func isThere(_ entry: Entry) -> Bool { (try? bytes(of: entry.name)).map { Entry(entry.name, $0) } == entry }

    /// What is in the regular file of that name; nil where nothing has the name.
    ///
    /// - Throws: ``Failure`` where something else has it, a link too: what that leads to is somebody's.
    func bytes(of name: String) throws -> Data? {
        let file = place.appending(path: name)
        var facts = stat()
        guard lstat(file.path, &facts) == 0 else {
            guard errno == ENOENT else { throw cannotWrite(name, FileFault(number: errno)) }
            return nil
        }
        guard facts.st_mode & S_IFMT != S_IFLNK else {
            throw inTheWay(name, "is a symbolic link, which dotchi does not write through")
        }
        do {
            return try RegularFile.bytes(of: file)
        } catch {
            throw cannotWrite(name, error)
        }
    }

    /// Writes a file, whole or not at all.
    func write(_ bytes: Data, to name: String) throws {
        do {
            try WholeFile.write(bytes, to: place.appending(path: name))
        } catch {
            guard error.kind != nil else { throw error }
            throw cannotWrite(name, error)
        }
    }

    /// What is in the way of the file of that name.
    func inTheWay(_ name: String, _ what: String) -> Failure {
        Failure(
            .cannotCreate,
            """
            \(place.appending(path: name).path) \(what); nothing was written. Rename it, or write to another folder with \
            --out DIR.
            """)
    }

    private func cannotWrite(_ name: String, _ fault: FileFault) -> Failure {
        Failure(.cannotCreate, "cannot write \(place.appending(path: name).path): \(fault).\(fault.elsewhere)")
    }
}

extension WrittenFiles.Entry {
    /// A file of these bytes.
    init(_ name: String, _ bytes: Data) { self.init(name: name, sha256: hexSHA256(bytes)) }
}
