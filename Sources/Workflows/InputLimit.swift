import Answers
import Study
import Text

/// How many bytes something that is given to be read may have, so that what never ends fills no memory.
struct InputLimit {
    /// How many.
    let bytes: Int
    /// What it is, as a sentence goes on after "no".
    let kind: String
    /// What to do instead.
    let remedy: String

    /// An answer file.
    static let answers = InputLimit(
        bytes: AnswerLimits.bytes, kind: "answer file",
        remedy: "An answer file is one that the page or `dotchi votes answers` wrote.")
    /// A table of votes: some ten million of them.
    static let votes = InputLimit(
        bytes: 1 << 30, kind: "table of votes",
        remedy: "Give the columns alone that `dotchi help analyze` names, or a part of the rows.")
    /// A table of epochs and hours.
    static let runs = InputLimit(
        bytes: 1 << 24, kind: "table of runs", remedy: "It has a row for each condition and method.")

    /// A table of items.
    static let items = InputLimit(
        bytes: 1 << 27, kind: "table of items", remedy: "It has a row for each item, with a text or the name of a file."
    )

    /// That `name` is longer.
    func failure(_ name: String) -> Failure {
        Failure(.badData, "\(name.visibleLine): it is larger than \(bytes.bytes), which no \(kind) is. \(remedy)")
    }
}
