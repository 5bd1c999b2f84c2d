/// Why a file's tensors are not those of a network.
package enum ParameterError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file has no tensor of this name.
    case missing(String)
    /// The file's tensor of this name has another shape.
    case shape(String, found: [Int], expected: [Int])
    /// The file's tensor of this name holds whole numbers.
    case wholeNumbers(String)

    /// What was wrong and what was expected.
    package var description: String {
        switch self {
        case .missing(let name): "there is no tensor \(name)"
        case .shape(let name, let found, let expected): "the tensor \(name) has the shape \(found), not \(expected)"
        case .wholeNumbers(let name): "the tensor \(name) holds whole numbers, and F32 or F16 is needed"
        }
    }
}
