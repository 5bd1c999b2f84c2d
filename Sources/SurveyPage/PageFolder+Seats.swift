import Foundation

/// Whose page a folder has.
extension PageFolder {
    /// Checks that the page in the folder, if there is one, has the seat `seat` alone.
    ///
    /// - Throws: ``SurveyPageError/otherSeats(path:seat:there:)``.
    func expectNoSeat(but seat: Int) throws {
        let index = place.appending(path: PageEntries.index)
        guard FileManager.default.fileExists(atPath: index.path) else { return }
        let page: Data
        do {
            page = try Data(contentsOf: index)
        } catch {
            throw SurveyPageError.cannotWrite(path: place.path, reason: "index.html cannot be read")
        }
        let there = Self.seat(of: page)
        guard there == seat else { throw SurveyPageError.otherSeats(path: place.path, seat: seat, there: there) }
    }

    /// The only seat of a page; nil where it has all.
    private static func seat(of page: Data) -> Int? {
        guard let mark = page.range(of: Data("<meta name=\"dotchi-seat\" content=\"".utf8)) else { return nil }
        return Int(String(decoding: page[mark.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }
}
