import Files
import Foundation

/// Whose page a folder has.
extension PageFolder {
    /// Checks that the page in the folder, if there is one, has the seat `seat` alone.
    ///
    /// - Throws: ``SurveyPageError/otherSeats(path:seat:there:)``.
    func expectNoSeat(but seat: Int) throws {
        guard let page = try index() else { return }
        let there = Self.text(after: "<meta name=\"dotchi-seat\" content=\"", in: page).flatMap { Int($0) }
        guard there == seat else { throw SurveyPageError.otherSeats(path: place.path, seat: seat, there: there) }
    }

    /// Checks that the page in the folder, if there is one, is of the study `study`, as far as it says.
    ///
    /// - Throws: ``SurveyPageError/otherStudy(path:there:)``.
    func expectNoStudy(but study: String) throws {
        guard let page = try index(), let there = self.study(of: page), there != study else { return }
        throw SurveyPageError.otherStudy(path: place.path, there: there)
    }

    /// Checks that the page in the folder, if there is one, asks one of `plans`, as far as it says: studies may have one id,
    /// as copies of a template do.
    ///
    /// - Throws: ``SurveyPageError/otherPlan(path:study:plan:)``.
    func expectNoPlan(but plans: Set<String>, of study: String) throws {
        guard try index() != nil, let there = try EarlierBuild.plan(ofPageIn: place), !plans.contains(there) else {
            return
        }
        throw SurveyPageError.otherPlan(path: place.path, study: study, plan: there)
    }

    /// The page in the folder; nil where there is none.
    private func index() throws -> Data? {
        let index = place.appending(path: PageEntries.index)
        guard FileManager.default.fileExists(atPath: index.path) else { return nil }
        do {
            return try RegularFile.bytes(of: index)
        } catch {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "index.html cannot be read")
        }
    }

    private func study(of page: Data) -> String? {
        if let named = Self.text(after: "<meta name=\"dotchi-study\" content=\"", in: page) { return named }
        // Before pages named their study, it stood in the data alone: in the page, or in a file beside it.
        let mark = "\"study\":\""
        if let inlined = Self.text(after: mark, in: page) { return inlined }
        let data = Self.text(after: "<script src=\"data-", in: page).map { "data-\($0)" } ?? "plan.js"
        guard PageEntries.areOfPage(data) else { return nil }
        return (try? RegularFile.bytes(of: place.appending(path: data))).flatMap { Self.text(after: mark, in: $0) }
    }

    /// What stands in `page` between `mark` and the next quotation mark.
    private static func text(after mark: String, in page: Data) -> String? {
        guard let mark = page.range(of: Data(mark.utf8)) else { return nil }
        return String(decoding: page[mark.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
}
