import Foundation

/// dotchi's side of `make bench-analyze`. `analyze.py` beside this file starts it and says what it is to do.
///
///     AnalysisBenchmark simulate STUDIES   coverage and false alarms over so many studies: one line of JSON
///     AnalysisBenchmark votes PEOPLE EACH METHODS needed|all FILE
///                                          writes a table of simulated votes
///     AnalysisBenchmark contest NAME       one computation, warm, that takes orders on standard input and answers each
///                                          by one line of JSON:
///         save FILE     the votes, for the peers
///         run COUNT     the computation so many times: seconds of each
///         figures       what it gives
@main
struct AnalysisBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let numbers = arguments.compactMap { Int($0) }.filter { $0 > 0 }
        switch (arguments.first, numbers.count, arguments.count) {
        case ("simulate", 1, 2): try answer(Simulations(studies: numbers[0]))
        case ("votes", 3, 6):
            guard let columns = SimulatedVotes.Columns(rawValue: arguments[4]), numbers[2] > 1 else { usage() }
            try SimulatedVotes(people: numbers[0], each: numbers[1], methods: numbers[2])
                .write(columns, to: URL(filePath: arguments[5]))
        case ("contest", 0, 2):
            guard let contest = Contest(rawValue: arguments[1]) else { usage() }
            let comparisons = contest.votes.comparisons
            try answer(["votes": comparisons.count])
            while let line = readLine() {
                let words = line.split(separator: " ", maxSplits: 1).map(String.init)
                switch (words[0], words.count) {
                case ("save", 2):
                    try contest.votes.write(.needed, to: URL(filePath: words[1]))
                    try answer([Double]())
                case ("run", 2): try answer(timed(Int(words[1]) ?? 1) { _ = try contest.figures(of: comparisons) })
                case ("figures", 1): try answer(contest.figures(of: comparisons))
                default: fatalError("an order that nobody gives: \(line)")
                }
            }
        default: usage()
        }
    }

    /// Seconds of each of `count` runs of `body`.
    private static func timed(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
        let clock = ContinuousClock()
        return try (0..<count).map { _ in try clock.measure(body) / .seconds(1) }
    }

    private static func usage() -> Never {
        let usage = "AnalysisBenchmark simulate STUDIES | votes PEOPLE EACH METHODS needed|all FILE | contest NAME\n"
        FileHandle.standardError.write(Data(usage.utf8))
        exit(64)
    }

    private static func answer(_ value: some Encodable) throws {
        FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
    }
}
