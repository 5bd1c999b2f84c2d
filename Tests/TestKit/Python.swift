package import Foundation

/// A Python, which interchange is tested against.
package enum Python {
    /// What `make test PYTHON=FILE` gave, else the python3 of the path where that one has all three; nil without.
    package static let withTorch: String? = {
        if let given = ProcessInfo.processInfo.environment["PYTHON"], !given.isEmpty { return given }
        return (try? run("python3", "import torch, safetensors, numpy", [])) == nil ? nil : "python3"
    }()

    /// The first of what `make test PYTHON=FILE` gave and of the python3 of the path that has pandas; nil without.
    package static let withPandas: String? = having("pandas")

    /// The same for choix and pandas.
    package static let withChoix: String? = having("choix, pandas")

    private static func having(_ modules: String) -> String? {
        let given = ProcessInfo.processInfo.environment["PYTHON"] ?? ""
        return [given, "python3"].first { python in
            !python.isEmpty && (try? run(python, "import \(modules)", [])) != nil
        }
    }

    /// Runs a program that uses `dotchi_torch`.
    ///
    /// - Parameter arguments: what it finds in `sys.argv[1:]`.
    /// - Throws: ``InterpreterFailure`` where it did not end well; what starting it throws.
    package static func run(_ program: String, _ arguments: [URL]) throws {
        guard let withTorch else { preconditionFailure("a test that asks for Python.withTorch first") }
        try run(withTorch, program, arguments.map(\.path))
    }

    /// Runs a program by one of the interpreters above.
    ///
    /// - Parameter arguments: what it finds in `sys.argv[1:]`.
    /// - Throws: as above.
    package static func run(_ interpreter: String, _ program: String, _ arguments: [String]) throws {
        try Interpreter.run(
            [interpreter, "-c", program] + arguments,
            environment: [
                "PYTHONPATH": Project.root.appending(path: "Sources/Interchange").path, "PYTHONDONTWRITEBYTECODE": "1",
            ])
    }
}
