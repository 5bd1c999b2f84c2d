package import Foundation

/// A point of a program's work at which it waits until the test lets it go on: `HoldPoint` in Sources/Files.
///
/// Start the program with ``environment``, wait until it is there, interrupt it, ``release()`` it. Whatever the machine's
/// speed, the interruption falls where the test says.
package struct Hold: Sendable {
    /// The point's name.
    package let point: String
    private let turn: Int
    private let file: URL

    /// A hold at `point`.
    ///
    /// - Parameter turn: at which passing, counted from 1.
    /// - Parameter folder: where the program says that it is there; one that outlives the program.
    package init(_ point: String, turn: Int = 1, in folder: URL) {
        self.point = point
        self.turn = turn
        file = folder.appending(path: "held-\(UUID().uuidString)")
    }

    /// What the program's environment must hold.
    package var environment: [String: String] { environment(heldBy: "\(getpid())") }

    /// The same with another process than this one, whose end ends the program too.
    package func environment(heldBy process: String) -> [String: String] {
        ["DOTCHI_HOLD": "\(point)#\(turn)@\(process)=\(file.path)"]
    }

    /// The id of the process that waits there; nil before one does.
    package var process: Int32? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// Lets the program go on.
    package func release() {
        try? FileManager.default.removeItem(at: file)
    }
}
