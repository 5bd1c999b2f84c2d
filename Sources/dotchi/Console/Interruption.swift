import Dispatch
import Foundation
import Synchronization

/// Turns Ctrl-C (SIGINT) and SIGTERM into a wish to stop, which long work asks for between two steps; the second signal
/// ends the program at once.
enum Interruption {
    private static let wished = Atomic(false)

    /// Whether someone asked to stop.
    static var isWished: Bool { wished.load(ordering: .relaxed) }

    /// Listens from now on, for the rest of the program's life.
    static func listen() {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                // Only what is safe in a signal handler: an atomic, and the default action for the second signal.
                Interruption.wished.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }
}
