import Study
import StudyFiles
import Testing

@Suite("what survey says that would do nothing, or that nobody could answer")
struct SurveyFaultTests {
    private static let methods = "study: {id: s}\nmethods: {A: {}, B: {}}\nconditions: {c: {methods: [A, B]}}\n"

    /// A question that must be answered.
    private static let eyes =
        "{id: eyes, kind: choice, required: true, text: {en: q}, choices: {a: {en: A}, b: {en: B}}}"

    @Test(
        "is named with its key",
        arguments: [
            (
                "before: [{id: d, kind: number, text: {en: q}, min: 0.5, max: 0.7}]", "survey.before[0].max",
                "takes no whole number"
            ),
            (
                "before: [{id: d, kind: choice, text: {en: q}, choices: {a: {en: Same}, b: {en: Same}}}]",
                "survey.before[0].choices", "two have the same words (Same)"
            ),
            ("entry: {keep: [A, a]}", "survey.entry.keep", "in another case too"),
            ("entry: {keep: [lang]}", "survey.entry.keep", "what the page itself takes"),
            ("entry: {participant: [Seat]}", "survey.entry.participant", "what the page itself takes"),
            ("consent: {required: false, version: IRB-7}", "survey.consent", "has the version “IRB-7”"),
            (
                "questions: [{id: a, text: {en: A?}, primary: false}, {id: b, text: {en: B?}}]", "survey.questions",
                "none is the primary one"
            ),
            ("view: {size: 100, min: 401}", "survey.view.min", "more than images of size 100 have"),
            ("submit: colector", "survey.submit", "did you mean \"collector\"?"),
            ("submit: 'ftp://a.org'", "survey.submit", "expected file, collector, or an address"),
            ("submit: 'https://a.org/?x=1'", "survey.submit", "expected file, collector, or an address"),
            ("origins: ['https://a.org/x']", "survey.origins[0]", "an origin such as"),
            (
                "before: [\(eyes)], quota: [{question: eyes, answers: [a], people: 2}]", "survey.quota",
                "needs a collector"
            ),
            (
                "submit: collector, before: [\(eyes)], quota: [{question: eye, answers: [a], people: 2}]",
                "survey.quota[0]", "did you mean \"eyes\"?"
            ),
            (
                "submit: collector, after: [\(eyes)], quota: [{question: eyes, answers: [a], people: 2}]",
                "survey.quota[0]", "is asked in survey.after; a question that counts"
            ),
            (
                "submit: collector, before: [\(eyes)], quota: [{question: eyes, answers: {min: 3}, people: 2}]",
                "survey.quota[0]", "is no number"
            ),
            (
                "submit: collector, before: [\(eyes)], quota: [{question: eyes, answers: [a], people: 0}]",
                "survey.quota[0].people", "1 to 1000000"
            ),
            (
                "submit: collector, before: [\(eyes)], quota: [{question: eyes, answers: [a]}]",
                "survey.quota[0].people", "is missing"
            ),
            (
                "submit: collector, before: [{id: d, kind: choice, text: {en: q}, choices: {a: {en: A}, b: {en: B}}}], quota: [{question: d, answers: [a], people: 2}]",
                "survey.quota[0]", "may be skipped"
            ),
        ])
    func faults(yaml: String, key: String, says: String) {
        let found = findings(Self.methods + "survey: {languages: [en], \(yaml)}").map(\.description)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains(key) == true && found.first?.contains(says) == true, "\(found)")
    }

    @Test(
        "is not what can be meant",
        arguments: [
            "before: [{id: d, kind: number, text: {en: q}, min: 0.5, max: 0.7, whole: false}]",
            "before: [{id: d, kind: number, text: {en: q}, min: 0.5, max: 1.2}]",
            "before: [{id: d, kind: choice, text: {en: q}, choices: {a: {en: One}, b: {en: Other}}}]",
            "entry: {keep: [A, b], required: true}", "consent: {required: true, version: IRB-7}",
            "view: {size: 100, min: 400}", "submit: collector, origins: ['https://a.org', 'http://localhost:8000']",
            "submit: collector, before: [\(eyes)], quota: [{question: eyes, answers: [a], people: 2}]",
            "submit: 'https://a.org/faces/'", "questions: [{id: a, text: {en: A?}}, {id: b, text: {en: B?}}]",
        ])
    func meant(yaml: String) {
        #expect(findings(Self.methods + "survey: {languages: [en], \(yaml)}").isEmpty)
    }
}
