/// Where the answers of a page go.
package enum Submission: Sendable, Hashable {
    /// Into a file that the person saves and sends.
    case file
    /// To the collector that serves the page.
    case collector
    /// To a collector elsewhere: the address below which it answers, without a slash at its end.
    case address(String)

    /// Whether answers are sent as they are given.
    package var isSent: Bool { self != .file }
}

/// One text, as study.yaml and plans have it.
extension Submission: RawRepresentable, Codable {
    /// The submission that a text names: a word, or an address with `//` in it.
    package init?(rawValue: String) {
        switch rawValue {
        case "file": self = .file
        case "collector": self = .collector
        default:
            guard rawValue.contains("//") else { return nil }
            self = .address(String(rawValue.reversed().drop { $0 == "/" }.reversed()))
        }
    }

    /// The same text.
    package var rawValue: String {
        switch self {
        case .file: "file"
        case .collector: "collector"
        case .address(let address): address
        }
    }
}
