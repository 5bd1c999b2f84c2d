import Foundation
import Synchronization

/// A named point in long work at which a test can hold the program, so that an interruption falls exactly there.
///
/// DOTCHI_HOLD names one point and a file: `POINT=FILE`, or `POINT#3=FILE` for the third time that the point is reached.
/// There the program writes its process number into FILE and goes on when FILE is gone. `POINT#3@PROCESS=FILE` names the
/// process that holds it besides: when that one has ended, nobody would remove FILE, and the program ends as if it had been
/// killed at the point. Without the variable a point costs one comparison. Nothing but tests sets it.
package enum HoldPoint {
    private struct Order {
        let point: String
        let turn: Int
        let holder: pid_t?
        let file: URL

        init?(_ text: String) {
            guard let equals = text.firstIndex(of: "=") else { return nil }
            let parts = text[..<equals].split(separator: "@", maxSplits: 1)
            let place = (parts.first ?? "").split(separator: "#", maxSplits: 1)
            holder = parts.count > 1 ? pid_t(parts[1]) : nil
            guard let point = place.first else { return nil }
            self.point = String(point)
            turn = place.count > 1 ? Int(place[1]) ?? 1 : 1
            file = URL(filePath: String(text[text.index(after: equals)...]))
        }
    }

    private static let order = ProcessInfo.processInfo.environment["DOTCHI_HOLD"].flatMap(Order.init)
    private static let reached = Atomic(0)

    /// Says that the program is at `point`, and waits there where a test asks for that.
    package static func reached(_ point: String) {
        guard let order, order.point == point,
            reached.add(1, ordering: .sequentiallyConsistent).newValue == order.turn
        else { return }
        guard (try? Data("\(getpid())\n".utf8).write(to: order.file, options: .atomic)) != nil else { return }
        while access(order.file.path, F_OK) == 0 {
            if let holder = order.holder, hasEnded(holder) { kill(getpid(), SIGKILL) }
            usleep(2_000)
        }
    }

    /// Whether there is no process of that number, or only what is left of it until its parent looks (a zombie); one of
    /// another user (EPERM) is there.
    private static func hasEnded(_ process: pid_t) -> Bool {
        if kill(process, 0) != 0 { return errno == ESRCH }
        let facts = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return facts?.split(separator: ")").last?.split(separator: " ").first == "Z"
    }
}
