import ArgumentParser
import Study
import StudyFiles
import StudyStore
import Text
import Workflows

/// A pool as the command line names it: `METHOD/CONDITION`, and `@NUMBER` for a generation other than the current one.
struct PoolName: ExpressibleByArgument {
    /// What was typed.
    private let argument: String
    /// The pool and the generation's number, where one was named; nil where it is no such name.
    private let name: (pool: PoolKey, generation: Int?)?

    init(argument: String) {
        self.argument = argument
        name = Self.name(argument)
    }

    private static func name(_ argument: String) -> (pool: PoolKey, generation: Int?)? {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
        let pool = PoolKey(method: String(names[0]), condition: String(names[1]))
        guard parts.count == 2 else { return (pool, nil) }
        return parts[1].wholeNumber.map { (pool, $0) }
    }

    /// Refuses what is no name of a pool, as a fault of the command line.
    ///
    /// - Parameter options: the study whose pools are named beside what was expected, where there is one.
    func check(_ options: StudyOptions) throws {
        guard name == nil else { return }
        let pools = (try? options.folder().study())?.conditions.flatMap(\.pools).map(\.name) ?? []
        throw ValidationError(
            "“\(argument)” names no pool: expected METHOD/CONDITION, or METHOD/CONDITION@GENERATION"
                + (pools.isEmpty ? "" : "; study.yaml has \(pools.list)"))
    }

    /// The published generation of that name.
    ///
    /// - Throws: ``Failure`` that says which methods, conditions or generations there are.
    func find(in study: OpenStudy) throws -> GenerationRecord {
        guard let (pool, generation) = name else { preconditionFailure("check(_:) refused it") }
        return try study.generation(generation, of: pool)
    }
}
