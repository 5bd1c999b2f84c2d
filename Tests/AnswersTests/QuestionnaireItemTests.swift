import Answers
import Study
import Testing

@Suite("Answers to questionnaires")
struct QuestionnaireItemTests {
    private static let options = ["a", "b", "c"].map { QuestionnaireItem.Option(id: $0) }

    @Test(
        "an answer is taken where it is one of the question",
        arguments: [
            (QuestionnaireItem(id: "q", kind: .choice, options: options), AnswerValue.text("b"), true),
            (QuestionnaireItem(id: "q", kind: .choice, options: options), .text("d"), false),
            (QuestionnaireItem(id: "q", kind: .choice, options: options), .choices(["b"]), false),
            (QuestionnaireItem(id: "q", kind: .choices, options: options), .choices(["a", "c"]), true),
            (QuestionnaireItem(id: "q", kind: .choices, options: options), .choices(["a", "a"]), false),
            (QuestionnaireItem(id: "q", kind: .choices, options: options), .text("a"), false),
            (QuestionnaireItem(id: "q", kind: .number, least: 18, most: 99), .number(18), true),
            (QuestionnaireItem(id: "q", kind: .number, least: 18, most: 99), .number(17), false),
            (QuestionnaireItem(id: "q", kind: .number, least: 18, most: 99), .number(20.5), false),
            (QuestionnaireItem(id: "q", kind: .number, least: 18, most: 99, isWhole: false), .number(20.5), true),
            (QuestionnaireItem(id: "q", kind: .number, least: 18, most: 99), .number(.nan), false),
            (QuestionnaireItem(id: "q", kind: .text, characters: 3), .text("yes"), true),
            (QuestionnaireItem(id: "q", kind: .text, characters: 3), .text("yess"), false),
            (QuestionnaireItem(id: "q", kind: .text, characters: 3), .text(""), false),
            (QuestionnaireItem(id: "q", kind: .scale, points: 5), .number(5), true),
            (QuestionnaireItem(id: "q", kind: .scale, points: 5), .number(6), false),
            (QuestionnaireItem(id: "q", kind: .scale, points: 5), .number(0), false),
            (QuestionnaireItem(id: "q", kind: .scale, points: 5), .choices([]), true),
            (QuestionnaireItem(id: "q", isRequired: true, kind: .scale, points: 5), .choices([]), false),
        ])
    func taken(item: QuestionnaireItem, value: AnswerValue, isTaken: Bool) {
        #expect((item.fault(in: value) == nil) == isTaken)
    }

    @Test("people are screened by the first question that does not admit them, and by a missing answer")
    func screening() {
        var survey = SurveySettings()
        survey.before = [
            QuestionnaireItem(id: "age", isRequired: true, kind: .number, least: 0, most: 120),
            QuestionnaireItem(id: "sees", isRequired: true, kind: .choices, options: Self.options),
        ]
        survey.admit.answers = ["age": .numbers(least: 18, most: nil), "sees": .options(["a", "b"])]
        #expect(survey.screening(["age": .number(18), "sees": .choices(["b", "c"])]) == nil)
        #expect(survey.screening(["age": .number(17), "sees": .choices(["a"])]) == "age")
        #expect(survey.screening(["age": .number(30), "sees": .choices(["c"])]) == "sees")
        #expect(survey.screening(["age": .number(30)]) == "sees")
        #expect(survey.screening([:]) == "age")
    }

    @Test("the last answer to a question counts, and an empty list takes it back")
    func state() {
        func answer(_ id: String, _ time: Int, _ value: AnswerValue) -> AnswerEvent {
            AnswerEvent(id: id, milliseconds: time, kind: .answer, question: "q", value: value)
        }
        let events = [answer("1", 1, .text("a")), answer("3", 3, .text("c")), answer("2", 2, .text("b"))]
        let rules = SessionRules(imageTries: 2, completeShare: 1)
        #expect(SessionState(events, trials: [1], rules: rules).answers == ["q": .text("c")])
        #expect(SessionState(events + [answer("4", 4, .choices([]))], trials: [1], rules: rules).answers.isEmpty)
        // What comes after the end counts for nothing.
        let end = AnswerEvent(id: "5", milliseconds: 2, kind: .finish)
        #expect(SessionState(events + [end], trials: [], rules: rules).answers == ["q": .text("b")])
    }
}
