import Analysis
import Preference
import Study
import Testing
import VoteTestKit
import Votes

@testable import Reports

@Suite("What was judged, where votes do not all say it")
struct JudgedUnitsTests {
    private let options = AnalysisOptions(seed: 7, resamples: 200)

    /// Thirty votes on images, each of two votes of other people.
    private let pictured = Ballots.people(forA: [4, 5, 3, 1, 2, 3], of: 5).enumerated().map { place, vote in
        var vote = vote
        vote.leftImage = "\(vote.left)/\(place % 5)"
        vote.rightImage = "\(vote.right)/\(place % 5)"
        return vote
    }

    private func summary(_ votes: [VoteRow]) throws -> AnalysisSummary {
        try Analysis.summarise(VoteTable(rows: votes), options: options)
    }

    /// The votes with something done to every third of them.
    private func some(_ votes: [VoteRow], _ change: (inout VoteRow) -> Void) -> [VoteRow] {
        votes.enumerated().map { place, vote in
            var vote = vote
            if place % 3 == 0 { change(&vote) }
            return vote
        }
    }

    private func notes(_ summary: AnalysisSummary) -> String {
        summary.terminalText.split(separator: "\n").joined(separator: " ")
    }

    @Test("items in some votes alone leave images as the units, and it is said how many there are")
    func itemsInPart() throws {
        let plain = try summary(pictured)
        #expect(plain.unitNotes(.english).isEmpty)
        let mixed = try summary(some(pictured) { $0.item = "prompt" })
        #expect(try mixed.rates[0].twoWayBootstrap.get() == plain.rates[0].twoWayBootstrap.get())
        #expect(try mixed.agreement[0].alpha.get() == plain.agreement[0].alpha.get())
        #expect(
            notes(mixed).contains(
                "equal-time: 10 of 30 votes name an item, so images are the units of agreement and of resampling."))
        #expect(mixed.unitNotes(.of(.japanese)).count == 1)
        #expect(mixed.json.document.contains("\"unit\": \"images\""))
    }

    @Test("items are the units where every vote names one")
    func items() throws {
        let whole = try summary(
            pictured.enumerated().map { place, vote in
                var vote = vote
                vote.item = "\(place % 4)"
                return vote
            })
        #expect(whole.unitNotes(.english).isEmpty)
        #expect(whole.json.document.contains("\"unit\": \"item\""))
        let plain = try summary(pictured)
        #expect(try whole.rates[0].twoWayBootstrap.get() != plain.rates[0].twoWayBootstrap.get())
    }

    @Test("agreement is that of the votes that name their images, and a rate with others is not resampled by images")
    func imagesInPart() throws {
        let mixed = try summary(some(pictured) { ($0.leftImage, $0.rightImage) = (nil, nil) })
        let named = try summary(pictured.enumerated().filter { $0.offset % 3 != 0 }.map(\.element))
        #expect(mixed.rates[0].twoWayBootstrap == .failure(.imagesInPart))
        #expect(mixed.rates[0].bootstrap.value != nil)
        #expect(try mixed.agreement[0].alpha.get() == named.agreement[0].alpha.get())
        #expect(notes(mixed).contains("20 of 30 votes name both images, and agreement is that of these alone"))
        // One image of two says nothing of the pair.
        let left = try summary(
            pictured.map { vote in
                var vote = vote
                vote.rightImage = nil
                return vote
            })
        #expect(left.rates[0].twoWayBootstrap == .failure(.imagesInPart))
        #expect(left.agreement[0].alpha == .failure(.imagesInPart))
    }

    @Test("where no vote names images, those that name items agree on them")
    func itemsAlone() throws {
        let items = Ballots.people(forA: [4, 5, 3, 1, 2, 3], of: 5).enumerated().map { place, vote in
            var vote = vote
            vote.item = "\(place % 5)"
            return vote
        }
        let mixed = try summary(some(items) { $0.item = nil })
        let named = try summary(items.enumerated().filter { $0.offset % 3 != 0 }.map(\.element))
        #expect(mixed.rates[0].twoWayBootstrap == .failure(.itemsInPart))
        #expect(try mixed.agreement[0].alpha.get() == named.agreement[0].alpha.get())
        #expect(notes(mixed).contains("20 of 30 votes name an item, and agreement is that of these alone"))
        let none = try summary(Ballots.people(forA: [4, 5], of: 5))
        #expect(none.rates[0].twoWayBootstrap == .failure(.undefined(.noItems)))
        #expect(none.agreement[0].alpha == .failure(.undefined(.noItems)))
    }
}
