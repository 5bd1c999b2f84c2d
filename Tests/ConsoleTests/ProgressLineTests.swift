import Testing

@testable import dotchi

@Suite("Lines of progress")
struct ProgressLineTests {
    private let line = ProgressLine(
        label: "faces128", share: 0.5,
        facts: [
            "epoch 3/12", "141.2 images/s", "stage1.generator 2.345", "stage1.discriminator 0.512", "2 min 05 s left",
        ])

    @Test("a line that fits is whole")
    func whole() {
        let whole = line.text()
        #expect(
            whole == "faces128 ████████████░░░░░░░░░░░░ 50 %  epoch 3/12  141.2 images/s  stage1.generator 2.345  "
                + "stage1.discriminator 0.512  2 min 05 s left")
        #expect(line.text(width: whole.count) == whole)
    }

    @Test(
        "a narrower one loses half its bar, then losses from the last, pace, time left and bar; the epoch stays",
        arguments: [
            (
                123,
                "faces128 ██████░░░░░░ 50 %  epoch 3/12  141.2 images/s  stage1.generator 2.345  "
                    + "stage1.discriminator 0.512  2 min 05 s left"
            ),
            (90, "faces128 ██████░░░░░░ 50 %  epoch 3/12  141.2 images/s  2 min 05 s left"),
            (60, "faces128 ██████░░░░░░ 50 %  epoch 3/12  2 min 05 s left"),
            (50, "faces128 ██████░░░░░░ 50 %  epoch 3/12"),
            (30, "faces128 50 %  epoch 3/12"),
            (10, "faces128 5"),
        ])
    func narrow(width: Int, text: String) {
        #expect(line.text(width: width) == text)
    }

    @Test("no line is wider than it may be", arguments: 0...150)
    func everyWidth(width: Int) {
        #expect(line.text(width: width).count <= width)
    }
}
