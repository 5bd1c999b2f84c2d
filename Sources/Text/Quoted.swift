/// A value as messages show it: in quotes, on one line, cut where it is long.
package func quoted(_ text: String) -> String {
    text.count > 40 ? "\"\(text.prefix(40).visibleLine)...\"" : "\"\(text.visibleLine)\""
}
