/// A value as messages show it: in quotes, cut where it is long.
func quoted(_ text: String) -> String {
    text.count > 40 ? "\"\(text.prefix(40))...\"" : "\"\(text)\""
}
