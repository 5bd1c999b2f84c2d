import Foundation

/// All data of the page: the plan, what is said in each language, and in a single file the images.
struct PageData: Encodable {
    var plan: PagePlan
    var texts: [String: [String: String]]
    /// Data URIs by name; nil where the images are files of their own.
    var images: [String: String]?

    /// A script that sets the global `dotchi`. Safe within a `<script>` element: nothing in it ends the element, and no
    /// character of it ends a line where JSON has none.
    func script() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(self), as: UTF8.self)
            .replacing("<", with: #"\u003c"#)
            .replacing("\u{2028}", with: #"\u2028"#)
            .replacing("\u{2029}", with: #"\u2029"#)
        return "const dotchi = \(json)\n"
    }
}
