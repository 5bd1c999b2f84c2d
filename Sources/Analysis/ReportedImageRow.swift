/// An image that people reported while they were asked.
package struct ReportedImageRow: Sendable, Hashable {
    /// The image, as other rows name it (`METHOD/CONDITION@GENERATION#INDEX`).
    package let image: String
    /// The name of its file without folder and ending, where it was imported.
    package let file: String?
    /// How many people reported it.
    package let people: Int

    /// A row.
    package init(image: String, file: String?, people: Int) {
        self.image = image
        self.file = file
        self.people = people
    }
}
