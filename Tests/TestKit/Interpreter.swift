import Foundation

/// Programs in other languages, which what dotchi writes is read by.
enum Interpreter {
    /// Runs a command, found on the path, and waits for its end.
    ///
    /// - Parameter environment: what is set beside the environment of the tests.
    /// - Throws: ``InterpreterFailure`` where it did not end well; what starting it throws.
    static func run(_ command: [String], environment: [String: String]) throws {
        let process = Process()
        // Which looks on the path where the interpreter is no path.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, ours in ours }
        let talk = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = talk
        try process.run()
        let said = talk.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw InterpreterFailure(said: String(decoding: said, as: UTF8.self))
        }
    }
}

/// A program that did not end well.
package struct InterpreterFailure: Error {
    /// What it wrote to standard error.
    package let said: String
}
