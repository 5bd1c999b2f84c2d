package import Foundation
package import Study

/// The page of a plan as a collector serves it: its files, what a seat is asked, and each image when it is asked for. No seat is
/// among the files, and no address to which people are sent, since codes by which they are paid may stand in these.
package struct CollectedPage: Sendable {
    /// A file of the page.
    package struct File: Sendable {
        /// Its media type.
        package let type: String
        /// Its bytes.
        package let bytes: Data
        /// Whether its name tells its content, so that it never changes.
        package let isNamedByContent: Bool
    }

    /// What a person is asked, as the page's script takes it.
    package struct SeatContent: Sendable, Encodable {
        /// By trial the names of the left and the right image, and of the reference where there is one.
        package let trials: [[String]]
        /// The texts above the pairs; none where none are shown.
        package let texts: [String]
        /// The side that a trial's question asks for, by its number.
        package let checks: [String: String]
    }

    /// The files by their paths below the page's address; `index.html` among them.
    package let files: [String: File]
    /// The Content Security Policy of the page.
    package let policy: String
    /// The folder of the images below the page's address.
    package let imageFolder: String
    /// How many seats there are.
    package let seats: Int
    private let contents: [Int: SeatContent]
    private let entries: [String: PoolEntry]
    private let references: [String: Trial]
    private let png: BlindPNG
    private let referencePNG: BlindPNG?
    private let image: @Sendable (PoolEntry) throws -> PageImage
    private let reference: @Sendable (Trial) throws -> PageImage?

    init(
        files: [String: File], policy: String, imageFolder: String, seats: Int, contents: [Int: SeatContent],
        _ images: PageImages, image: @escaping @Sendable (PoolEntry) throws -> PageImage,
        reference: @escaping @Sendable (Trial) throws -> PageImage?
    ) {
        self.files = files
        self.policy = policy
        self.imageFolder = imageFolder
        self.seats = seats
        self.contents = contents
        entries = images.entries
        references = images.references
        png = images.png
        referencePNG = images.referencePNG
        self.image = image
        self.reference = reference
    }

    /// What the person of a seat is asked; nil where there is no such seat.
    package func content(ofSeat number: Int) -> SeatContent? { contents[number] }

    /// The file of an image of the page; nil where it has none of that name.
    ///
    /// - Throws: what gives the images throws.
    package func image(_ name: String) throws -> Data? {
        if let entry = entries[name] {
            return Data(try png.file(PageImages.picture(image(entry), of: entry), name: name))
        }
        guard let trial = references[name], let referencePNG, let reference = try reference(trial) else { return nil }
        return Data(try referencePNG.file(PageImages.picture(reference, of: trial.left), name: name))
    }
}

extension SurveyPage {
    /// The page for a collector.
    ///
    /// - Parameters:
    ///   - templates: survey-templates/, with `page`.
    ///   - text: the text above a pair; nil where there is none.
    ///   - reference: the reference image with a pair; nil where there is none.
    ///   - image: the image of a pool entry.
    /// - Throws: ``SurveyPageError``, and what the closures throw.
    package func collected(
        templates: URL, text: @escaping (Trial) throws -> String?,
        reference: @escaping @Sendable (Trial) throws -> PageImage?,
        image: @escaping @Sendable (PoolEntry) throws -> PageImage
    ) throws -> CollectedPage {
        let templates = try PageTemplates(folder: templates, survey: plan.survey)
        let images = try PageImages(
            of: plan.seats, names: names, unlinked: false, contexts: PageContexts(text: text, reference: reference),
            image: image)
        let contents = images.seats.map { seat in
            let content = CollectedPage.SeatContent(
                trials: seat.trials, texts: seat.texts, checks: PageData.byName(seat.checks))
            return (seat.number, content)
        }
        let folders = PagePlan.Folders(seats: "", images: "images-\(ContentHash.name(images.names))")
        let data = try data(images, earlier: [], folders: folders).script()
        var files: [String: CollectedPage.File] = [:]
        var names: [String: String] = [:]
        for (kind, text, ending, type) in [
            ("styles", templates.styles, "css", "text/css; charset=utf-8"),
            ("data", data, "js", "text/javascript; charset=utf-8"),
            ("script", templates.script, "js", "text/javascript; charset=utf-8"),
        ] {
            let name = "\(kind == "data" ? "data" : "survey")-\(ContentHash.name([text])).\(ending)"
            files[name] = .init(type: type, bytes: Data(text.utf8), isNamedByContent: true)
            names[kind] = name
        }
        let page = index(templates, filesPolicy, names, inlined: false)
        files[PageEntries.index] = .init(
            type: "text/html; charset=utf-8", bytes: Data(page.utf8), isNamedByContent: false)
        return CollectedPage(
            files: files, policy: whole(filesPolicy), imageFolder: folders.images, seats: plan.seats.count,
            contents: Dictionary(contents) { first, _ in first }, images, image: image, reference: reference)
    }
}
