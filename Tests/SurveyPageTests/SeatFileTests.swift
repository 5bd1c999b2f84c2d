import Answers
import Foundation
import SurveyPage
import TestKit
import Testing

/// The file of one seat beside pages of others.
@MainActor
struct SeatFileTests {
    private static let two = SamplePage(singleFile: true, seat: 2)
    private static let three = SamplePage(singleFile: true, seat: 3)

    @Test(
        "the file of one seat takes no page's place that has other seats, which goes on; a page of all takes its place")
    func otherSeats() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try SamplePage().write(to: place)
            let before = try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
            #expect(throws: SurveyPageError.otherSeats(path: place.path, seat: 2, there: nil)) {
                try Self.two.write(to: place)
            }
            #expect(try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted() == before)
            try Self.two.write(to: place, discardEarlier: true)
            try Self.two.write(to: place)
            #expect(throws: SurveyPageError.otherSeats(path: place.path, seat: 3, there: 2)) {
                try Self.three.write(to: place)
            }
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index, "lang=en")
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try SamplePage().write(to: place)
            try person.page.reload()
            try person.answer(["f", "f", "f"], from: 2)
            #expect(try person.answers().header.seat == 2)
        }
    }
}
