import Votes

extension VoteTable {
    /// What the people of a table of votes are called in what is shown: `person 1`, `person 2`, in the order in which they
    /// come up. Pseudonyms of an export stay, so that they can be found in it, and so do simulated people, who are nobody.
    var pseudonyms: [String: String] {
        var isReal = [Bool](repeating: false, count: people.names.count)
        for (person, isSimulated) in zip(person, simulated) where person >= 0 && !isSimulated {
            isReal[Int(person)] = true
        }
        var pseudonyms: [String: String] = [:]
        for (place, name) in people.names.enumerated() where isReal[place] && !Self.isPseudonym(name) {
            pseudonyms[name] = "person \(place + 1)"
        }
        return pseudonyms
    }

    /// How many votes that count in the rates name nobody.
    var namelessVotes: Int { (0..<count).reduce(0) { $0 + (person[$1] < 0 && counts($1) ? votes[$1] : 0) } }

    /// Whether a name is one that study.sqlite gives people and sessions.
    static func isPseudonym(_ name: String) -> Bool {
        name.wholeMatch(of: /[ps]-[0-9a-hjkmnp-tv-z]{8}/) != nil
    }
}
