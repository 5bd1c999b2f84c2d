import Analysis
import Preference

extension JSONValue {
    /// `[low, high]`.
    static func interval(_ interval: Interval) -> JSONValue { .array([.number(interval.low), .number(interval.high)]) }

    /// The number, or null.
    static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}

extension Result where Failure == Missing {
    /// The members of what exists, or as many nulls and the reason.
    func members(_ parts: [(key: String, value: (Success) -> JSONValue)]) -> [JSONValue.Member] {
        parts.map { .init($0.key, value.map($0.value) ?? .null) } + reason
    }

    /// The object of the same.
    func json(_ parts: [(key: String, value: (Success) -> JSONValue)]) -> JSONValue { .object(members(parts)) }

    /// Why there is nothing, as a member; none where there is something.
    var reason: [JSONValue.Member] { why.map { [.init("why", .string($0.words))] } ?? [] }
}
