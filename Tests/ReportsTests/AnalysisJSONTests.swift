import Analysis
import Foundation
import Reports
import Study
import TestKit
import Testing
import Votes

@Suite("The analysis as JSON")
struct AnalysisJSONTests {
    @Test("the object has the keys of the contract in their order")
    func golden() throws {
        let people = try Analysis.summarise(Ballots.people(forA: [1, 2, 0, 1, 3, 2], of: 5))
        try expectGolden(rounded(people.json.document), "people.json")
        try expectGolden(rounded(try Analysis.summarise(Ballots.paper).json.document), "paper.json")
    }

    /// The text with its fractions to nine digits: the last ones depend on the machine's mathematical library.
    private func rounded(_ json: String) -> String {
        json.replacing(/-?[0-9]+\.[0-9]+(e-?[0-9]+)?/) { number in
            Double(number.output.0).map { String(format: "%.9g", $0) } ?? String(number.output.0)
        }
    }

    @Test("numbers are written with all the digits that read back the same, however small")
    func digits() throws {
        let numbers = [0.1 + 0.2, 1e-300, 4e-300, 1, -0.5, 1e22]
        let text = JSONValue.array(numbers.map(JSONValue.number)).document
        #expect(text == "[0.30000000000000004, 1e-300, 4e-300, 1.0, -0.5, 1e+22]\n")
        #expect(try JSONDecoder().decode([Double].self, from: Data(text.utf8)) == numbers)
    }

    @Test("no votes give zeros, null and the reason; any reader takes it")
    func noVotes() throws {
        let summary = try Analysis.summarise(
            [], conditions: [.init(name: "equal-time", methods: ["A", "B"])],
            rules: [ExclusionRule.repeatedSession.rawValue])
        try expectGolden(summary.json.document, "no-votes.json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(summary.json.document.utf8)) as? [String: Any])
        let rates = try #require(object["rates"] as? [[String: Any]])
        #expect(rates[0]["rate"] is NSNull)
        #expect(rates[0]["why"] as? String == "no votes")
    }

    @Test("agreement that does not exist has a reason for each of its two statistics")
    func agreement() throws {
        func agreement(_ votes: [VoteRow]) throws -> [String: Any] {
            let json = Data(try Analysis.summarise(votes).json.document.utf8)
            let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
            return try #require((object["agreement"] as? [[String: Any]])?.first)
        }
        // No item is judged twice, and one of the two people is split evenly.
        let neither = try agreement(Ballots.people(forA: [1, 2], of: 4))
        #expect(neither["krippendorff_alpha"] is NSNull && neither["why"] as? String == "no images")
        #expect(neither["kendall_u"] is NSNull && neither["kendall_u_why"] as? String == "from one person only")
        let both = try agreement(Ballots.people(forA: [1, 2, 3], of: 4))
        #expect(both["kendall_u"] as? Double == -1 && both["kendall_u_people"] as? Int == 2)
        #expect(both["why"] != nil && both["kendall_u_why"] == nil)
    }

    @Test("names of any kind come back from JSON as they were")
    func names() throws {
        let name = "a \"b\",\\ \n\t\u{1}\u{2028}\u{7F} 手法 🙂"
        let summary = try Analysis.summarise([Ballots.vote("p", name, "B", .left, condition: name)])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(summary.json.document.utf8)) as? [String: Any])
        let rates = try #require(object["rates"] as? [[String: Any]])
        #expect(rates.compactMap { $0["method"] as? String }.contains(name))
        #expect(rates[0]["condition"] as? String == name)
    }
}
