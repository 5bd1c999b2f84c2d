import Analysis
import Study

/// Writes the methods paragraph: which sentence stands when. The words are those of a language file, each sentence nil
/// where its fact is not known.
struct MethodsWriter {
    /// What is known.
    let facts: MethodsFacts
    /// The words.
    let words: ReportTexts

    /// All parts.
    var parts: [MethodsParagraph.Part] { [participants, viewing, stimuli, task, screening, analysis, data] }

    /// A part of the sentences and gaps that there are.
    func part(
        _ heading: ReportTexts.MethodsKey, _ sentences: [String?], gaps: [ReportTexts.MethodsKey?]
    ) -> MethodsParagraph.Part {
        .init(
            heading: say(heading), sentences: sentences.compactMap(\.self),
            gaps: gaps.compactMap { $0.map { say($0) } })
    }

    /// A text with its values.
    func say(_ key: ReportTexts.MethodsKey, _ values: KeyValuePairs<String, String> = [:]) -> String {
        words.methods(key, values)
    }

    /// The parts of a list.
    func joined(_ parts: [String]) -> String { parts.joined(separator: say(.listGap)) }

    /// `page (30), terminal (4)` in a sentence: at most `limit` of the tallies, the others as one; nil of none.
    func list(
        _ tallies: [MethodsFacts.Tally], _ key: ReportTexts.MethodsKey, limit: Int = 6,
        named name: (String) -> String = { $0 }
    ) -> String? {
        guard !tallies.isEmpty else { return nil }
        let sorted = tallies.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let shown = sorted.count > limit ? sorted.prefix(limit - 1) : sorted[...]
        let rest = sorted.dropFirst(shown.count).reduce(0) { $0 + $1.count }
        let named = shown.map { (name: name(PlainText.oneLine($0.name)), count: $0.count) }
        let all = named + (rest > 0 ? [(name: say(.others), count: rest)] : [])
        let texts = all.map { say(.tally, ["name": $0.name, "count": "\($0.count)"]) }
        return say(key, ["list": texts.joined(separator: say(.tallyGap))])
    }

    private var participants: MethodsParagraph.Part {
        let people = facts.people
        let simulated: String? =
            switch people.simulation {
            case .none: nil
            case .some(let votes, let total): say(.someSimulated, ["votes": "\(votes)", "total": "\(total)"])
            case .all: say(.allSimulated)
            }
        let days = people.days.map { days in
            days.lowerBound == days.upperBound
                ? say(.oneDay, ["day": days.lowerBound])
                : say(.days, ["first": days.lowerBound, "last": days.upperBound])
        }
        return part(
            .participants,
            [
                simulated, voters, days, list(people.sources, .sources, named: words.source),
                list(people.languages, .languages),
            ],
            gaps: [
                people.counted == nil ? .gapPeople : nil, people.days == nil ? .gapDays : nil,
                people.areAsked ? .gapRecruitmentAsked : .gapRecruitment,
            ])
    }

    /// Who gave the votes.
    private var voters: String {
        let people = facts.people
        guard let counted = people.counted else { return say(.nameless, ["votes": "\(people.votes)"]) }
        let who = say(people.simulation == .all ? .simulatedPersons : .persons, ["count": "\(counted)"])
        let began = people.began.map { $0 == counted ? "" : say(.began, ["count": "\($0)"]) } ?? ""
        guard people.nameless > 0 else {
            return say(.gave, ["people": who, "votes": "\(people.votes)", "began": began])
        }
        let named = "\(people.votes - people.nameless)"
        return say(.gavePart, ["people": who, "named": named, "votes": "\(people.votes)", "began": began])
    }

    private var viewing: MethodsParagraph.Part {
        let viewing = facts.viewing
        let pixels = viewing.shownPixels.map { pixels in
            pixels.lowerBound == pixels.upperBound
                ? say(.onePixels, ["pixels": "\(pixels.lowerBound)"])
                : say(.pixels, ["least": "\(pixels.lowerBound)", "most": "\(pixels.upperBound)"])
        }
        let wait = viewing.minimumViewMilliseconds.map {
            $0 == 0 ? say(.atOnce) : say(.afterView, ["milliseconds": "\($0)"])
        }
        return part(
            .viewing,
            [
                list(viewing.fronts, .fronts, named: words.front),
                list(viewing.devices, .devices, named: words.device), list(viewing.screens, .screens),
                list(viewing.renders, .renders), pixels,
            ] + view + [wait],
            gaps: [
                viewing.fronts.isEmpty ? .gapFronts : nil,
                viewing.screens.isEmpty && viewing.devices.isEmpty ? .gapScreens : nil,
                viewing.shownPixels == nil ? .gapPixels : nil, .gapRoom,
            ])
    }

    private var stimuli: MethodsParagraph.Part {
        let content = facts.content
        return part(
            .stimuli,
            content.pools.map(pool)
                + [
                    content.photographs.map(photographs),
                    content.sharesLatents ? say(.sharedLatents) : nil,
                ],
            gaps: [
                content.pools.isEmpty ? .gapPools : nil,
                content.pools.contains { $0.generator == nil } ? .gapGenerator : nil,
                content.photographs == nil ? .gapPhotographs : nil,
            ])
    }

    private func photographs(_ dataset: DatasetSettings) -> String {
        dataset.source == DatasetSettings.procedural
            ? say(.proceduralFaces, ["count": "\(dataset.count)"])
            : say(.photographs, ["count": "\(dataset.count)", "source": PlainText.oneLine(dataset.source)])
    }

    private func pool(_ pool: MethodsFacts.Pool) -> String {
        let method = PlainText.oneLine(pool.method)
        let name =
            pool.condition.map { say(.poolUnder, ["method": method, "condition": PlainText.oneLine($0)]) } ?? method
        let epochs = pool.epochs.map(String.init).joined(separator: ", ")
        let facts = [
            pool.generator.map(PlainText.oneLine), pool.images.map { say(.images, ["count": "\($0)"]) },
            pool.size.map { say(.imageSize, ["size": $0]) }, epochs.isEmpty ? nil : say(.epochs, ["epochs": epochs]),
            pool.seconds.map { say(.trainingTime, ["hours": NumberText.hours(seconds: $0)]) },
        ].compactMap(\.self)
        return facts.isEmpty
            ? say(.poolUnknown, ["pool": name]) : say(.pool, ["pool": name, "facts": joined(facts)])
    }

    private var data: MethodsParagraph.Part {
        part(
            .data, [facts.rawVotes.map { say(.rawVotes, ["file": PlainText.oneLine($0)]) }],
            gaps: [facts.rawVotes == nil ? .gapRawVotes : nil])
    }
}
