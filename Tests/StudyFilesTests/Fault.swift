import StudyFiles
import Testing

/// A file with one fault, and what is said of it.
struct Fault: Sendable, CustomTestStringConvertible {
    let yaml: String
    let line: Int
    let column: Int
    let key: String
    let says: String

    init(_ yaml: String, _ line: Int, _ column: Int, _ key: String, _ says: String) {
        self.yaml = yaml
        self.line = line
        self.column = column
        self.key = key
        self.says = says
    }

    var testDescription: String { says }
}

/// What the reader says of `yaml`; nothing where it takes it.
func findings(_ yaml: String) -> [Finding] {
    do {
        _ = try StudyFile.parse(yaml)
        return []
    } catch let error as StudyFileError {
        return error.findings
    } catch {
        Issue.record(error)
        return []
    }
}
