package import Study

/// What a page shows of the item of each pair, beside its images.
package struct PageContexts {
    /// The text above a pair; nil where there is none.
    package var text: (Trial) throws -> String?
    /// The reference image with a pair; nil where there is none.
    package var reference: (Trial) throws -> PageImage?

    /// What is shown.
    package init(
        text: @escaping (Trial) throws -> String? = { _ in nil },
        reference: @escaping (Trial) throws -> PageImage? = { _ in nil }
    ) {
        self.text = text
        self.reference = reference
    }
}
