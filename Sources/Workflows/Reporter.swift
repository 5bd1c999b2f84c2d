/// Who hears what happens while work is done, and may ask it to stop: a terminal, a log, a server, a test.
///
/// Texts may hold names and words of others as they are: whoever shows them makes them safe.
package protocol Reporter: Sendable {
    /// Says how the work goes: a line or a few.
    func say(_ text: String)
    /// Says what is worth knowing and stops nothing.
    func note(_ text: String)
    /// Begins to follow long work of that title.
    func progress(_ title: String) -> any WorkProgress
    /// Whether someone asked to stop: long work looks between two steps, and ends with a ``Failure`` of the kind
    /// ``Failure/Kind/interrupted``.
    var isStopped: Bool { get }
}

/// How far one piece of long work has come.
package protocol WorkProgress: Sendable {
    /// `done` of `total` is done. Called at every step; who follows it shows what they like.
    ///
    /// - Parameter facts: what is said beside it, the most important first, then the last; nil leaves it at the numbers.
    func show(done: Int, total: Int, _ facts: @autoclosure () -> [String]?)
    /// The work is done, with words that stay.
    func finish(_ text: String)
    /// The work is over, and nothing is to be said of it.
    func clear()
}

extension WorkProgress {
    /// `done` of `total` is done.
    package func show(done: Int, total: Int) { show(done: done, total: total, nil) }
}
