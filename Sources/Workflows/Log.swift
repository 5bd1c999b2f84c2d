package import Logging

/// What the steps of a command were, for who looks for a fault: which files, how much, how long. Notes and progress are the
/// ``Reporter``'s.
package let log = Logger(label: "dotchi")

extension Logger {
    /// Does `work` and logs what it was, with the seconds that it took.
    func timed<Result, Failure>(_ what: @autoclosure () -> String, _ work: () throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try work()
        debug("\(what()) in \(((clock.now - start) / .seconds(1)).decimals(3)) s")
        return result
    }
}
