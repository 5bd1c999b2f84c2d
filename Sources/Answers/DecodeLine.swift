import Foundation
import Study
import Text

/// Why a line of an answer file is not what it should be.
struct LineFault: Error {
    /// What is wrong and what was expected.
    let reason: String
    /// Whether the line is not even JSON.
    let isNoJSON: Bool

    init(_ reason: String, isNoJSON: Bool = false) {
        self.reason = reason
        self.isNoJSON = isNoJSON
    }
}

/// Decodes the JSON object of one line; what is wrong is said by the file's own keys.
func decodeLine<Value: Decodable>(
    _ type: Value.Type, from bytes: ArraySlice<UInt8>
) throws(LineFault) -> Value {
    guard bytes.count <= AnswerFile.longestLine else {
        throw LineFault("the line has \(bytes.count) bytes, expected at most \(AnswerFile.longestLine)")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw LineFault("the line is not UTF-8") }
    do {
        return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
        throw LineFault(error, in: Data(bytes))
    } catch {
        throw LineFault("the line is no JSON object", isNoJSON: true)
    }
}

extension LineFault {
    /// The value itself is quoted of numbers and of words that the format knows, never of what a person may have written.
    fileprivate init(_ error: DecodingError, in line: Data) {
        func key(_ context: DecodingError.Context) -> String {
            context.codingPath.last.map { "\"\($0.stringValue)\"" } ?? "the line"
        }
        switch error {
        case .keyNotFound(let key, _):
            self.init("\"\(key.stringValue)\" is missing")
        case .valueNotFound(_, let context):
            self.init("\(key(context)) is null")
        case .typeMismatch(let type, let context) where type is Int.Type && !context.codingPath.isEmpty:
            self.init(
                "\(key(context))\(Self.value(at: context, in: line)), expected \(Self.whole(at: context, in: line))")
        case .typeMismatch(let type, let context):
            self.init("\(key(context)) is not \(Self.name(of: type))")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(
                "\(key(context))\(Self.value(at: context, in: line)), expected \(Self.expected(at: context, in: line))")
        default:
            // A number that is not whole comes without its key.
            let fraction = Self.values(in: line)?.first { $0.value.isFraction }
            if let fraction, let text = fraction.value.text {
                self.init("\"\(fraction.key)\" is \(text), expected \(fraction.value.whole)")
            } else {
                self.init("the line is no JSON object", isNoJSON: true)
            }
        }
    }

    private static func values(in line: Data) -> [String: Value]? {
        try? JSONDecoder().decode([String: Value].self, from: line)
    }

    /// ` is VALUE` of a key of the line.
    private static func value(at context: DecodingError.Context, in line: Data) -> String {
        context.codingPath.last.flatMap { values(in: line)?[$0.stringValue]?.text }.map { " is \($0)" }
            ?? " is something else"
    }

    /// A whole number, as is expected of a key.
    private static func whole(at context: DecodingError.Context, in line: Data) -> String {
        context.codingPath.last.flatMap { values(in: line)?[$0.stringValue]?.whole } ?? "a whole number"
    }

    /// What a key may hold whose value is of the right type, but none that the format knows.
    private static func expected(at context: DecodingError.Context, in line: Data) -> String {
        let words: [String] =
            switch context.codingPath.last?.stringValue {
            case "choice": Choice.allCases.map(\.rawValue)
            case "kind": AnswerEvent.Kind.allCases.map(\.rawValue)
            default: []
            }
        guard let last = words.last else { return whole(at: context, in: line) }
        return words.dropLast().joined(separator: ", ") + " or \(last)"
    }

    /// A value of a line, as messages show it.
    private struct Value: Decodable {
        private(set) var text: String?
        private(set) var isFraction = false
        /// What whole number is expected in its place: one with 19 digits and more may be beyond those that are counted.
        private(set) var whole = "a whole number"

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                text = "\(flag)"
            } else if let whole = try? container.decode(Int.self) {
                text = "\(whole)"
            } else if let number = try? container.decode(Double.self) {
                text = "\(number)"
                isFraction = true
                if abs(number) >= 0x1p63 { whole = "a whole number of at most 18 digits" }
            } else {
                text = (try? container.decode(String.self)).map(quoted)
            }
        }
    }

    private static func name(of type: Any.Type) -> String {
        switch type {
        case is Int.Type: "a whole number"
        case is String.Type: "a text"
        default: "a JSON object"
        }
    }
}
