/// What is wrong with a safetensors file, or with writing one.
package struct SafetensorsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file.
    package let file: String
    /// The tensor concerned, if it is about one.
    package let tensor: String?
    /// What was wrong, and what was expected.
    package let reason: String
    /// Whether the file could not be written; else it could not be read, or is not what it should be.
    package let isOfWriting: Bool

    init(file: String, tensor: String?, reason: String, isOfWriting: Bool = false) {
        self.file = file
        self.tensor = tensor
        self.reason = reason
        self.isOfWriting = isOfWriting
    }

    /// "tensor NAME: what was wrong", without the file.
    package var fault: String { tensor.map { "tensor \($0): \(reason)" } ?? reason }

    /// "FILE: tensor NAME: what was wrong".
    package var description: String { "\(file): \(fault)" }
}
