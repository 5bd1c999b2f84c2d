import Preference
import Study

extension Comparison.Outcome {
    /// What a vote can say, as the statistics call it.
    init(_ choice: Choice) {
        switch choice {
        case .left: self = .left
        case .right: self = .right
        case .tie: self = .tie
        }
    }
}
