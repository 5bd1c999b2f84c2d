import Foundation
import Synchronization

/// What came of the kills: a row for each command.
struct TortureReport: Sendable {
    /// What came of the kills of one command.
    struct Row: Sendable {
        /// The command.
        let name: String
        /// Seconds that it takes undisturbed.
        var seconds = 0.0
        /// Kills before calls, by the call's name.
        var atCalls: [String: Int] = [:]
        /// Kills at random instants.
        var atRandom = 0
        /// Runs that had ended before their random instant.
        var ended = 0
        /// After how many kills all was as before the command.
        var before = 0
        /// After how many kills all was as after it.
        var after = 0
        /// After how many kills something of it was done, each part whole.
        var between = 0
        /// After how many kills a promise was broken.
        var broken = 0
        /// The seed of the random instants.
        var seed: UInt64 = 0
    }

    private static let rows = Mutex<[String: Row]>([:])

    /// Takes a row and writes the report.
    static func add(_ row: Row) throws {
        let rows = rows.withLock { rows in
            rows[row.name] = row
            return TortureCase.all.compactMap { rows[$0.name] }
        }
        if let place = Torture.report { try Data(markdown(rows).utf8).write(to: place, options: .atomic) }
    }

    private static func markdown(_ rows: [Row]) -> String {
        let day = Date.now.formatted(.iso8601.year().month().day())
        let table = rows.map { row in
            let calls = row.atCalls.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let cells = [
                "`\(row.name)`", String(Int((row.seconds * 1000).rounded())), "\(row.atCalls.values.reduce(0, +))",
                calls.joined(separator: ", "), "\(row.atRandom)", "\(row.ended)", "\(row.before)", "\(row.between)",
                "\(row.after)", row.broken == 0 ? "0" : "**\(row.broken)**", "\(row.seed)",
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        return """
            # Commands that are killed

            `make torture` wrote this table. \(ProcessInfo.processInfo.activeProcessorCount) cores; \(day).

            Every command is killed (SIGKILL) before each call by which files come, go or reach the disk, one after the \
            other until it ends by itself, and at random instants of the time that it takes. After each kill: \
            study.sqlite is whole (integrity_check, foreign keys); what is published is the earlier or the new, whole \
            (of an import of votes: each file whole or not there); the same command then succeeds and gives what one \
            gives that nobody disturbed; whoever was erased stays erased. A broken promise is a kill after which one of \
            these did not hold.

            | command | ms undisturbed | kills at calls | which calls | random kills | ended before | as before | part done | as after | broken promises | seed |
            | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            \(table.joined(separator: "\n"))

            """
    }
}
