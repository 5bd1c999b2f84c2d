/// What is wrong with a safetensors file, or with writing one.
package struct SafetensorsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file.
    package let file: String
    /// The tensor concerned, if it is about one.
    package let tensor: String?
    /// What was wrong, and what was expected.
    package let reason: String

    /// "FILE: tensor NAME: what was wrong".
    package var description: String {
        tensor.map { "\(file): tensor \($0): \(reason)" } ?? "\(file): \(reason)"
    }
}
