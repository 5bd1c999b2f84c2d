import Foundation
package import Testing

/// When a test gives up waiting for what must happen. No measure of speed: only hangs come to these limits, on any machine
/// and however busy it is.
package enum HangLimit {
    /// Seconds for one thing that is waited for.
    package static let wait: Double = 600

    /// Minutes for a whole test, with its wait for its turn.
    static let test = 60
}

extension Trait where Self == TimeLimitTrait {
    /// Ends a test that hangs.
    package static var endsHangs: Self { .timeLimit(.minutes(HangLimit.test)) }
}

/// Waits until `condition` holds.
///
/// - Throws: ``HangError`` with `what` where it does not within ``HangLimit/wait``; what `condition` throws.
package func eventually(
    _ what: @autoclosure () -> String, isolation: isolated (any Actor)? = #isolation, _ condition: () throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(HangLimit.wait)
    while try !condition() {
        guard ContinuousClock.now < deadline else { throw HangError(what: what()) }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// The same where nothing else can be done meanwhile.
package func eventually(_ what: @autoclosure () -> String, _ condition: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(HangLimit.wait)
    while try !condition() {
        guard ContinuousClock.now < deadline else { throw HangError(what: what()) }
        Thread.sleep(forTimeInterval: 0.02)
    }
}

/// What did not happen.
package struct HangError: Error, CustomStringConvertible {
    let what: String

    /// That `what` did not happen.
    package init(what: String) {
        self.what = what
    }

    /// The message.
    package var description: String { "this did not happen: \(what)" }
}
