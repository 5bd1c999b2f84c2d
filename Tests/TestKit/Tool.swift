import Foundation

/// A program that a test needs and that not every machine has.
package enum Tool {
    /// Whether the program is on the path.
    package static func isThere(_ name: String) -> Bool { place(of: name) != nil }

    /// Where the program is on the path; nil where it is not.
    static func place(of name: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Why `work`, the least of what a test needs the program for, cannot be done: what the program said last; nil where it
    /// can. So a program that is installed by half is seen before a test relies on it.
    static func lack(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch let failure as InterpreterFailure {
            let lines = failure.said.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            return lines.last { !$0.isEmpty } ?? "it failed without a word"
        } catch {
            return "\(error)"
        }
    }
}
