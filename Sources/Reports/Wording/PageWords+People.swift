import Preference

extension PageWords {
    // How people answered.
    var peopleAnswered: String { word("How people answered", "回答のしかた") }
    var times: String { word("Response times", "回答時間") }
    var noTimes: String { word("no times were measured", "回答時間の記録なし") }
    var timesNote: String {
        word(
            "From both images in view to the answer; each step to the right is the same ratio.",
            "両方の画像の表示から回答までの時間。横軸は等しい比の目盛り。")
    }
    var seconds: String { word("[s]", "[秒]") }
    var left: String { word("left", "左") }
    var right: String { word("right", "右") }
    var leftShare: String { word("left chosen", "左を選んだ割合") }
    var biasedPeople: String { word("people who differ from one half (Holm)", "50 %と異なる人（Holm）") }
    var sides: String { word("Left or right", "左右の偏り") }
    func sideP(_ clustered: String, naive: String) -> String {
        word("By person \(clustered); every vote its own person: \(naive).", "人単位：\(clustered)、票ごとに別の人とみなす：\(naive)。")
    }
    var sidesNote: String {
        word(
            "Each mark is a person; without a side bias they scatter about the dashed line.",
            "印は1人を表す。左右の偏りがなければ破線のまわりに散らばる。")
    }
    var consistency: String { word("Consistency and agreement", "一貫性と一致") }
    var statistic: String { word("statistic", "統計量") }
    var allConditions: String { word("all votes", "すべての票") }
    var repeatsAlike: String { word("pairs shown again and answered alike", "再提示で同じ回答") }
    var triadsMean: String { word("circular triads, mean of people", "循環する三つ組（1人あたりの平均）") }
    var withoutTriads: String { word("people without any", "循環のない人") }
    var weak: String { word("triples against weak transitivity", "弱い推移性に反する三つ組") }
    var moderate: String { word("against moderate transitivity", "中程度の推移性に反する三つ組") }
    var strong: String { word("against strong transitivity", "強い推移性に反する三つ組") }
    var alpha: String { word("Krippendorff’s alpha", "Krippendorffのα") }
    var kendallU: String { word("Kendall’s u, of people who decided every pair", "Kendallのu（すべての対で優劣を答えた人）") }
    var fronts: String { word("Page and terminal", "ページと端末") }
    var front: String { word("front", "回答画面") }
    var frontsNote: String {
        word(
            "The rate on each front; the difference is to all others, with people as the unit.",
            "回答画面ごとの選択率。差は他のすべての画面に対するもので、人を単位とする。")
    }

    // The evidence.
    var evidence: String { word("Evidence, person by person", "証拠の推移") }
    func evidenceNote(alpha: Double) -> String {
        word(
            "The e-value against a rate of one half, after each person who finished. It may be looked at after every "
                + "person: without a preference a line reaches the dashed one in at most \(NumberText.level(alpha)) % of studies. "
                + "A line that has reached it once has, whatever it does later. Beneath it is the confidence "
                + "sequence of the first rate, which holds at all looks together. Of more than three rates the three with "
                + "the most evidence are drawn; the promise is for each by itself.",
            "選択率が50 %であるという仮説に対するe値の推移。1人ごとに見てよく、選好がないとき線が破線に達する調査は多くとも\(NumberText.level(alpha)) %である。"
                + "一度達すれば、その後下がっても達したことに変わりはない。下は最初の選択率の信頼列で、すべての時点で同時に成り立つ。選択率が4つ以上あるときは証拠の最も強い3つを描く。保証は1つごとのものである。"
        )
    }
    func lastEvidenceNote(alpha: Double, level: String) -> String {
        word(
            "The e-value against a rate of one half, after the last person who finished. It may be looked at after every "
                + "person: without a preference it ever reaches \(EValueText.enough(alpha: alpha)) in at most \(NumberText.level(alpha)) % of studies. "
                + "The \(level) % confidence sequence holds at all looks together.",
            "選択率が50 %であるという仮説に対する、最後に回答を終えた人の後のe値。1人ごとに見てよく、選好がないとき\(EValueText.enough(alpha: alpha))に達する調査は多くとも\(NumberText.level(alpha)) %である。\(level) %信頼列はすべての時点で同時に成り立つ。"
        )
    }
    var whatToDo: String { word("advice", "助言") }
    var confidenceSequence: String { word("confidence sequence", "信頼列") }
    func advice(_ advice: StoppingAdvice) -> String {
        switch advice {
        case .stopAhead: word("The study may stop: it is chosen more often.", "調査を終えてよい：多く選ばれている。")
        case .stopBehind: word("The study may stop: it is chosen less often.", "調査を終えてよい：選ばれることが少ない。")
        case .stopAtPlan:
            word("As many people as planned have finished; no leader is clear.", "計画した人数に達したが、優劣は明らかでない。")
        case .stopOutOfReach:
            word("No leader can become clear any more with the people planned.", "計画した残りの人数では優劣は明らかになり得ない。")
        case .goOn: word("Not enough evidence yet.", "証拠はまだ十分でない。")
        }
    }

    // The methods paragraph.
    var methods: String { word("Methods, for a paper", "論文のための方法の記述") }
    var methodsNote: String {
        word(
            "The facts that ITU-T P.910 (10/2023), section 14, asks for. What stands in brackets was not recorded: fill it "
                + "in.", "ITU-T P.910（2023年10月）第14章が求める事項。括弧内は記録がないため、補って記入すること。")
    }
}
