import Parallel
import Testing

@Suite("Two pieces of work")
struct BothTests {
    @Test("each gives its own, whatever the other does")
    func each() {
        let (numbers, text) = both({ (0..<1000).reduce(0, +) }, { String(repeating: "a", count: 3) })
        #expect(numbers == 499_500)
        #expect(text == "aaa")
        let (one, other) = both({ both({ 1 }, { 2 }) }, { both({ 3 }, { 4 }) })
        #expect(one == (1, 2) && other == (3, 4))
    }
}
