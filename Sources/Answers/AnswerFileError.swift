import Text

/// Why nothing of an answer file can be taken: it does not say whose answers they are.
package enum AnswerFileError: Error, Hashable, CustomStringConvertible {
    /// The file has no line.
    case empty
    /// The header is in another format; its name is given.
    case unknownFormat(String)
    /// The first line is no header, for the reason given.
    case noHeader(String)

    /// The message.
    package var description: String {
        switch self {
        case .empty:
            "the answer file is empty, expected a header in line 1"
        case .unknownFormat(let format):
            "line 1: the format is \(quoted(format)), but this dotchi reads \(AnswerHeader.formats.map { "\"\($0)\"" }.joined(separator: " and ")); "
                + "a newer dotchi may read it"
        case .noHeader(let reason):
            "line 1: no header of an answer file: \(reason)"
        }
    }
}
