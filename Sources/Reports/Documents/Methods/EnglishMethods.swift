import Analysis
import Study

/// The methods paragraph in English.
struct EnglishMethods: MethodsWording {
    let facts: MethodsFacts
    /// The words of the report, for the rules of exclusion.
    let words: ReportTexts

    var parts: [MethodsParagraph.Part] {
        [participants, viewing, stimuli, task, screening, analysis, data]
    }

    private var participants: MethodsParagraph.Part {
        let people = facts.people
        let simulated: String? =
            switch people.simulation {
            case .none: nil
            case .some(let votes, let total):
                "\(votes) of the \(total.counted("vote")) \(votes.word("was", "were")) simulated; no person gave \(votes.word("it", "them"))."
            case .all: "All votes were simulated; no person took part."
            }
        let began = people.began.map { $0 == people.counted ? "" : "; \($0) began" } ?? ""
        return part(
            "Participants",
            [
                simulated,
                people.counted.map { count in
                    let who =
                        people.simulation == .all
                        ? count.counted("simulated person", "simulated people") : count.counted("person", "people")
                    return people.nameless > 0
                        ? "\(who) gave \(people.votes - people.nameless) of the \(people.votes.counted("vote")) that \(people.votes.word("counts", "count"))\(began); the "
                            + "others do not name who gave them."
                        : "\(who) gave the \(people.votes.counted("vote")) that \(people.votes.word("counts", "count"))\(began)."
                }
                    ?? "\(people.votes.counted("vote")) \(people.votes.word("counts; it does", "count; they do")) not name the people who gave \(people.votes.word("it", "them")).",
                people.days.map { days in
                    days.lowerBound == days.upperBound
                        ? "They answered on \(days.lowerBound)."
                        : "They answered between \(days.lowerBound) and \(days.upperBound)."
                },
                list(people.sources, others: "others").map { "They came from (sessions): \($0)." },
                list(people.languages, others: "others").map { "Languages (sessions): \($0)." },
            ],
            gaps: [
                people.counted == nil ? "Not recorded: how many people took part." : nil,
                people.days == nil ? "Not recorded: when they answered." : nil,
                "Not recorded: how people were found and paid, their age, sex and experience, tests of their sight.",
            ])
    }

    private var viewing: MethodsParagraph.Part {
        let viewing = facts.viewing
        return part(
            "Apparatus and viewing",
            [
                list(viewing.fronts, others: "others").map { "Images were shown by (sessions): \($0)." },
                list(viewing.devices, others: "others").map { "Devices: \($0)." },
                list(viewing.screens, others: "others").map { "Screens: \($0)." },
                list(viewing.renders, others: "others").map { "Ways of drawing (sessions): \($0)." },
                viewing.shownPixels.map { pixels in
                    pixels.lowerBound == pixels.upperBound
                        ? "On the screen a side of an image took \(pixels.lowerBound) pixels."
                        : "On the screen a side of an image took \(pixels.lowerBound) to \(pixels.upperBound) pixels."
                },
                viewing.minimumViewMilliseconds.map { milliseconds in
                    milliseconds == 0
                        ? "Answers were taken as soon as both images were in view."
                        : "Answers were taken after both images had been in view for \(milliseconds) ms."
                },
            ],
            gaps: [
                viewing.fronts.isEmpty ? "Not recorded: by what the images were shown." : nil,
                viewing.screens.isEmpty && viewing.devices.isEmpty ? "Not recorded: devices and screens." : nil,
                viewing.shownPixels == nil ? "Not recorded: how large the images were on the screen." : nil,
                "Not recorded: distance of viewing, light in the room, calibration of the screens.",
            ])
    }

    private var stimuli: MethodsParagraph.Part {
        let content = facts.content
        return part(
            "Stimuli",
            content.pools.map(pool)
                + [
                    content.photographs.map { "The generators learned from \(PlainText.oneLine($0))." },
                    content.sharesLatents
                        ? "Image i of every method was made from the same latent vector." : nil,
                ],
            gaps: [
                content.pools.isEmpty
                    ? "Not recorded: the images, what made them, how many there were, their size." : nil,
                content.pools.contains { $0.generator == nil } ? "Not recorded: what made some of the images." : nil,
                content.photographs == nil ? "Not recorded: what the generators learned from." : nil,
            ])
    }

    private func pool(_ pool: MethodsFacts.Pool) -> String {
        let under = pool.condition.map { " under \(PlainText.oneLine($0))" } ?? ""
        let epochs = pool.epochs.map(String.init).joined(separator: ", ")
        let facts = [
            pool.generator.map(PlainText.oneLine), pool.images.map { $0.counted("image") },
            pool.size.map { "\($0) pixels" }, epochs.isEmpty ? nil : "\(epochs) epochs",
            pool.seconds.map { "\(NumberText.hours(seconds: $0)) h of training" },
        ].compactMap(\.self)
        return "\(PlainText.oneLine(pool.method))\(under): "
            + (facts.isEmpty ? "nothing more is known." : facts.joined(separator: "; ") + ".")
    }

    private var task: MethodsParagraph.Part {
        let design = facts.design
        let questions = Language.allCases.compactMap { language in
            design.question[language].map { "“\(PlainText.oneLine($0))” (\(language.rawValue))" }
        }
        let trials = design.trialsPerPair.map { trials in
            let pairs = design.pairs.map { $0 == 1 ? " of one pair of methods" : " of each of \($0) pairs of methods" }
            return
                "A complete session had \(trials.counted("trial"))\(pairs ?? " of each pair of methods"), "
                + "two images side by side."
        }
        let sides = design.sides.map {
            switch $0 {
            case .equal: "In it each method stood left as often as right, and the order was random by seed."
            case .withinOne:
                "In it each method of a pair stood left once more or once less often than right, and the order "
                    + "was random by seed."
            }
        }
        return part(
            "Task and design",
            [
                questions.isEmpty ? nil : "People were asked: \(questions.joined(separator: ", ")).",
                design.ties.map { $0 ? "“No difference” was an answer." : "One of the two had to be chosen." },
                design.undo.map { $0 ? "The last answer could be taken back." : "Answers were final." },
                design.consent.map {
                    $0 ? "People were asked for their consent before the first trial." : "No consent was asked."
                },
                trials, sides,
                design.repeats.map {
                    $0 == 0
                        ? "No trial came twice."
                        : "\($0.counted("trial")) came a second time at the end with the sides exchanged."
                },
                design.catchTrials.map { $0 == 0 ? "There were no catch trials." : "Catch trials: \($0) a person." },
                design.seats.map {
                    "\($0.counted("sequence of trials was", "sequences of trials were")) made ahead; each session took one."
                },
                design.planHash.map { "The plan was frozen before the votes (SHA-256 \($0.prefix(16))…)." },
            ],
            gaps: [
                questions.isEmpty ? "Not recorded: the question and the instructions." : nil,
                design.trialsPerPair == nil ? "Not recorded: how many trials a person saw." : nil,
                design.sides == nil
                    ? "Not recorded: whether sides were balanced, and the order of trials." : nil,
            ])
    }

    private var data: MethodsParagraph.Part {
        part(
            "Data", [facts.rawVotes.map { "The raw votes are in \(PlainText.oneLine($0))." }],
            gaps: [facts.rawVotes == nil ? "Not recorded: where the raw votes can be had." : nil])
    }
}
