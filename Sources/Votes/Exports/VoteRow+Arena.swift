import Study
import Text

extension VoteRow {
    /// The vote as a battle: `model_a` stood on the left; a person is the `judge`; `tstamp` is in seconds since 1970.
    var arena: JSONLine {
        var line = JSONLine()
        line.add("question_id", vote)
        line.add("model_a", left)
        line.add("model_b", right)
        line.add("winner", winner)
        line.add("judge", person)
        line.add("tstamp", secondsSince1970)
        line.add("condition", condition)
        line.add("item", item)
        if simulated { line.add("simulated", true) }
        return line
    }

    private var winner: String {
        switch choice {
        case .left: "model_a"
        case .right: "model_b"
        case .tie: "tie"
        }
    }
}
