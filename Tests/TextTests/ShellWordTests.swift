import Testing
import Text

@Suite("Words for a shell")
struct ShellWordTests {
    @Test(
        "what a shell takes as it stands stays so, all else stands in quotes",
        arguments: [
            ("/a/b-c_1.sqlite", "/a/b-c_1.sqlite"), ("a study", "'a study'"), ("it's", "'it'\\''s'"), ("", "''"),
            ("$HOME", "'$HOME'"), ("手法", "'手法'"),
        ])
    func quoted(text: String, word: String) {
        #expect(text.shellWord == word)
    }
}
