import Answers
import Files
import Foundation
import StudyFiles

/// Looks through the files of a study folder for what names a person, hidden ones and copies of the store too: what a
/// killed command left has such a name. study.sqlite itself with its log, prepared photographs, checkpoints and images are
/// passed over; what cannot be looked into is listed by ``unseen()``.
struct FolderSearch {
    /// The study's folder.
    let root: URL
    private let passedOver: Set<String>
    private let store: Set<String>

    /// The largest file that is looked through, in bytes.
    private static let mostBytes = 1 << 32
    /// Endings of files that hold others in another form.
    private static let packed: Set<String> = ["zip", "gz", "tgz", "bz2", "tbz", "xz", "txz", "zst", "7z", "rar"]

    /// The files of `folder`.
    init(_ folder: StudyFolder) {
        root = folder.root
        passedOver = [folder.cache.standardizedFileURL.path]
        let store = folder.root.appending(path: "study.sqlite").standardizedFileURL.path
        self.store = Set(["", "-wal", "-shm", "-journal"].map { store + $0 })
    }

    /// Texts that tell of a person.
    struct Terms {
        /// Ids that nothing else holds, found anywhere.
        private let ids: [Data]
        /// Ids of participants, found as whole fields of a table or JSON.
        private let participants: [Data]

        /// Such terms. Participants' ids of less than four bytes, as `7`, are left out: they stand everywhere.
        init(ids: some Sequence<String>, participants: some Sequence<String>) {
            self.ids = ids.map { Data($0.utf8) }
            self.participants = participants.filter { $0.utf8.count >= 4 }.map { Data($0.utf8) }
        }

        /// Whether any of them is in `bytes`.
        func isAny(in bytes: Data) -> Bool {
            bytes.withUnsafeBytes { bytes in
                ids.contains { Self.place(of: $0, in: bytes, from: 0) != nil }
                    || participants.contains { Self.isField($0, in: bytes) }
            }
        }

        private static func isField(_ text: Data, in bytes: UnsafeRawBufferPointer) -> Bool {
            let ends = Set("\",;\t\r\n".utf8)
            var start = 0
            while let place = place(of: text, in: bytes, from: start) {
                let end = place + text.count
                if place == 0 || ends.contains(bytes[place - 1]), end == bytes.count || ends.contains(bytes[end]) {
                    return true
                }
                start = place + 1
            }
            return false
        }

        private static func place(of text: Data, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
            guard let base = bytes.baseAddress else { return nil }
            return text.withUnsafeBytes { text in
                text.baseAddress.flatMap { memmem(base + start, bytes.count - start, $0, text.count) }
            }.map { base.distance(to: $0) }
        }
    }

    /// All files that are looked at, by path.
    func files() -> [URL] {
        let keys: [URLResourceKey] = [.isRegularFileKey]
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
        var files: [URL] = []
        while let file = found?.nextObject() as? URL {
            if passedOver.contains(file.standardizedFileURL.path) || file.lastPathComponent == ".git" {
                found?.skipDescendants()
                continue
            }
            guard (try? file.resourceValues(forKeys: Set(keys)))?.isRegularFile == true,
                !store.contains(file.standardizedFileURL.path), !Self.isPacked(file), !Self.isTooLarge(file),
                !["png", "jpg", "jpeg", "webp", "safetensors"].contains(file.pathExtension.lowercased())
            else { continue }
            files.append(file)
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What is not looked into and may tell of a person: git's history, links to folders, packed files and those over 4 GiB.
    func unseen() -> [URL] {
        let keys: Set<URLResourceKey> = [.isRegularFileKey, .isSymbolicLinkKey]
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: Array(keys))
        var unseen: [URL] = []
        while let file = found?.nextObject() as? URL {
            if passedOver.contains(file.standardizedFileURL.path) {
                found?.skipDescendants()
            } else if file.lastPathComponent == ".git" {
                unseen.append(file)
                found?.skipDescendants()
            } else if let facts = try? file.resourceValues(forKeys: keys) {
                let isLinkedFolder =
                    facts.isSymbolicLink == true
                    && (try? file.resolvingSymlinksInPath().resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
                        == true
                let isUnread = facts.isRegularFile == true && (Self.isPacked(file) || Self.isTooLarge(file))
                if isLinkedFolder || isUnread && !store.contains(file.standardizedFileURL.path) { unseen.append(file) }
            }
        }
        return unseen.sorted { $0.path < $1.path }
    }

    private static func isPacked(_ file: URL) -> Bool { packed.contains(file.pathExtension.lowercased()) }

    private static func isTooLarge(_ file: URL) -> Bool {
        (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0 > mostBytes
    }

    /// The answer files among them that can be read, with their headers.
    func answerFiles() -> [(file: URL, header: AnswerHeader)] {
        files().filter { $0.pathExtension == "jsonl" }.compactMap { file in
            guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else { return nil }
            // Their events are many, and not looked at.
            let line = bytes.drop { $0 <= UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: "\n") }
            return (try? AnswerFile(bytes: line)).map { (file, $0.header) }
        }
    }

    /// Those whose names are not UTF-8, and that name a person.
    func oddFiles(naming terms: Terms) -> [FileName] {
        FileName.odd(below: FileName(root.path.utf8)) { folder in
            folder.bytes.suffix(5).elementsEqual("/.git".utf8) || folder.text.map(passedOver.contains) == true
        }.filter { (try? $0.read()).map(terms.isAny) ?? false }
    }

    /// Those that name a person.
    func files(naming terms: Terms) -> [URL] {
        files().filter { file in
            (try? Data(contentsOf: file, options: .mappedIfSafe)).map(terms.isAny) ?? false
        }
    }
}

// glibc has it; Swift's Glibc module was made without _GNU_SOURCE and does not show it.
@_silgen_name("memmem")
private func memmem(
    _ bytes: UnsafeRawPointer, _ count: Int, _ text: UnsafeRawPointer, _ length: Int
) -> UnsafeRawPointer?
