import Study
import Testing

@Suite("What methods are called")
struct LabelTests {
    private func labels(_ labels: [String: String]) -> [String: String] {
        labels.sorted { $0.key < $1.key }.map { Method(name: $0.key, label: $0.value) }.labels
    }

    @Test("their labels, and their names behind a label that several share")
    func shared() {
        #expect(labels(["A": "GAN", "B": "DCGAN"]) == ["A": "GAN", "B": "DCGAN"])
        #expect(
            labels(["A": "GAN", "B": "GAN", "C": "other"]) == ["A": "GAN (A)", "B": "GAN (B)", "C": "other"])
        // One that reads alike, and one that is called as another is labelled.
        #expect(Set(labels(["A": "a b", "B": "a  b "]).values).count == 2)
        #expect(labels(["A": "B", "B": "B"]) == ["A": "B (A)", "B": "B (B)"])
        #expect(Set(labels(["A": "x", "B": "x", "C": "x (A)"]).values).count == 3)
    }

    @Test("methods that share a label come in groups, in the order of the study")
    func groups() {
        let methods = ["x", "y", "x", "z", "y"].enumerated().map { Method(name: "M\($0.offset)", label: $0.element) }
        #expect(methods.sharingLabels.map { $0.map(\.name) } == [["M0", "M2"], ["M1", "M4"]])
        #expect([Method]().sharingLabels.isEmpty)
    }
}
