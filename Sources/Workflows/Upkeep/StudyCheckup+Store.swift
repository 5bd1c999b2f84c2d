import Files
import Foundation
import Study
import StudyFiles
import StudyStore

extension StudyCheckup {
    /// Reads all of study.sqlite.
    ///
    /// - Returns: whether it was opened as a file that is written to.
    /// - Throws: `StudyStoreError` where it is damaged.
    func checkStore(of study: OpenStudy) throws -> Bool {
        let bytes = try study.store.size().bytes
        if bytes > 1 << 28 { study.reporter.say("study.sqlite: reading all of its \(bytes.bytes)") }
        return try study.store.check()
    }

    /// Whether published generations are what was published.
    func generations(of study: OpenStudy) throws -> [CheckupFinding] {
        let damaged = try study.store.damagedGenerations()
        guard damaged.isEmpty else {
            return damaged.map {
                CheckupFinding(mark: .wrong, fault: .badData, text: "pools: \($0.name) is damaged: \($0.why)")
            }
                + [
                    CheckupFinding(
                        mark: .wrong, fault: .badData,
                        text: """
                            pools: which image is whose cannot be believed there, and images without a pool are not taken for \
                            leftovers. Put a copy of study.sqlite back, in the place of study.sqlite-wal and -shm too. Without \
                            one, `dotchi pool refresh` or `dotchi pool import` makes the pool's next generation, and `dotchi \
                            survey plan` a plan of that
                            """)
                ]
        }
        let count = try study.store.generationCount()
        return count == 0
            ? [] : [CheckupFinding(text: "pools: \(count.counted("generation")), all as they were published")]
    }

    /// Whether the images are those that were recorded.
    func images(of study: OpenStudy) throws -> [CheckupFinding] {
        let bar = study.reporter.progress("images")
        var total = 0
        let damaged = try study.store.damagedImages { done, all in
            total = all
            bar.show(done: done, total: all)
        }.filter { !$0.entries.isEmpty }
        bar.clear()
        guard !damaged.isEmpty else {
            return total == 0 ? [] : [CheckupFinding(text: "images: \(total), all as they were recorded")]
        }
        let lines = damaged.prefix(Self.mostNames).map { image in
            let names = image.entries.prefix(3).map(\.name) + (image.entries.count > 3 ? ["and others"] : [])
            return "\(names.list): \(image.fault)"
        }
        let more = damaged.count - lines.count
        let text =
            (["\(damaged.count) of \(total.counted("image")) of study.sqlite are damaged:"] + lines
            + (more > 0 ? ["and \(more) more"] : [])
            + [
                "Put a copy of study.sqlite back. Without one, `dotchi pool refresh --seed N` with another seed, or `dotchi pool "
                    + "import`, makes new generations, and `dotchi survey plan` a plan of those."
            ]).joined(separator: "\n")
        return [.broken(Failure(.badData, text), what: "images")]
    }

    /// What was left in the study; when cleaning it is removed.
    ///
    /// - Parameter isWritable: whether anything can be removed; where nothing can, cleaning is not spoken of.
    func leftovers(in study: OpenStudy, isWritable: Bool) throws -> [CheckupFinding] {
        var (study, isCleaning, refusal) = (study, self.isCleaning, [CheckupFinding]())
        if isCleaning {
            do {
                study = try OpenStudy(folder, reporter: reporter)
            } catch {
                (isCleaning, refusal) = (false, [.broken(error, what: "leftovers: nothing was removed")])
            }
        }
        let found = try Leftovers(in: study)
        var checks =
            refusal + found.atWork.map { CheckupFinding(mark: .note, text: "at work: \($0); nothing of it is touched") }
        if isCleaning, !found.items.isEmpty { try found.remove() }
        checks += found.items.map { item in
            let size = item.bytes > 0 ? ", \(item.bytes.bytes)" : ""
            let remedy =
                isWritable && refusal.isEmpty
                ? "`dotchi doctor --clean` removes \(item.count == 1 ? "it" : "them")"
                : "\(item.count == 1 ? "it" : "they") can be removed where the study can be written"
            return CheckupFinding(
                mark: isCleaning ? .removed : .note,
                text: "leftovers: \(item.text)\(size)\(isCleaning ? "" : "; \(remedy)")")
        }
        guard isWritable, refusal.isEmpty else { return checks }
        return try checks + [space(in: study, isBusy: !found.atWork.isEmpty)].compactMap(\.self)
    }

    /// What of study.sqlite is free; when cleaning it is given back. Nil where that is not worth writing the file again: less
    /// than ``leastFree`` or than ``leastFreeShare`` of it.
    private func space(in study: OpenStudy, isBusy: Bool) throws -> CheckupFinding? {
        let size = try study.store.size()
        guard size.free >= Self.leastFree, size.free * 100 >= size.bytes * Self.leastFreeShare else { return nil }
        let fact = "study.sqlite: \(size.free.bytes) of its \(size.bytes.bytes) are free"
        guard isCleaning else {
            return CheckupFinding(mark: .note, text: "\(fact); `dotchi doctor --clean` gives them back")
        }
        guard !isBusy else {
            return CheckupFinding(mark: .note, text: "\(fact); they can be given back when no command is at work")
        }
        // It is written once as a copy, and once to the log beside the file.
        let needed = 2 * (size.bytes - size.free)
        let isSmall = UInt64(needed) < ProcessInfo.processInfo.physicalMemory / 4
        let places = [study.folder.root] + (isSmall ? [] : [SQLiteTemporaryFolder.place])
        if let room = places.compactMap({ FreeRoom.bytes(at: $0) }).min(), room < needed {
            return CheckupFinding(
                mark: .note,
                text:
                    "\(fact); to give them back takes up to \(needed.bytes) of room for a while, and \(room.bytes) are free"
            )
        }
        try study.store.shrink(inMemory: isSmall)
        let now = try study.store.size().bytes
        return CheckupFinding(
            mark: .removed,
            text:
                "study.sqlite: \((size.bytes - now).bytes) without content; it had \(size.bytes.bytes) and has \(now.bytes) now"
        )
    }

    /// Fewer free bytes than these are not worth writing the file again, nor a smaller share of it in percent.
    package static let leastFree = 1_000_000
    /// As above.
    package static let leastFreeShare = 5

    /// So many damaged images are named.
    private static let mostNames = 20
}

/// Where SQLite puts temporary files that are too large for memory.
enum SQLiteTemporaryFolder {
    /// The first of the folders that SQLite tries, in its order, that is there and can be written.
    static var place: URL {
        let environment = ProcessInfo.processInfo.environment
        let named = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { environment[$0] }
        let path = (named + ["/var/tmp", "/usr/tmp", "/tmp"]).first {
            FileManager.default.fileExists(atPath: $0) && access($0, W_OK | X_OK) == 0
        }
        return URL(filePath: path ?? ".")
    }
}
