/// An R, which exports are read by.
package enum R {
    /// Whether there is one on the path.
    package static let isThere = (try? run("0", [])) != nil

    /// Runs a program.
    ///
    /// - Parameter arguments: what it finds in `commandArgs(TRUE)`.
    /// - Throws: ``InterpreterFailure`` where it did not end well; what starting it throws.
    package static func run(_ program: String, _ arguments: [String]) throws {
        try Interpreter.run(["Rscript", "-e", program] + arguments, environment: ["LC_ALL": "C.UTF-8"])
    }
}
