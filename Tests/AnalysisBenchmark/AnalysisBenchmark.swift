import Foundation

/// dotchi's side of `make bench-analyze`. `analyze.py` beside this file starts it and says what it is to do.
///
///     AnalysisBenchmark simulate STUDIES   coverage and false alarms over so many studies: one line of JSON
@main
struct AnalysisBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("simulate", 2):
            guard let studies = Int(arguments[1]), studies > 0 else { usage() }
            try answer(Simulations(studies: studies))
        default: usage()
        }
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(Data("AnalysisBenchmark simulate STUDIES\n".utf8))
        exit(64)
    }

    private static func answer(_ value: some Encodable) throws {
        FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
    }
}
