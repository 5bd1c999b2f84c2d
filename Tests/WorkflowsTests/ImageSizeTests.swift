import Testing

@testable import Workflows

@Suite("images of several sizes")
struct ImageSizeTests {
    @Test("are counted by size in one note, the most frequent first; of one size there is none")
    func note() {
        #expect(PoolImport.note(ofSizes: []) == nil)
        #expect(PoolImport.note(ofSizes: ["128x128", "128x128"]) == nil)
        let note = PoolImport.note(ofSizes: ["64x64", "128x128", "64x64", "96x96"])
        #expect(note?.contains("of 3 sizes: 2 of 64x64, 1 of 128x128, 1 of 96x96 pixels.") == true, "\(note ?? "")")
        let many = PoolImport.note(ofSizes: (1...9).map { "\($0)x\($0)" })
        #expect(
            many?.contains("of 9 sizes: 1 of 1x1,") == true && many?.contains(" and of 3 more sizes pixels.") == true)
    }
}
