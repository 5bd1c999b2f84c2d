/// An R, which exports are read by.
package enum R {
    /// Why there is none that reads tables in UTF-8: a reason to skip a test; nil where there is one.
    package static let lack: String? = Tool.lack {
        try run(#"stopifnot(nchar("方法") == 2, nrow(read.csv(text = "a\n1")) == 1)"#, [])
    }.map { "needs R (\($0))" }

    /// Runs a program.
    ///
    /// - Parameter arguments: what it finds in `commandArgs(TRUE)`.
    /// - Throws: ``InterpreterFailure`` where it did not end well; what starting it throws.
    package static func run(_ program: String, _ arguments: [String]) throws {
        try Interpreter.run(["Rscript", "-e", program] + arguments, environment: ["LC_ALL": "C.UTF-8"])
    }
}
