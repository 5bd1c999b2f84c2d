/// One file of a report.
package struct ReportFile: Sendable, Hashable {
    /// Its name, without folder.
    package var name: String
    /// Its contents.
    package var text: String

    /// A file.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
