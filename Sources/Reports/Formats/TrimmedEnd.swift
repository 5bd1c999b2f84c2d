extension String {
    /// The text without line breaks at its end.
    package var trimmedEnd: String { String(self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)]) }
}
