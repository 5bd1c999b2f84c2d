import Foundation

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
        throw LineFault(error)
    } catch {
        throw LineFault("the line is no JSON object", isNoJSON: true)
    }
}

extension LineFault {
    fileprivate init(_ error: DecodingError) {
        func key(_ context: DecodingError.Context) -> String {
            context.codingPath.last.map { "\"\($0.stringValue)\"" } ?? "the line"
        }
        switch error {
        case .keyNotFound(let key, _):
            self.init("\"\(key.stringValue)\" is missing")
        case .valueNotFound(_, let context):
            self.init("\(key(context)) is null")
        case .typeMismatch(let type, let context):
            self.init("\(key(context)) is not \(Self.name(of: type))")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init("\(key(context)) has a value that is not known here or out of range")
        default:
            self.init("the line is no JSON object", isNoJSON: true)
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
