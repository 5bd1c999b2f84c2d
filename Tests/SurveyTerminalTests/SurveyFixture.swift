import Answers
import Foundation
import Pictures
import Study
import SurveyTerminal
import Synchronization
import TestKit

extension Language {
    /// Those of surveys that come with the project.
    static let builtIn = Project.languageTags.compactMap { Language(rawValue: $0) }
}

/// A small survey for tests: seats of a few trials, images of one colour each, the real texts.
enum SurveyFixture {
    static func seat(trials: Int = 3, practice: Int = 0) -> Seat {
        func trial(_ number: Int) -> Trial {
            Trial(number: number, condition: "equal-time", left: entry("A", number), right: entry("B", number))
        }
        return Seat(
            number: 7,
            items: (1...trials).map { .pair(trial($0)) } + (0..<practice).map { .practice(trial(trials + 1 + $0)) })
    }

    static func entry(_ method: String, _ index: Int) -> PoolEntry {
        PoolEntry(pool: PoolKey(method: method, condition: "equal-time"), generation: 1, index: index)
    }

    static func texts(_ language: Language = .english) throws -> SurveyTexts {
        let file = Project.root.appending(path: "survey-templates/languages/\(language.rawValue).json")
        return try SurveyTexts(json: Data(contentsOf: file), name: file.lastPathComponent)
    }

    /// A picture that no pooling can mistake: a gradient, red for method A, blue for B.
    static func picture(_ entry: PoolEntry, side: Int = 64) -> PixelBuffer {
        var picture = PixelBuffer(width: side, height: side)
        for y in 0..<side {
            for x in 0..<side {
                let level = UInt8(255 * (x + y) / (2 * side))
                picture[x, y] = entry.pool.method == "A" ? RGB(255, level, level) : RGB(level, level, 255)
            }
        }
        return picture
    }

    /// Ids `id-1`, `id-2`, ... in the order made.
    static func countingIDs() -> @Sendable () -> String {
        let count = Counter()
        return { "id-\(count.next())" }
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
