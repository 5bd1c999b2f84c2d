import Foundation

/// What every visitor of the page gets: the survey's head, what is said in each language, and in a single file the seats and
/// the images.
struct PageData: Encodable {
    var plan: PagePlan
    var texts: [String: [String: PageText]]
    /// Earlier builds whose sessions go on in the pages that they began in.
    var earlier: [EarlierBuild]
    /// By seat and trial, the names of the left and the right image, and of the reference where one is shown; none where a seat is
    /// a file of its own.
    var seats: [String: [[String]]] = [:]
    /// By seat and trial, the side that its question asks for; none where a seat is a file of its own.
    var checks: [String: [String: String]] = [:]
    /// By seat and trial, the texts above the pairs; as with seats.
    var prompts: [String: [String]] = [:]
    /// Data URIs by name; nil where the images are files of their own.
    var images: [String: String]?

    /// A script that sets the global `dotchi`. Safe within a `<script>` element.
    func script() throws -> String { "const dotchi = \(try Self.literal(self))\n" }

    /// A script that adds the pairs of a seat to the global `dotchi`.
    static func script(seat: Int, trials: [[String]], texts: [String], checks: [Int: String]) throws -> String {
        "dotchi.seats[\(seat)] = \(try literal(trials))\n"
            + (texts.isEmpty ? "" : "dotchi.prompts[\(seat)] = \(try literal(texts))\n")
            + (checks.isEmpty ? "" : "dotchi.checks[\(seat)] = \(try literal(byName(checks)))\n")
    }

    /// The sides that questions ask for, by the names of their trials.
    static func byName(_ checks: [Int: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: checks.map { ("\($0)", $1) })
    }

    /// A value as JavaScript: nothing in it ends a `<script>` element, and no character of it ends a line where JSON has none.
    private static func literal(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
            .replacing("<", with: #"\u003c"#)
            .replacing("\u{2028}", with: #"\u2028"#)
            .replacing("\u{2029}", with: #"\u2029"#)
    }
}
