import Pairing
import Study
import Testing

/// Names tell images apart and nothing else.
struct ImageNamesTests {
    private static let plan = SurveyPlan(study: "faces", seed: 1, survey: SurveySettings(), generations: [], seats: [])
    private static let image = String(repeating: "f", count: 64)

    @Test("the same plan gives an image the same name, 16 hexadecimal digits")
    func steady() {
        let name = ImageNames(plan: FrozenPlan(Self.plan)).name(ofImage: Self.image, showing: 0)
        #expect(name == ImageNames(plan: FrozenPlan(Self.plan)).name(ofImage: Self.image, showing: 0))
        #expect(name.wholeMatch(of: /[0-9a-f]{16}/) != nil)
    }

    @Test("another showing, seat, image or plan gives another name")
    func different() {
        let names = ImageNames(plan: FrozenPlan(Self.plan))
        var other = Self.plan
        other.seed = 2
        let all = [
            names.name(ofImage: Self.image, showing: 0), names.name(ofImage: Self.image, showing: 1),
            names.name(ofImage: Self.image, showing: 0, seat: 1), names.name(ofImage: Self.image, showing: 0, seat: 2),
            names.name(ofImage: String(repeating: "e", count: 64), showing: 0),
            ImageNames(plan: FrozenPlan(other)).name(ofImage: Self.image, showing: 0),
        ]
        #expect(Set(all).count == all.count)
    }
}
