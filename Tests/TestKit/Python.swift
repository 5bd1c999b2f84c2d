package import Foundation

/// A Python, which interchange is tested against.
package enum Python {
    /// The first of what `make test PYTHON=FILE` gave and of the python3 of the path that has torch, safetensors and numpy,
    /// all of them; nil without.
    package static let withTorch: String? = torch.python
    /// Why there is none: a reason to skip a test.
    package static let torchLack = torch.lack

    /// The same with pandas.
    package static let withPandas: String? = pandas.python
    /// Why there is none.
    package static let pandasLack = pandas.lack

    /// The same with choix and pandas.
    package static let withChoix: String? = choix.python
    /// Why there is none.
    package static let choixLack = choix.lack

    private static let torch = having("torch, safetensors, numpy")
    private static let pandas = having("pandas")
    private static let choix = having("choix, pandas")

    // One that has some of them only is none, and is named with what it lacks.
    private static func having(_ modules: String) -> (python: String?, lack: String) {
        var lacks: [String] = []
        for python in [ProcessInfo.processInfo.environment["PYTHON"] ?? "", "python3"] where !python.isEmpty {
            guard let lack = Tool.lack({ try run(python, "import \(modules)", []) }) else { return (python, "") }
            lacks.append("\(python): \(lack)")
        }
        return (nil, "make test PYTHON=FILE runs this, with \(modules) (\(lacks.joined(separator: "; ")))")
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
