import Files
import Foundation
import Study
import StudyFiles
import StudyStore
import Training

/// What commands that were killed left in a study: unfinished files, generations that were not published, images that no
/// generation has, plans that were not frozen, locks.
struct Leftovers {
    /// A kind of leftovers, in words, and what is lost on them.
    struct Item {
        /// What it is, with numbers and names.
        var text: String
        /// Its bytes.
        var bytes: Int
        /// How many things they are.
        var count = 1
    }

    /// What nobody is at work on.
    private(set) var items: [Item] = []
    /// Who is at work, in words: their things are left alone.
    private(set) var atWork: [String] = []

    private let study: OpenStudy
    private var files: [LeftoverFile] = []
    private var pools: [PoolKey] = []
    private var locks: [URL] = []
    private var hasPlans = false

    /// Looks for them in `study`. While it looks, what is taken for a leftover is held.
    init(in study: OpenStudy) throws {
        self.study = study
        try findFiles()
        try findRows()
        findLocks()
    }

    private mutating func findFiles() throws {
        let found = LeftoverFile.all(in: study.folder) { (try? TrainingLock.isTaken($0)) == true }
        files = found.filter { !$0.isInUse }
        if !files.isEmpty {
            items.append(
                Item(
                    text: "\(files.count.counted("unfinished file")): \(Self.list(files.map(\.path)))",
                    bytes: files.reduce(0) { $0 + $1.bytes }, count: files.count))
        }
        for file in found where file.isInUse { atWork.append("\(file.path) is being written") }
    }

    private mutating func findRows() throws {
        let isPlanning = isTaken(.plan)
        let unpublished = try study.store.unpublishedGenerations()
        for draft in unpublished where !isTaken(.pool(draft.generation.pool)) {
            pools.append(draft.generation.pool)
            items.append(
                Item(
                    text: "a generation of pool \(draft.generation.pool.name) that was not published, with "
                        + "\(draft.filled) of \(draft.generation.count.counted("image"))", bytes: 0))
        }
        let unused = try study.store.unusedImages()
        if unused.count > 0 {
            items.append(
                Item(
                    text: "\(unused.count.counted("image")) that no pool has", bytes: unused.bytes, count: unused.count)
            )
        }
        let plans = try study.store.unfrozenPlans()
        hasPlans = !plans.isEmpty && !isPlanning
        if hasPlans {
            items.append(
                Item(
                    text: "\(plans.count.counted("plan")) that \(plans.count.word("was", "were")) not frozen", bytes: 0,
                    count: plans.count))
        }
    }

    private mutating func findLocks() {
        let folder = study.folder.root.appending(path: WorkLock.folderName)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var processes: Set<String> = []
        for place in names.filter({ $0.hasSuffix(".lock") }).sorted().map({ folder.appending(path: $0) }) {
            if FileLock.isTaken(place) {
                let holder = WorkLock.Holder(readFrom: place)
                // One command may hold the locks of many pools.
                if let holder, !processes.insert("\(holder.process) \(holder.host)").inserted { continue }
                atWork.append("\(holder?.words ?? "a command that has \(place.lastPathComponent)") is at work")
            } else {
                locks.append(place)
            }
        }
        if !locks.isEmpty {
            items.append(
                Item(
                    text: "\(locks.count.counted("lock")): \(Self.list(locks.map(\.lastPathComponent)))", bytes: 0,
                    count: locks.count))
        }
    }

    private func isTaken(_ work: Work) -> Bool { FileLock.isTaken(WorkLock.file(work.name, in: study.folder.root)) }

    private static func list(_ names: [String]) -> String {
        names.count > 5 ? names.prefix(4).joined(separator: ", ") + " and \(names.count - 4) more" : names.list
    }

    /// Removes them. What a command has begun to work on since they were found is left alone.
    ///
    /// - Throws: ``Failure`` for a file that cannot be removed; `StudyStoreError`.
    func remove() throws {
        for file in files { try remove(file) }
        for pool in Set(pools) {
            guard let locks = try? study.locks(for: [.pool(pool)], waiting: false) else { continue }
            try study.store.removeUnpublished(of: [pool])
            withExtendedLifetime(locks) {}
        }
        try study.store.removeUnusedImages()
        if hasPlans, let locks = try? study.locks(for: [.plan], waiting: false) {
            try study.store.removeUnfrozenPlans()
            withExtendedLifetime(locks) {}
        }
        for place in locks { WorkLock.removeLeft(place) }
        rmdir(study.folder.root.appending(path: WorkLock.folderName).path)
    }

    private func remove(_ file: LeftoverFile) throws {
        do {
            // Where a page was moved away and the new one never came, it is the page.
            if let name = file.place.lastPathComponent.wholeMatch(of: /\.(.+)-[0-9A-F-]{36}-old/)?.1 {
                let page = file.place.deletingLastPathComponent().appending(path: String(name))
                if !FileManager.default.fileExists(atPath: page.path) {
                    return try FileManager.default.moveItem(at: file.place, to: page)
                }
            }
            try WholeFile.remove(file.place)
        } catch {
            let fault = error as? FileFault ?? FileFault(error)
            guard fault.number != ENOENT else { return }
            throw Failure(.cannotCreate, "\(file.place.path) cannot be removed: \(fault).")
        }
    }
}
