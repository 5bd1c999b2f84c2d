package import Answers
import Foundation
package import Study
import TestKit

/// A golden list of a session's events in a seat of four trials, and what they come to. Whatever takes events together
/// (`SessionState`, the store, the terminal, the page's script) is held to the same lists.
///
/// The expected states were written by hand from the rules, never recorded.
package struct SessionList: Sendable, Decodable, CustomStringConvertible {
    /// The rule that the list shows, as a sentence.
    package let says: String
    /// How many trials the seat has; they are numbered from 1.
    package let trials: Int
    /// How often a trial is asked whose images cannot be shown; nil where that makes no difference.
    package let tries: Int?
    /// How many pairs to practise on there are, numbered behind the trials.
    package let practice: Int
    /// After how many votes each a break is offered; 0 for never.
    package let breaks: Int
    /// The questions about each trial, by their ids; nil where the plan names none.
    package let questions: [String]?
    /// What the events come to.
    package let state: State
    /// The name of the file.
    package private(set) var name = ""
    /// The events as lines of an answer file, in the order of the list.
    package private(set) var lines: [String] = []

    /// What the events of a session come to, without what follows from it.
    package struct State: Sendable, Hashable, Codable {
        /// The id of the vote that counts on each trial, and on each question about it where the plan names them: `1`, or `1 a`.
        package var votes: [String: String]
        /// When the images of each of these came into view.
        package var shown: [String: Int]
        /// Trials left out, since an image could not be shown; from the lowest.
        package var leftOut: [Int]
        /// The trial to ask.
        package var next: Int?
        /// The question to ask about it, where the plan names them.
        package var question: String?
        /// The trial whose vote can be taken back.
        package var undoable: Int?
        /// The question that this vote answers, where the plan names them.
        package var undoableQuestion: String?
        /// When the session ended.
        package var end: Int?
        /// Ids of the events after the end.
        package var late: [String]
        /// Whether the session is complete; what nothing is said of is where nothing is left to ask.
        package var isComplete: Bool
        /// What to practise on before the trials.
        package var practice: Int?
        /// Whether practice is over, and the first trial is still to come.
        package var isAfterPractice: Bool
        /// Whether a break is due.
        package var isBreak: Bool

        private enum CodingKeys: String, CodingKey {
            case votes, shown, next, question, undoable, end, late, practice
            case undoableQuestion = "undoable_question"
            case isAfterPractice = "after_practice"
            case isBreak = "break"
            case leftOut = "left_out"
            case isComplete = "complete"
        }
    }

    private enum CodingKeys: CodingKey {
        case says, trials, tries, practice, breaks, questions, state
    }

    /// The name, and what the list shows.
    package var description: String { "\(name): \(says)" }

    /// All lists.
    package static let all: [SessionList] = {
        let folder = Project.root.appending(path: "Tests/SessionLists/Goldens")
        do {
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map(SessionList.init)
        } catch {
            // A static value cannot throw, and without the lists no test of them means anything.
            fatalError("\(folder.path): \(error)")
        }
    }()

    /// Reads a list without its events.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        says = try values.decode(String.self, forKey: .says)
        trials = try values.decode(Int.self, forKey: .trials)
        tries = try values.decodeIfPresent(Int.self, forKey: .tries)
        practice = try values.decodeIfPresent(Int.self, forKey: .practice) ?? 0
        breaks = try values.decodeIfPresent(Int.self, forKey: .breaks) ?? 0
        questions = try values.decodeIfPresent([String].self, forKey: .questions)
        state = try values.decode(State.self, forKey: .state)
    }

    private init(_ file: URL) throws {
        let data = try Data(contentsOf: file)
        self = try JSONDecoder().decode(SessionList.self, from: data)
        name = file.deletingPathExtension().lastPathComponent
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        lines = try (object?["events"] as? [Any] ?? []).map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys), as: UTF8.self)
        }
    }

    /// The events that this dotchi knows, in the order of the list.
    package var events: [AnswerEvent] {
        get throws {
            let kinds = Set(AnswerEvent.Kind.allCases.map(\.rawValue))
            return try lines.map { Data($0.utf8) }.filter {
                kinds.contains(try JSONDecoder().decode(KindOnly.self, from: $0).kind)
            }.map { try JSONDecoder().decode(AnswerEvent.self, from: $0) }
        }
    }

    private struct KindOnly: Decodable {
        var kind: String
    }
}

extension SessionList {
    /// The rules under which the list holds: those of plans that ask a trial so often.
    package var rules: [SessionRules] {
        if questions != nil { return [SessionRules(SurveySettings(questions: named))] }
        var settings = SurveySettings()
        settings.besides.practice = practice
        // Plans of before had no practice.
        guard practice == 0 else { return [SessionRules(settings)] }
        return [SessionRules.earlier, SessionRules(SurveySettings())].filter { tries == nil || $0.imageTries == tries }
    }

    /// The questions of the list as a study has them.
    package var named: [SurveyQuestion]? {
        questions?.map { SurveyQuestion(id: $0, text: [.english: "Which, \($0)?", .japanese: "\($0)？"]) }
    }
}

extension SessionList.State {
    /// Reads a state.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let next = try values.decodeIfPresent(Int.self, forKey: .next)
        self.init(
            votes: try values.decode([String: String].self, forKey: .votes),
            shown: try values.decode([String: Int].self, forKey: .shown),
            leftOut: try values.decode([Int].self, forKey: .leftOut), next: next,
            question: try values.decodeIfPresent(String.self, forKey: .question),
            undoable: try values.decodeIfPresent(Int.self, forKey: .undoable),
            undoableQuestion: try values.decodeIfPresent(String.self, forKey: .undoableQuestion),
            end: try values.decodeIfPresent(Int.self, forKey: .end),
            late: try values.decode([String].self, forKey: .late),
            isComplete: try values.decodeIfPresent(Bool.self, forKey: .isComplete) ?? (next == nil),
            practice: try values.decodeIfPresent(Int.self, forKey: .practice),
            isAfterPractice: try values.decodeIfPresent(Bool.self, forKey: .isAfterPractice) ?? false,
            isBreak: try values.decodeIfPresent(Bool.self, forKey: .isBreak) ?? false)
    }

    /// What `state` says, in the form of the lists; of a survey with a break after `breaks` votes each.
    package init(_ state: SessionState, breaks: Int = 0) {
        self.init(
            votes: Self.named(state.votes.mapValues(\.id)),
            shown: Self.named(state.shown.filter { state.votes[$0.key] != nil }),
            leftOut: state.leftOut.sorted(), next: state.next, question: state.nextQuestion,
            undoable: state.undoable?.trial, undoableQuestion: state.undoable?.question, end: state.end,
            late: state.late.map(\.id), isComplete: state.isComplete, practice: state.nextPractice,
            isAfterPractice: state.isAfterPractice, isBreak: state.isBreakDue(every: breaks))
    }

    /// What stands by trials and questions, under the names of the lists.
    private static func named<Value>(_ values: [AskedQuestion: Value]) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: values.map { (name($0.key.trial, $0.key.question), $0.value) })
    }

    /// What a question about a trial is called.
    package static func name(_ trial: Int, _ question: String?) -> String {
        question.map { "\(trial) \($0)" } ?? "\(trial)"
    }
}
