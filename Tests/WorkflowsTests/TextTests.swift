import Testing

@testable import Workflows

@Suite("Text for a terminal")
struct TextTests {
    @Test("columns stand under each other also below Japanese names, which take two cells a character")
    func table() {
        let rows = [["pool", "images", "state"], ["方法A/条件", "500", "in use"], ["B/equal-time", "12", ""]]
        #expect(
            rows.table == """
                pool          images  state
                方法A/条件       500  in use
                B/equal-time      12
                """)
    }
}
