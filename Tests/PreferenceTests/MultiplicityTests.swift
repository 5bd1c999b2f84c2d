import Preference
import Testing

@Suite("Many tests at once, against statsmodels")
struct MultiplicityTests {
    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Anchors: Decodable {
        struct Multiple: Decodable {
            var p: [Double]
            var holm: [Double]
            var fdr_bh: [Double]
        }

        var multiple: Multiple
    }

    @Test("adjusted p-values agree, in any order")
    func anchors() throws {
        let anchors = try fixture("binomial-anchors.json", as: Anchors.self).multiple
        let orders = [Array(anchors.p.indices), Array(anchors.p.indices.reversed()), [3, 0, 9, 1, 8, 2, 7, 4, 6, 5]]
        for order in orders {
            let p = order.map { anchors.p[$0] }
            for (found, index) in zip(p.holmAdjusted, order) { expectClose(found, anchors.holm[index], 1e-12) }
            for (found, index) in zip(p.benjaminiHochbergAdjusted, order) {
                expectClose(found, anchors.fdr_bh[index], 1e-12)
            }
        }
    }

    @Test("one test alone stays as it is, none gives none, and nothing exceeds 1")
    func ends() {
        #expect([0.03].holmAdjusted == [0.03] && [0.03].benjaminiHochbergAdjusted == [0.03])
        #expect([Double]().holmAdjusted.isEmpty && [Double]().benjaminiHochbergAdjusted.isEmpty)
        #expect([0.6, 0.9].holmAdjusted == [1, 1] && [0.6, 0.9].benjaminiHochbergAdjusted == [0.9, 0.9])
        #expect([0.02, 0.02].holmAdjusted == [0.04, 0.04])
    }
}
