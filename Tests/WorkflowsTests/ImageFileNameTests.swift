import Study
import Testing

@testable import StudyStore
@testable import Workflows

@Suite("File names of images")
struct ImageFileNameTests {
    private func entry(_ index: Int, _ stem: String?) -> EntryRecord {
        EntryRecord(
            index: index, origin: stem.map { .file(stem: $0) } ?? .latent(number: index, seed: 1), sha256: "", width: 1,
            height: 1)
    }

    @Test("an imported image has its stem, a generated one its number")
    func plain() {
        let names = ImageFileName.names(of: [entry(0, "ada"), entry(1, "あ b.c"), entry(2, nil), entry(123456, nil)])
        #expect(names.map(\.name) == ["ada.png", "あ b.c.png", "00002.png", "123456.png"])
    }

    @Test("a stem that can name no file of the folder is none, and all names stay different")
    func hostile() {
        let stems = [
            "../x", "/etc/x", "a/b", "", ".", "..", ".hidden", "a\0b", "a\nb", "\u{1B}]0;x\u{7}", "a\u{85}b",
            String(repeating: "x", count: 252), String(repeating: "あ", count: 84),
        ]
        for stem in stems { #expect(ImageFileName(stem: stem) == nil, "\(stem.debugDescription)") }
        #expect(ImageFileName(stem: String(repeating: "x", count: 251)) != nil)
        let names = ImageFileName.names(of: [
            entry(0, "../x"), entry(1, "00000"), entry(2, "image-00000"), entry(3, ".."),
        ])
        #expect(names.map(\.name) == ["image-image-00000.png", "00000.png", "image-00000.png", "00003.png"])
    }
}
