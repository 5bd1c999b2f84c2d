import Randomness
package import Study

/// Plans who is asked what: a pure function of study, pools and seed.
///
/// Every seat has `survey.trials` main trials for each pair of methods of each condition. A trial shows one image of
/// each method; nobody sees an image of a pool twice, and over all seats the images of a pool are used equally often
/// (at any point of the plan the counts differ by at most 1). With `survey.pairing: item` both images of a trial show one
/// item, nobody meets an item twice as long as there are enough (else as few times as can be), and items are used equally
/// often: see ``ItemCircle`` and ``ItemQueues``. Within a seat each pair has its methods equally often on
/// either side; where the number is odd, the side that has one more alternates over pairs and seats. The main trials of
/// all conditions come mixed, in random order. `survey.repeats` of the earlier ones come again at the end with sides
/// exchanged, in their order, so that somebody who leaves early loses repeats first. `survey.catch` trials show an image
/// that the person sees in no main trial beside its ruined copy; they are spread over the main trials, never first, and
/// over sides as pairs are. `survey.checks` stand among them, never among the first two pairs and no two side by side, and
/// `survey.practice` comes before all; both show what the person sees nowhere else, as long as there are enough images
/// (``ReusedImages``).
///
/// - Parameter study: the study; its conditions and survey settings are used.
/// - Parameter generations: the generation to take of each pool; those of pools that no condition has are
///   ignored. Where there are catch trials, one of ruined copies is needed too: see ``ruinedCopies(for:of:seed:)``.
/// - Parameter seats: how many people can be asked, 1 to 100,000.
/// - Parameter seed: the same seed gives the same plan, on every machine.
/// - Parameter items: what the images of the pools show; needed where images meet by item.
/// - Parameter texts: SHA-256 of the file of texts of each language that is offered.
/// - Throws: ``PairingError`` with all that is wrong: no conditions, a pool without images or with fewer than a person
///   sees, pools with too few items in common, numbers out of range.
package func makePlan(
    study: Study, generations: [PoolGeneration], seats: Int, seed: UInt64, items: PoolItems? = nil,
    texts: [Language: String] = [:]
) throws(PairingError) -> SurveyPlan {
    let design = try PlanDesign(study: study, generations: generations, seats: seats, seed: seed, items: items)
    var images = ImageDraw(design, seed: seed)
    var general = RandomStream(seed: seed, purpose: .plan)
    let start = general.below(2)
    let side = SidePairs(study.survey.besides, design)
    let planned = (1...seats).map { number in
        var random = RandomStream(seed: seed, purpose: .plan, index: UInt64(number))
        var trials: [Trial] = []
        for (pairNumber, (pair, drawn)) in zip(design.pairs, images.take(design)).enumerated() {
            let isFirstOftener = (start + number + pairNumber).isMultiple(of: 2)
            for (pictures, isFirstLeft) in zip(drawn, sides(design.trials, isFirstOftener: isFirstOftener, &random)) {
                let (left, right) = isFirstLeft ? (pictures.first, pictures.second) : (pictures.second, pictures.first)
                trials.append(Trial(number: 0, condition: pair.condition, left: left, right: right))
            }
        }
        let main = random.permutation(trials.count).enumerated().map { position, index in
            var trial = trials[index]
            trial.number = position + 1
            return trial
        }
        let asked = main + repeats(study.survey.repeats, of: main, &random)
        let counted: [Trial]
        if let catches = design.catches {
            let isClearOftener = (start + number).isMultiple(of: 2)
            let clearLeft = sides(catches.count, isFirstOftener: isClearOftener, &random)
            counted = catches.insert(into: asked, after: main.count, clearLeft: clearLeft, &random)
        } else {
            counted = asked
        }
        guard let side else { return Seat(number: number, trials: counted) }
        let beforeRepeats = counted.count - study.survey.repeats
        return Seat(
            number: number,
            items: side.items(beside: counted, among: beforeRepeats, turn: start + number, &random))
    }
    return SurveyPlan(
        study: study.identity.id, seed: seed, survey: study.survey.frozen, texts: texts,
        generations: design.pools + (design.catches.map { [$0.ruined] } ?? []), seats: planned)
}

/// For each of `count` trials whether the pair's first method is on the left: half of them, in random order.
func sides(_ count: Int, isFirstOftener: Bool, _ random: inout RandomStream) -> [Bool] {
    let onLeft = isFirstOftener ? count - count / 2 : count / 2
    return random.permutation(count).map { $0 < onLeft }
}

/// The fewest trials from a main trial to its repeat, where the seat is long enough.
private let repeatDistance = 8

/// `count` repeats of `main`, to be asked after it.
private func repeats(_ count: Int, of main: [Trial], _ random: inout RandomStream) -> [Trial] {
    // The n-th repeat repeats the n-th of the chosen, so none comes nearer than the last chosen does.
    let early = max(count, min(main.count, main.count + 1 - repeatDistance))
    return random.permutation(early).prefix(count).sorted().enumerated().map { position, index in
        main[index].repeated(as: main.count + 1 + position)
    }
}

extension SurveySettings {
    /// As a plan keeps them: whoever says what holds anyway has the plan of one who says nothing.
    fileprivate var frozen: SurveySettings {
        var settings = self
        if usedPairing == .random { settings.pairing = nil }
        return settings
    }
}
