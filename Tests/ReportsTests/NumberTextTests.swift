import Testing

@testable import Reports

@Suite("Numbers as tables print them")
struct NumberTextTests {
    @Test(
        "hours have one decimal, below a tenth of an hour two significant digits",
        arguments: [
            (113.8, "113.8"), (75.2, "75.2"), (76.8, "76.8"), (0.1, "0.1"), (0.149, "0.1"), (0.02, "0.020"),
            (0.0996, "0.10"), (0.0994, "0.099"), (0.001234, "0.0012"), (0.00999, "0.010"), (0, "0.0"), (1000, "1000.0"),
        ])
    func hours(hours: Double, text: String) { #expect(NumberText.hours(seconds: hours * 3600) == text) }

    @Test(
        "percents have one decimal",
        arguments: [(0.227272, "22.7"), (0.5, "50.0"), (1, "100.0"), (0, "0.0")])
    func percent(share: Double, text: String) { #expect(NumberText.percent(share) == text) }

    @Test("p values and levels", arguments: [(0.0169, "0.017"), (1, "1.000"), (0.0005, "0.001"), (0.0004, "< 0.001")])
    func p(p: Double, text: String) { #expect(NumberText.p(p) == text) }

    @Test("levels have no needless digits", arguments: [(0.95, "95"), (0.9, "90"), (0.999, "99.9"), (0.975, "97.5")])
    func level(level: Double, text: String) { #expect(NumberText.level(level) == text) }

    @Test("differences carry their sign", arguments: [(5760.0, "+1.6"), (-72, "−0.020"), (0, "0.0")])
    func difference(seconds: Double, text: String) { #expect(NumberText.difference(seconds: seconds) == text) }
}
