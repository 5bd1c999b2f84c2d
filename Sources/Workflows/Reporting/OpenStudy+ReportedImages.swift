import Analysis
import Study
import StudyStore
import Text

extension OpenStudy {
    /// The images that people reported under a plan, or under any, those that most people reported first.
    func reportedImages(ofPlan plan: String? = nil) throws -> [ReportedImageRow] {
        try store.reportedImages(ofPlan: plan).map {
            ReportedImageRow(image: $0.entry.name, file: $0.file, people: $0.people)
        }
    }

    /// A sentence on the images that people reported, under any plan; nil where nobody did.
    func reportedImagesNote() throws -> String? {
        let reported = try reportedImages()
        guard !reported.isEmpty else { return nil }
        let named = reported.prefix(Self.mostReported).map { row in
            "\(row.image)\(row.file.map { " (\($0.visibleLine))" } ?? ""): \(row.people.counted("person", "people"))"
        }
        let rest = reported.count - named.count
        return
            "people reported \(reported.count.counted("image")): \(named.joined(separator: "; "))"
            + (rest > 0 ? "; and \(rest) more, which `dotchi analyze --json` lists" : "")
    }

    /// So many reported images are named in a note.
    private static let mostReported = 20
}
