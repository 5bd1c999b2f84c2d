import CSV
import Study
import Text

/// The words of tables of votes from other programs.
enum VoteWord {
    /// The truth value that a word says, in any case: as R, pandas, spreadsheets of several languages and people write it;
    /// nil for anything else.
    static func flag(_ text: String) -> Bool? {
        let word = trimmed(text).lowercased()
        if yes.contains(word) { return true }
        return no.contains(word) ? false : nil
    }

    /// `text` without spaces around it.
    static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The rule of rows that a table only marks as left out.
    static let markedRule = "excluded"

    private static let yes: Set<String> = [
        "true", "t", "yes", "y", "1", "1.0", "wahr", "vrai", "verdadero", "vero", "waar", "verdadeiro",
    ]
    private static let no: Set<String> = ["false", "f", "no", "n", "0", "0.0", "falsch", "faux", "falso", "onwaar"]
}

/// How a word of a table was read where it could have meant something else.
package struct VoteReading: Sendable, Hashable, CustomStringConvertible {
    /// The column.
    package let column: VoteColumn
    /// The word.
    package let word: String
    /// How it was read.
    package let kind: Kind
    /// How many rows have it.
    package let rows: Int
    /// The first lines of the file that it is about, where they are few.
    package internal(set) var lines: [Int] = []

    /// How a word is read.
    package enum Kind: Sendable, Hashable {
        /// Nothing is known.
        case missing
        /// The row is left out, by a rule that has no name.
        case excluded
        /// The row is not left out.
        case notExcluded
        /// The row stands for no vote.
        case noVote
        /// The word in another spelling.
        case spelling(of: String)
        /// The name of the column in another spelling.
        case heading
        /// Texts of the column without the blanks around them; the word is the first of them.
        case padded
        /// Lines that repeat the header, as where files stand one behind the other.
        case repeatedHeader
        /// Rows without a choice, which are no votes.
        case withoutChoice
        /// Rows that repeat an earlier one with the same vote's id, which count once.
        case repeatedVote
        /// Names that are alike, in the column and maybe another; the word says which.
        case alike(VoteColumn?)
        /// Votes of several plans; the word says which, the rows are how many.
        case severalPlans
        /// Times that are not ISO 8601; the word is the first of them.
        case unreadTime
    }

    /// The reading in English.
    package var description: String {
        let place = "\(column.rawValue) \(quoted(word)) (\(rows.counted("row")))"
        let some = lines.map(String.init).joined(separator: ", ") + (rows > lines.count ? " ..." : "")
        let these = "\(rows.counted("row")) (line\(rows == 1 ? "" : "s") \(some))"
        return switch kind {
        case .missing: "\(place) is read as missing"
        case .excluded: "\(place) leaves out"
        case .notExcluded: "\(place) leaves nothing out"
        case .noVote: "\(place) counts nothing"
        case .spelling(let word): "\(place) is read as \(word)"
        case .heading: "the column \(quoted(word)) is read as \(column.rawValue)"
        case .padded:
            "\(column.rawValue) is read without blanks around it in \(rows.counted("row")), \(quoted(word)) as "
                + "\(quoted(VoteWord.trimmed(word))); in quotes they would stay"
        case .repeatedHeader:
            "\(rows.counted("line repeats", "lines repeat")) the header and \(rows.word("is", "are")) passed over"
        case .withoutChoice:
            "\(these) \(rows.word("has", "have")) no choice, \(rows.word("is no vote", "are no votes")) and left out"
        case .repeatedVote:
            "\(these) \(rows.word("repeats an earlier row", "repeat earlier rows")) of the same id in column vote, and "
                + "\(rows.word("counts", "count")) once"
        case .alike(let other):
            "\(([column.rawValue] + [other?.rawValue].compactMap(\.self)).joined(separator: ", ")): \(word)"
        case .severalPlans:
            "the votes of \(rows) plans are taken together: \(word); plans may differ in pairs, images and question"
        case .unreadTime:
            "\(column.rawValue) \"\(word.prefix(40).visibleLine)\" \(rows == 1 ? "" : "and the like ")(\(rows.counted("row"))) "
                + "\(rows.word("is", "are")) no time in ISO 8601; people whose last time is not known stand after the others, in the order of the rows"
        }
    }
}

extension TextColumn {
    /// The column with other texts in place of some; each row keeps its code.
    ///
    /// - Parameter replacement: what stands in place of a text, or nil where it stays.
    func replacing(_ replacement: (String) -> String?) -> (column: TextColumn, replaced: [(text: String, rows: Int)]) {
        let values = values
        let replacements = values.map(replacement)
        guard replacements.contains(where: { $0 != nil }) else { return (self, []) }
        var rows = [Int](repeating: 0, count: values.count)
        for code in codes { rows[Int(code)] += 1 }
        let column = TextColumn(codes: codes, values: zip(values, replacements).map { $1 ?? $0 })
        let replaced = values.indices.filter { replacements[$0] != nil }.map { (values[$0], rows[$0]) }
        return (column, replaced)
    }
}
