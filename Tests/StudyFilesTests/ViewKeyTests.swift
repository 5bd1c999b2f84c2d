import Study
import StudyFiles
import Testing

@Suite("survey.view and survey.context")
struct ViewKeyTests {
    private static let methods = "study: {id: s}\nmethods: {A: {}, B: {}}\nconditions: {c: {methods: [A, B]}}\n"

    private func survey(_ yaml: String) throws -> SurveySettings {
        try StudyFile.parse(Self.methods + "survey: {\(yaml)}").survey
    }

    @Test(
        "sizes are fit, CSS pixels or 1:1; greys are numbers or as CSS writes them",
        arguments: [
            ("", ViewSettings()), ("size: fit", ViewSettings()), ("size: 300", ViewSettings(size: .pixels(300))),
            ("size: 1:1", ViewSettings(size: .native)), ("size: '1:1'", ViewSettings(size: .native)),
            ("max_scale: 2.5, min: 128", ViewSettings(maxScale: 2.5, minimum: 128)),
            ("surround: 128", ViewSettings(surround: 128)), ("surround: '#808080'", ViewSettings(surround: 128)),
            ("surround: '#FFF'", ViewSettings(surround: 255)), ("surround: 0", ViewSettings(surround: 0)),
            ("terminal_min_pixels: 64", ViewSettings(terminalMinimum: 64)),
            ("size: 6deg", ViewSettings(size: .degrees(6))), ("size: 6.5deg", ViewSettings(size: .degrees(6.5))),
            ("mode: side-by-side, enlarge: false", ViewSettings()),
        ])
    func read(yaml: String, view: ViewSettings) throws {
        let survey = try survey("view: {\(yaml)}")
        #expect(survey.usedView == view)
        // What says nothing but the defaults changes no plan.
        #expect((survey.view == nil) == (view == ViewSettings()))
    }

    @Test(
        "what can be none is named with its place and what is expected",
        arguments: [
            (
                "view: {size: 1:2}", "survey.view.size",
                "expected fit, 1:1, degrees from 0.5deg to 60deg, or a whole number of CSS pixels from 16 to 8192"
            ),
            ("view: {size: 8}", "survey.view.size", "found the number 8"),
            ("view: {size: 300, max_scale: 2}", "survey.view.max_scale", "belongs to size: fit; size is 300"),
            ("view: {max_scale: 0}", "survey.view.max_scale", "from 0.1 to 64"),
            ("view: {surround: 256}", "survey.view.surround", "from 0 (black) to 255 (white)"),
            ("view: {surround: '#80807f'}", "survey.view.surround", "expected a grey"),
            ("view: {surround: grey}", "survey.view.surround", "expected a grey"),
            ("view: {surround:  }", "survey.view.surround", "expected a grey"),
            ("view: {size: 61deg}", "survey.view.size", "degrees from 0.5deg to 60deg"),
            ("view: {size: deg}", "survey.view.size", "degrees from 0.5deg to 60deg"),
            ("view: {size: -6deg}", "survey.view.size", "degrees from 0.5deg to 60deg"),
            ("view: {size: nandeg}", "survey.view.size", "degrees from 0.5deg to 60deg"),
            ("view: {size: 300, distance_cm: 50}", "survey.view.distance_cm", "belongs to a size in degrees"),
            ("view: {size: 6deg, distance_cm: 10}", "survey.view.distance_cm", "from 20 to 400"),
            ("view: {mode: stack}", "survey.view.mode", "side-by-side or flip"),
            ("view: {limit_ms: 100}", "survey.view.limit_ms", "from 500 to 600000"),
            ("view: {exposure_ms: 500, mode: flip}", "survey.view.exposure_ms", "belongs to mode: side-by-side"),
            ("view: {exposure_ms: 500, enlarge: true}", "survey.view.exposure_ms", "does not go with enlarge"),
            ("view: {mode: flip}, answers: graded", "survey.answers", "view.mode is flip"),
            ("view: {limit_ms: 2000}, min_view_ms: 2000", "survey.view", "answers are taken only after 2000"),
            ("view: {exposure_ms: 500}, min_view_ms: 501", "survey.view", "were in view for 501 milliseconds"),
            ("view: {minimum: 9}", "survey.view.minimum", "min"),
            ("context: text", "survey.context", "expected pairing: item with it"),
            ("context: reference, pairing: random", "survey.context", "expected pairing: item with it"),
            ("context: prompt, pairing: item", "survey.context", "expected none, text or reference"),
        ])
    func faults(yaml: String, key: String, says: String) {
        let found = findings(Self.methods + "survey: {\(yaml)}").map(\.description)
        #expect(found.count == 1)
        #expect(found.first?.contains(key) == true && found.first?.contains(says) == true, "\(found)")
    }

    @Test("a plan of before there was a view shows images as it did, and is not called changed")
    func earlier() throws {
        var frozen = try survey("")
        frozen.completeShare = 0
        #expect(frozen.usedView == .earlier && frozen.usedView.maxScale == 64)
        let today = Study(identity: .init(id: "s"), conditions: [], survey: try survey(""))
        #expect(
            SurveyDrift(of: today, planned: ("s", frozen), generations: [], current: []).changes.isEmpty)
        var other = today
        other.survey.usedView = ViewSettings(surround: 128)
        #expect(
            SurveyDrift(of: other, planned: ("s", try survey("")), generations: [], current: []).changes.map(\.key)
                == ["survey.view.surround"])
    }
}
