import Answers
import Study

/// libFuzzer, with the arguments of this program; see `AnswersFuzz -help=1`.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Reads whatever libFuzzer thinks of as the body of `POST /v1/answers` or an answer file, and as a text that somebody pasted.
/// Beside ending without a crash, what was read must be read the same again after it was written.
private func read(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    let headers = ReadHeaders(most: 2)
    if let file = try? AnswerFile(bytes: text, headers: headers) {
        precondition(
            (try? AnswerFile(bytes: text, headers: headers)) == file, "a header that came again is read otherwise")
        check(file)
    }
    for file in PastedAnswers(text).files { check(file) }
    return 0
}

private func check(_ file: AnswerFile) {
    guard let again = try? AnswerFile(bytes: file.bytes) else { preconditionFailure("what was written cannot be read") }
    // The format is that which the events need.
    var header = file.header
    header.format = again.header.format
    precondition(again.header == header && again.events == file.events, "what was written is read otherwise")
    let rules = SessionRules(imageTries: 3, completeShare: 0.9, practice: 1, questions: [])
    let state = SessionState(file.events, trials: Set(1...4), rules: rules)
    precondition(state.answered <= 4 && state.votes.count == state.answered)
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = run(&count, &arguments) { read($0, $1) }
