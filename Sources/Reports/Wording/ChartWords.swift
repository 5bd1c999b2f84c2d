import Study

/// The words inside charts in one language.
struct ChartWords: Hashable, Sendable {
    /// The language's tag.
    let language: Language

    /// The words of `language`. Charts have no sentences, so the Kansai dialect has those of Japanese.
    static func of(_ language: Language) -> ChartWords { ChartWords(language: language) }

    private func word(_ english: String, _ japanese: String) -> String { language == .english ? english : japanese }

    // Rates.
    var rate: String { word("selection rate [%]", "選択率 [%]") }
    var oneHalf: String { word("one half", "50 %") }
    var naive: String { word("naive: every vote its own person", "単純：票ごとに別の人とみなす") }
    func byPerson(_ level: String) -> String {
        word("\(level) % interval by person", "\(level) %信頼区間（人単位）")
    }

    // Methods.
    var cannotTell: String { word("cannot be told apart", "区別できない") }
    func manyGroups(_ count: Int) -> String {
        word("\(count.counted("group")) that cannot be told apart: see the table", "区別できない組が\(count)組：表を参照")
    }

    // Exclusions.
    var allVotes: String { word("all votes", "すべての票") }
    var people: String { word("people", "人数") }
    var votes: String { word("votes", "投票数") }
    var votesLeft: String { word("votes left", "残った票") }
    var votesOut: String { word("votes out", "除外票") }
    var peopleOut: String { word("people out", "除外人数") }
    var leftOut: String { word("left out", "除外") }
    var planned: String { word("planned", "計画") }
    var plannedShare: String { word("planned share of people", "計画した人数の割合") }
    var alarm: String { word("far more than planned", "計画を大きく超過") }

    // Response times.
    var responseTime: String { word("response time [s]", "回答時間 [秒]") }
    var median: String { word("median", "中央値") }
    var tooFast: String { word("too fast", "速すぎる") }

    // Sides.
    var leftShare: String { word("left chosen [%]", "左を選んだ割合 [%]") }
    var person: String { word("one person", "1人") }
    var biased: String { word("differs from one half (Holm)", "50 %と異なる（Holm）") }
    var pooled: String { word("all votes:", "全体：") }
    func peopleSorted(_ count: Int) -> String {
        word("\(count.counted("person", "people")), by \(count.word("the", "their")) share", "\(count)人（割合の順）")
    }

    // Evidence.
    var eValue: String { word("e-value", "e値") }
    func enough(_ value: String) -> String { word("enough: \(value)", "十分：\(value)") }
    func confidenceSequence(_ level: String, of name: String?) -> String {
        let sequence = word("\(level) % confidence sequence of the rate [%]", "選択率の\(level) %信頼列 [%]")
        return sequence + (name.map { word(": \($0)", "：\($0)") } ?? "")
    }
    var peopleFinished: String { word("people who have finished", "回答を終えた人数") }

    // Cost.
    var trainingTime: String { word("training time", "学習時間") }
    var hours: String { word("h", "hrs") }
}
