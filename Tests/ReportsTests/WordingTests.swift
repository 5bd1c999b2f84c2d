import Study
import Testing

@testable import Reports

@Suite("Words in each language")
struct WordingTests {
    @Test("every language tells as much on how to read the numbers", arguments: Language.allCases)
    func readingNotes(language: Language) {
        let notes = Wording.of(language).readingNotes
        #expect(notes.count == Wording.of(.english).readingNotes.count && Set(notes).count == notes.count)
        if language == .kansai { #expect(Set(notes).isDisjoint(with: Wording.of(.japanese).readingNotes)) }
    }
}
