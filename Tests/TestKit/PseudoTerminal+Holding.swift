import Foundation

extension PseudoTerminal {
    /// Waits until the program that was started here waits at `hold`.
    ///
    /// - Throws: ``Failure`` where it ends before that.
    package func wait(at hold: Hold, isolation: isolated (any Actor)? = #isolation) async throws {
        try await eventually("the program comes to “\(hold.point)”; it wrote:\n\(output)") {
            if let process = hold.process {
                guard process == child else { throw Failure(description: "process \(process) is at \(hold.point)") }
                return true
            }
            // It may be full, and the program wait for a reader.
            let output = output
            if hasEnded {
                throw Failure(description: "the program ended before it came to “\(hold.point)”; it wrote:\n\(output)")
            }
            return false
        }
    }
}
