import Foundation
import TestKit
import Testing

@Suite("Lint of what is not Swift")
struct LintTests {
    /// A linter and what it finds in a file.
    struct Linter: CustomTestStringConvertible {
        /// Its target of the Makefile.
        var target: String
        /// The variable that names its program.
        var program: String
        /// The variable that names what it reads.
        var sources: String
        /// Files by name, the first of which it is given.
        var files: KeyValuePairs<String, String>
        /// What it calls the fault in them.
        var fault: String

        var testDescription: String { target }
    }

    static let linters = [
        Linter(
            target: "lint-page", program: "TSC", sources: "PAGE_SOURCES",
            files: [
                "jsconfig.json": """
                {"extends": "\(Project.root.path)/Tests/Lint/jsconfig.json", "include": ["a.js"]}
                """,
                "a.js": "function f() { return nowhere }\n",
            ], fault: "Cannot find name 'nowhere'"),
        Linter(
            target: "lint-shell", program: "SHELLCHECK", sources: "SHELL_SOURCES",
            files: ["a.sh": "#!/bin/bash\nrm $1\n"], fault: "SC2086"),
        Linter(
            target: "lint-cxx", program: "CPPCHECK", sources: "CXX_SOURCES",
            files: ["a.cpp": "int f() { int x[2] = {1, 2}; return x[2]; }\n"], fault: "arrayIndexOutOfBounds"),
        Linter(
            target: "lint-python", program: "PYFLAKES", sources: "PYTHON_SOURCES",
            files: ["a.py": "import os\n"], fault: "imported but unused"),
    ]

    @Test("a linter that is not there, or does not start, is skipped with a word", arguments: linters)
    func skipping(linter: Linter) throws {
        try withTemporaryFolder { folder in
            let broken = try program("exit 127", named: "broken", in: folder)
            for program in [folder.appending(path: "nothing"), broken] {
                let lint = try ProgramRun("make", linter.target, "\(linter.program)=\(program.path)")
                #expect(lint.status == 0 && lint.said.contains("make \(linter.target): skipped"), "\(lint.said)")
            }
        }
    }

    @Test("what a linter finds fails, where it is there", arguments: linters)
    func finding(linter: Linter) throws {
        try withTemporaryFolder { folder in
            for (name, text) in linter.files { try Data(text.utf8).write(to: folder.appending(path: name)) }
            let first = folder.appending(path: linter.files[0].key)
            let lint = try ProgramRun("make", linter.target, "\(linter.sources)=\(first.path)")
            let isSkipped = lint.status == 0 && lint.said.contains("make \(linter.target): skipped")
            #expect(isSkipped || lint.status != 0 && lint.said.contains(linter.fault), "\(lint.said)")
        }
    }

    @Test("linters that cannot be installed stop nothing")
    func installing() throws {
        try withTemporaryFolder { folder in
            for name in ["dpkg-query", "apt-get"] { _ = try program("exit 100", named: name, in: folder) }
            _ = try program(#"exec "$@""#, named: "sudo", in: folder)
            let path = "\(folder.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
            let setup = try ProgramRun("make", "setup-lint", "PATH=\(path)")
            #expect(setup.status == 0 && setup.said.contains("make lint does without"), "\(setup.said)")
        }
    }

    private func program(_ script: String, named name: String, in folder: URL) throws -> URL {
        let file = folder.appending(path: name)
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file
    }
}
