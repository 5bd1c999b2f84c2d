import Foundation
import Pictures
import Study

/// Where photographs come from: a folder, an archive, or dotchi's own drawing. Nothing is unpacked to disk.
struct PhotographSource {
    /// What the study calls it.
    let name: String
    /// What is there.
    let kind: Kind

    enum Kind {
        case folder(URL)
        case archive(URL)
        case procedural(seed: UInt64)
    }

    /// A file that may be a photograph, by its name.
    struct Candidate {
        /// Path in the source; part of no other candidate's name.
        var name: String
        /// Number of the file in an archive, from 0; 0 in a folder; number of a face.
        var position: Int
    }

    /// A photograph as the source has it.
    enum Raw: Sendable {
        case file([UInt8])
        case face(ProceduralFace)
    }

    /// The source called `name`: a path, relative to `base`, or `procedural` with faces of `seed`.
    init(_ name: String, base: URL, seed: UInt64) throws(DatasetError) {
        self.name = name
        guard name != DatasetSettings.procedural else {
            kind = .procedural(seed: seed)
            return
        }
        let url = (name.hasPrefix("/") ? URL(filePath: name) : base.appending(path: name)).standardizedFileURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder) else {
            throw .noSource(url.path(percentEncoded: false))
        }
        kind = isFolder.boolValue ? .folder(url) : .archive(url)
    }

    /// The files that may be photographs, sorted by the bytes of their names, so that their order in an archive or on
    /// disk does not matter. Of several files of one name in an archive the last one counts, as in unpacking.
    ///
    /// - Parameter count: how many faces are wanted where they are procedural.
    func candidates(_ count: Int) throws(DatasetError) -> [Candidate] {
        switch kind {
        case .procedural:
            (0..<count).map { Candidate(name: ProceduralFace.name($0), position: $0) }
        case .folder(let folder):
            sorted(try PhotographFolder(folder).names().map { Candidate(name: $0, position: 0) })
        case .archive(let file):
            sorted(try ArchiveReader.names(in: file).map { Candidate(name: $0.name, position: $0.position) })
        }
    }

    private func sorted(_ candidates: [Candidate]) -> [Candidate] {
        let sorted = candidates.sorted { first, second in
            first.name.utf8.elementsEqual(second.name.utf8)
                ? first.position < second.position : first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
        }
        return sorted.indices.filter { index in
            index + 1 == sorted.count || !sorted[index].name.utf8.elementsEqual(sorted[index + 1].name.utf8)
        }.map { sorted[$0] }
    }

    /// Reads `wanted`, in whatever order is quick, and hands over each with its index in `wanted`, or why it cannot be
    /// read.
    func read(_ wanted: [Candidate], _ body: (Int, Result<Raw, Unreadable>) throws -> Void) throws {
        switch kind {
        case .procedural(let seed):
            for (index, face) in wanted.enumerated() {
                try body(index, .success(.face(ProceduralFace(seed: seed, index: face.position))))
            }
        case .folder(let folder):
            for (index, file) in wanted.enumerated() {
                try body(index, PhotographFolder(folder).read(file.name).map { .file($0) })
            }
        case .archive(let file):
            let entries = wanted.map { (name: $0.name, position: $0.position) }
            try ArchiveReader.read(entries, in: file) { try body($0, $1.map { .file($0) }) }
        }
    }

    /// Why a photograph cannot be used.
    struct Unreadable: Error {
        var reason: String
        /// The shorter side in pixels of one that is smaller than the crop; nil for every other reason.
        var sideBelowCrop: Int?
    }
}
