import Logging
import Synchronization

/// Shows on standard error what is logged, one line an entry: `debug: votes.csv read (bytes: 4120)`.
struct ConsoleLog: LogHandler {
    private static let isVerbose = Atomic(false)

    var metadata: Logger.Metadata = [:]
    /// Nothing is logged at the level of an unverbose command, and no text is made in vain.
    var logLevel: Logger.Level = isVerbose.load(ordering: .relaxed) ? .debug : .critical

    /// Shows the steps of this command, from ``begin()`` on.
    static func beVerbose() { isVerbose.store(true, ordering: .relaxed) }

    /// Makes this what logs; once, when the command line is read.
    static func begin() { LoggingSystem.bootstrap { _ in ConsoleLog() } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let list = facts.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        Console.say("\(event.level): \(event.message)\(facts.isEmpty ? "" : " (\(list))")")
    }
}
