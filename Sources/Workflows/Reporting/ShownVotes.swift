import Answers
import Votes
import Reports

/// How votes were shown and how long they took, for the methods paragraph of a report.
struct ShownVotes {
    /// How images were drawn, with the sessions of each; none where votes do not name their sessions.
    let renders: [MethodsFacts.Tally]
    /// The least and the most pixels of a side that an image took; nil where votes do not say.
    let pixels: ClosedRange<Int>?

    /// The columns that this is read from, beside those of judgements.
    static let columns: Set<VoteColumn> = [.render, .shownPixels]

    /// The votes of a table.
    init(_ votes: VoteTable) {
        var sessions: [Int32: Set<Int32>] = [:]
        if let render = votes.texts(.render), let session = votes.texts(.session) {
            let isNamed = session.values.map { !$0.isEmpty }
            for row in 0..<votes.count where isNamed[Int(session.codes[row])] {
                sessions[render.codes[row], default: []].insert(session.codes[row])
            }
            let names = render.values
            renders = sessions.compactMap { code, sessions in
                names[Int(code)].isEmpty ? nil : MethodsFacts.Tally(names[Int(code)], sessions.count)
            }
        } else {
            renders = []
        }
        let pixels = votes.numbers(.shownPixels)?.compactMap(\.self) ?? []
        self.pixels = pixels.min().flatMap { least in pixels.max().map { least...$0 } }
    }
}
