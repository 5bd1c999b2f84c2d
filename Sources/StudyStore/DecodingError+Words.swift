extension DecodingError {
    /// What is wrong with the JSON, in words of our own: those of the standard library name its types, not ours.
    var words: String {
        switch self {
        case .keyNotFound(let key, let context):
            "it lacks “\(Self.place(context.codingPath + [key]))”"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(Self.name(context)) is a value of another kind than expected"
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            "it is no JSON"
        case .dataCorrupted(let context):
            "\(Self.name(context)) is a value that is not known"
        @unknown default:
            "it is not what was expected"
        }
    }

    private static func name(_ context: Context) -> String {
        context.codingPath.isEmpty ? "the whole of it" : "“\(place(context.codingPath))”"
    }

    /// Where a value stands, as `survey.question`.
    private static func place(_ path: [any CodingKey]) -> String {
        path.map { $0.intValue.map(String.init) ?? String($0.stringValue.prefix(40)) }.joined(separator: ".")
    }
}
