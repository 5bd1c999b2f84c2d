package import Analysis
import Preference
import Study
import Votes

extension ReportTexts {
    /// Between two whole sentences: what follows the full stop where two are joined.
    var gap: String { String(self[.stop].dropFirst(self[.fullStop].count)) }

    /// An estimate as a text, or a dash and a word why.
    func text<Value>(_ estimate: Result<Value, Missing>, _ text: (Value) -> String) -> String {
        switch estimate {
        case .success(let value): text(value)
        case .failure(let missing): "\(NumberText.none) (\(why(missing)))"
        }
    }

    /// A cell for an estimate: what is made of its value, or why there is none.
    func cell<Value>(_ estimate: Result<Value, Missing>, _ make: (Value) -> Table.Cell) -> Table.Cell {
        switch estimate {
        case .success(let value): make(value)
        case .failure(let missing): .missing(.init(why(missing)))
        }
    }

    /// Why a number does not exist.
    func why(_ missing: Missing) -> String { self[missing.key] }

    /// The watermark, or nil where people gave all votes.
    func watermark(_ simulated: Simulated) -> String? {
        switch simulated {
        case .none: nil
        case .some(let votes, let total): self(.someSimulated, ["votes": "\(votes)", "total": "\(total)"])
        case .all: self[.allSimulated]
        }
    }

    /// A rule in words, or by its name where there are none.
    func name(ofRule rule: String) -> String {
        ExclusionRule(rawValue: rule).map { self[$0.key] } ?? rule
    }

    /// The rule of a row of the funnel in words, with the share of trials that it goes by.
    func name(ofRuleIn row: FunnelRow) -> String {
        if let checks = row.failed?.checks {
            guard let catches = row.failed?.catches else { return self[.ruleFailedChecks] }
            return self(.ruleFailedAttention, ["catches": "\(catches)", "checks": "\(checks)"])
        }
        guard let share = row.completeShare, row.rule == ExclusionRule.incomplete.rawValue else {
            return name(ofRule: row.rule)
        }
        return self(.ruleIncompleteShare, ["share": NumberText.level(share)])
    }

    /// The images that people reported, in a sentence; nil where nobody reported any.
    func reportedImages(_ rows: [ReportedImageRow]?) -> String? {
        guard let rows, !rows.isEmpty else { return nil }
        let named = rows.map { row in
            row.image + (row.file.map { " (\($0))" } ?? "") + self[.colon] + "\(row.people)"
        }
        return self[.reportedImages] + self[.colon] + named.joined(separator: self[.semicolon]) + self[.fullStop]
    }

    /// What the paper calls one of its conditions; nil for any other.
    func paperName(of condition: String) -> String? {
        switch condition {
        case Condition.equalIterations: self[.conditionEqualIterations]
        case "equal-time": self[.conditionEqualTime]
        default: nil
        }
    }

    /// The caption of the paper's table of a condition.
    func caption(of condition: String?) -> String {
        guard let condition else { return self[.caption] }
        guard let name = paperName(of: condition) else { return self(.captionCondition, ["condition": condition]) }
        return self(.captionPaper, ["name": name, "condition": condition])
    }

    /// How many votes and people there are.
    func counts(_ votes: VoteCounts) -> String {
        self(
            .counts, ["counted": "\(votes.counted)", "total": "\(votes.total)", "people": votes.peopleText])
    }

    /// How to read the estimates, one paragraph each.
    var readingNotes: [String] {
        [.readingRate, .readingByPerson, .readingNaive, .readingResamples, .readingClusters].map { self[$0] }
    }
}

extension ReportTexts {
    /// What a report says of sessions that could not be read; nil where every session could be.
    package func unreadableNotice(_ sessions: Int) -> String? {
        sessions > 0 ? self(.unreadableNotice, ["sessions": "\(sessions)"]) : nil
    }

    /// What a report must say of votes that the study has under other plans; nil where there are none.
    package func otherPlansNotice(_ counts: VoteCounts) -> String? {
        counts.otherPlans > 0 ? self(.otherPlansNotice, ["votes": "\(counts.otherPlans)"]) : nil
    }

    /// What a report must say first of a study that is not at its end; nil when it is.
    package func interimNotice(_ progress: StoppingProgress?) -> String? {
        guard let progress, progress.isInterim, let planned = progress.rule.people else { return nil }
        return self(.interimNotice, ["reached": "\(progress.reached)", "planned": "\(planned)"])
    }

    /// In place of a verdict while the study is not at its end; nil when it is.
    func interim(_ progress: StoppingProgress?) -> String? {
        guard let progress, progress.isInterim else { return nil }
        return self(.interim, ["reached": "\(progress.reached)", "planned": "\(progress.rule.people ?? 0)"])
    }
}
