import Foundation

/// The files of a page, found as a browser finds them: from its index.html.
struct PageFiles {
    let folder: URL
    let index: String

    init(_ folder: URL) throws {
        self.folder = folder
        index = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    }

    /// The files that index.html names: style, data, script.
    var named: [String] {
        index.matches(of: /(?:src|href)="([a-z]+-[0-9a-f]{16}\.(?:js|css))"/).map { String($0.output.1) }
    }

    /// The data that every visitor gets.
    var data: URL { folder.appending(path: named.first { $0.hasPrefix("data-") } ?? "no data") }

    /// The pairs of a seat.
    func seat(_ number: Int) throws -> URL {
        try folder.appending(path: "\(Self.part("seats", of: text(data)))/\(number).js")
    }

    /// The image of a name.
    func image(_ name: String) throws -> URL {
        try folder.appending(path: "\(Self.part("images", of: text(data)))/\(name).png")
    }

    /// The names of the images of a seat: by trial left and right.
    func pairs(_ number: Int) throws -> [[String]] {
        let script = try text(seat(number))
        let literal = script.split(separator: " = ", maxSplits: 1).last ?? ""
        return try JSONDecoder().decode([[String]].self, from: Data(literal.utf8))
    }

    func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    private static func part(_ name: String, of data: String) throws -> Substring {
        guard let found = try Regex("\"\(name)\":\"([a-z]+-[0-9a-f]{16})\"").firstMatch(in: data) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return found.output[1].substring ?? ""
    }
}
