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

    /// Waits until the program has taken note of `signal`, to which its handler listens once (dotchi's `Interruption`):
    /// a signal that is only on its way could come after what is done next.
    package func waitUntilTaken(signal: Int32, isolation: isolated (any Actor)? = #isolation) async throws {
        try await eventually("the program takes signal \(signal)") {
            hasEnded || !catches(signal)
        }
    }

    /// Whether the program listens to `signal`.
    private func catches(_ signal: Int32) -> Bool {
        guard let child, let status = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8),
            let mask = status.firstMatch(of: /SigCgt:\s*([0-9a-f]+)/).flatMap({ UInt64($0.1, radix: 16) })
        else { return false }
        return mask >> (signal - 1) & 1 == 1
    }
}
