import Files
import Foundation

/// A page that was built before, into the same folder, for another plan: sessions that began there go on there.
struct EarlierBuild: Encodable {
    /// The hash of its plan.
    var hash: String
    /// Its page: a file beside index.html.
    var page: String

    /// The earlier builds in `folder`, one a plan, for plans other than `hash`: the youngest where a plan has several.
    static func all(in folder: URL, except hash: String) throws -> [EarlierBuild] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let pages = try PageEntries.files(in: folder).filter {
            $0 == PageEntries.index || PageEntries.areEarlierPage($0)
        }
        var found: [(build: EarlierBuild, date: Date)] = []
        for page in pages {
            let file = folder.appending(path: page)
            let content = try RegularFile.bytes(of: file)
            guard let plan = plan(of: content, in: folder), plan != hash else { continue }
            let date = try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            let name = page == PageEntries.index ? "index-\(ContentHash.name(content)).html" : page
            found.append((EarlierBuild(hash: plan, page: name), date ?? .distantPast))
        }
        var builds: [String: EarlierBuild] = [:]
        for (build, _) in found.sorted(by: { ($0.date, $0.build.page) < ($1.date, $1.build.page) }) {
            builds[build.hash] = build
        }
        return builds.values.sorted { $0.hash < $1.hash }
    }

    /// The hash of the plan that the page in `folder` asks; nil where it does not say.
    static func plan(ofPageIn folder: URL) throws -> String? {
        plan(of: try RegularFile.bytes(of: folder.appending(path: PageEntries.index)), in: folder)
    }

    private static func plan(of page: Data, in folder: URL) -> String? {
        if let named = hash(in: page, after: "<meta name=\"dotchi-plan\" content=\"") { return named }
        // Before pages named their plan, it stood in the data: in the page, or in a file beside it.
        if let inlined = hash(in: page, after: "\"hash\":\"") { return inlined }
        let plan = try? RegularFile.bytes(of: folder.appending(path: "plan.js"))
        return plan.flatMap { hash(in: $0, after: "\"hash\":\"") }
    }

    private static func hash(in data: Data, after mark: String) -> String? {
        guard let range = data.range(of: Data(mark.utf8)) else { return nil }
        let hash = String(decoding: data[range.upperBound...].prefix(64), as: UTF8.self)
        return hash.wholeMatch(of: /[0-9a-f]{64}/) == nil ? nil : hash
    }
}
