import Randomness
import Study

/// The pairs of a seat that decide nothing: checks among those that do, and practice before them.
struct SidePairs {
    private let design: PlanDesign
    private let checks: Int
    private let practice: Int

    /// Those of a study; nil where it has none.
    init?(_ besides: SessionSettings, _ design: PlanDesign) {
        guard besides.checks > 0 || besides.practice > 0 else { return nil }
        self.design = design
        (checks, practice) = (besides.checks, besides.practice)
    }

    /// The items of a seat with checks among the first `counted` of its trials, and practice behind all.
    ///
    /// - Parameters:
    ///   - turn: the seat's turn: which pair of methods comes first, and which side is asked for oftener.
    func items(beside trials: [Trial], among counted: Int, turn: Int, _ random: inout RandomStream) -> [SurveyItem] {
        var images = SpareImages(design, beside: trials)
        let asksLeft = sides(checks, isFirstOftener: turn.isMultiple(of: 2), &random)
        var placed: [Int: Trial] = [:]
        for (place, (number, isLeft)) in zip(places(in: trials, among: counted, &random), asksLeft).enumerated() {
            placed[number] = pair(turn + place, kind: .check, instructed: isLeft ? .left : .right, &images, &random)
        }
        let pairs = trials.inserting(placed)
        return pairs.map(SurveyItem.pair)
            + (0..<practice).map { place in
                var trial = pair(turn + checks + place, &images, &random)
                trial.number = pairs.count + 1 + place
                return .practice(trial)
            }
    }

    /// Two images of the pair of methods whose turn it is, each method on either side.
    private func pair(
        _ turn: Int, kind: Trial.Kind = .main, instructed: Choice? = nil, _ images: inout SpareImages,
        _ random: inout RandomStream
    ) -> Trial {
        let place = turn % design.pairs.count
        let drawn = images.take(place, &random)
        let isFirstLeft = random.below(2) == 0
        return Trial(
            number: 0, kind: kind, condition: design.pairs[place].condition,
            left: isFirstLeft ? drawn.first : drawn.second,
            right: isFirstLeft ? drawn.second : drawn.first, instructed: instructed)
    }

    /// The trials behind which checks come, by their numbers: one in each of as many equal stretches, never among the first two
    /// of all, no two side by side, and beside no catch trial where there is another place.
    private func places(in trials: [Trial], among counted: Int, _ random: inout RandomStream) -> [Int] {
        let gaps = counted - 1
        return (0..<checks).map { check in
            let stretch = (check * gaps / checks)..<((check + 1) * gaps / checks)
            let all = stretch.map { $0 + 2 }
            let apart = all.filter { number in
                !trials[(number - 1)..<min(number + 1, trials.count)].contains { $0.kind == .catch }
            }
            let places = apart.isEmpty ? all : apart
            return places[random.below(places.count)]
        }
    }
}
