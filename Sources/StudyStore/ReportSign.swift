package import Foundation

/// What shows that a file is a report of dotchi's, or holds a table of one, whatever it is called and in whatever format: the
/// units in the headings of the paper's tables, which no language changes, or what the analysis begins with as JSON.
package enum ReportSign {
    /// Texts that are in it together.
    private static let signs: [[String]] = [
        ["[%]", "[epochs]"], ["{[}\\%{]}", "{[}epochs{]}"], ["\"other_plans\"", "\"funnel\""],
    ]

    /// So many bytes are looked at: in a report of any format its tables come first.
    private static let beginning = 1 << 20

    /// Whether one is in `bytes`, or in their beginning.
    package static func isIn(_ bytes: Data) -> Bool {
        let bytes = bytes.prefix(beginning)
        return signs.contains { $0.allSatisfy { bytes.range(of: Data($0.utf8)) != nil } }
    }
}
