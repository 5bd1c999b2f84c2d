import Preference
import Study

/// The words of the page of a report, beside those of its tables and charts. Headings and short notes; the Kansai dialect
/// has those of Japanese, and its own voice in the sentences of ``Wording``.
struct PageWords: Sendable {
    let language: Language

    func word(_ english: String, _ japanese: String) -> String { language == .english ? english : japanese }

    // Punctuation.
    var colon: String { word(": ", "：") }
    var comma: String { word(", ", "、") }
    var stop: String { word(". ", "。") }
    /// Between two sentences.
    var gap: String { word(" ", "") }

    // The head.
    var report: String { word("Report of a preference study", "選好調査の報告") }
    var votesCounted: String { word("votes that count", "有効な票") }
    var people: String { word("people", "人") }
    var votesLeftOut: String { word("votes left out", "除外した票") }
    var conditions: String { word("conditions", "条件") }
    var origin: String { word("Where the votes come from", "票の出所") }
    var written: String { word("Written by dotchi.", "dotchiが作成。") }

    // The results.
    var tables: String { word("Results", "結果") }
    var rates: String { word("Selection rates", "選択率") }
    func pairs(_ count: Int) -> String {
        word("\(count) rates of one method against another", "2つの方法の間の選択率（\(count)行）")
    }
    var robust: String { word("How sure the rates are in other ways", "選択率の確かさについてのその他の値") }
    var intraclass: String { word("intra-class correlation", "級内相関") }
    var designEffect: String { word("design effect", "デザイン効果") }
    var bootstrap: String { word("bootstrap of people", "人のブートストラップ") }
    var twoWayBootstrap: String { word("of people and images", "人と画像のブートストラップ") }
    var mixed: String { word("model of people who differ", "人の差のモデル") }
    var votesToFlip: String { word("votes to flip", "逆転に要する票") }
    var peopleToFlip: String { word("people to flip", "逆転に要する人") }
    var ratesNote: String {
        word(
            "A square right of the dashed line was chosen more often than not. Where the thick line crosses the dashed "
                + "one, the votes cannot say which is chosen more.",
            "四角が破線より右にあれば、選ばれることの方が多かったことを示す。太い線が破線にかかるときは、どちらが多く選ばれるか票からは言えない。")
    }
    var hypotheses: String { word("What was expected", "仮説") }
    var hypothesis: String { word("hypothesis", "仮説") }
    var claim: String { word("claim", "主張") }
    var holmP: String { word("p (Holm)", "p（Holm）") }
    var finding: String { word("finding", "判定") }
    var hypothesesNote: String {
        word(
            "The claims of the analysis plan; if that was changed after the first vote, the report says so first. p is by "
                + "person, of one side where the claim names one; of several claims the finding uses Holm’s adjustment.",
            "分析計画の仮説。最初の投票の後に計画が変更されたときは冒頭にその旨を記す。pは人単位の値で、主張に向きがあるときは片側。複数の主張にはHolmの調整を用いて判定する。")
    }
    var supported: String { word("supported", "支持される") }
    func interim(_ reached: Int, of planned: Int) -> String {
        word("interim: \(reached) of \(planned.counted("person", "people"))", "中間：\(planned)人中\(reached)人")
    }
    var notShown: String { word("not shown", "示されない") }
    var inWordsOnly: String { word("in words only, not tested", "文のみ（検定なし）") }
    var notAsked: String { word("no votes of this kind", "該当する票なし") }
    var scale: String { word("Methods on one scale", "方法の尺度") }
    var jodNote: String {
        word(
            "One JOD (just objectionable difference) apart, the better of two is chosen by 75 % (Thurstone’s case V); 0 is "
                + "the mean of the methods, or the one asked for.",
            "1 JOD離れた2つの方法では、良い方が75 %の割合で選ばれる（ThurstoneのケースV）。0は方法の平均、または指定した方法。")
    }
    var alike: String { word("alike", "区別できない組") }
    var alikeNote: String {
        word(
            "Methods that share a letter under “alike” cannot be told apart: by person where votes name persons "
                + "(Bradley–Terry, Holm’s adjustment over all pairs).",
            "同じ文字の方法は区別できない（人の記録があれば人単位。Bradley–Terry、すべての対についてHolmの調整）。")
    }
    var scaleNote: String {
        word(
            "\(jodNote) The thick interval is by person (people as clusters, CR2); the thin one beneath it takes every vote as "
                + "independent. Methods on one bracket cannot be told apart: by "
                + "person where votes name persons (Bradley–Terry, Holm).",
            "\(jodNote)太い区間は人単位（人をクラスターとするCR2）、細い区間はすべての票を独立とみなす。同じ括弧の方法は区別できない（人の記録があれば人単位。Bradley–Terry、Holm）。")
    }
    var bradleyTerry: String { word("Strengths (Bradley–Terry)", "強さ（Bradley–Terry）") }
    var logStrength: String { word("log strength", "対数の強さ") }
    var unitByPerson: String { word("by person", "人単位") }
    /// What stands for the interval of the method that the others are relative to.
    var reference: String { word("reference", "基準") }
    var naiveError: String { word("naive error", "単純な標準誤差") }
    func strengthPairs(_ count: Int) -> String { word("\(count) differences of strengths", "強さの差（\(count)行）") }
    var orderEffect: String {
        word("Order effect (log-odds for the left image)", "順序効果（左の画像の対数オッズ）")
    }
    var comparisons: String { word("The conditions compared", "条件の比較") }
    var difference: String { word("difference", "差") }
    var points: String { word("[points]", "[ポイント]") }
    var pointsByPerson: String { word("by person [points]", "人単位 [ポイント]") }
    func moreComparisons(_ count: Int) -> String {
        word(
            "The comparisons of the smallest p are shown; \(count) more are in report.json.",
            "pの小さい比較だけを示す。残りの\(count)件はreport.jsonにある。")
    }
    var comparisonsNote: String {
        word(
            "Rate under the first condition less that under the second. Newcombe’s interval and Fisher’s p take every vote "
                + "as independent; McNemar’s p pairs people who judged both.",
            "1つ目の条件の選択率から2つ目の条件の選択率を引いた差。Newcombeの区間とFisherのpはすべての票を独立とみなす。McNemarのpは両方を判断した人を対応させる。")
    }
    var cost: String { word("What it cost to train", "学習にかかった時間と選択率") }
    var costNote: String {
        word(
            "Hours of training of all networks of a method, beside how often its images were chosen.",
            "方法のすべてのネットワークの学習時間と、その画像が選ばれた割合。")
    }

    // Images.
    var images: String { word("Best and worst images", "よく選ばれた画像と選ばれなかった画像") }
    var best: String { word("Most surely chosen", "よく選ばれた画像") }
    var worst: String { word("Most surely not chosen", "選ばれなかった画像") }
    func imagesNote(_ different: Int, of all: Int, level: String) -> String {
        word(
            "Ordered by the end of Wilson’s \(level) % interval that is nearer to one half. p is adjusted over all images "
                + "of the condition (Benjamini–Hochberg); by it \(different) of \(all.counted("image")) \(different.word("differs", "differ")) from one half.",
            "Wilsonの\(level) %区間の50 %に近い端の順。pは条件内のすべての画像について調整した値（Benjamini–Hochberg）で、\(all)枚のうち\(different)枚が50 %と異なる。"
        )
    }
    func chosen(_ wins: Int, of shown: Int) -> String {
        word("chosen \(wins) of \(shown.counted("time"))", "\(shown)回中\(wins)回選択")
    }
    func tiedWithLast(_ count: Int) -> String {
        word(
            "Images tied with the last of these and not shown: \(count). Tied ones stand in the order of their names.",
            "最後の画像と同順位で、ここにない画像：\(count)枚。同順位の画像は名前の順。")
    }
    func allTied(_ count: Int) -> String {
        word(count == 1 ? "There is one image only." : "All \(count) images are tied.", "\(count)枚の画像すべてが同順位。")
    }
    var image: String { word("image", "画像") }
    var adjustedP: String { word("adjusted p", "調整したp") }
    var noPicture: String { word("no picture", "画像なし") }
    var samples: String { word("Samples", "画像の見本") }

    // Exclusions.
    var exclusions: String { word("Left out", "除外") }
    var exclusionsNote: String {
        word(
            "Votes left after each rule; beside them the share of people who lost votes by it.",
            "各規則の適用後に残った票と、それにより票を除外された人の割合。")
    }
    func alarm(_ rule: String) -> String {
        word(
            "“\(rule)” left out far more people than planned: the rule or the study may be at fault.",
            "「\(rule)」は計画を大きく超える人数を除外した。規則または調査に問題がある可能性がある。")
    }
    var rulesApplied: String { word("Rules applied", "適用した規則") }
    var shareOfPeople: String { word("of people", "人の割合") }
    var alarmColumn: String { word("alarm", "警告") }
    var noAlarm: String { word("none", "なし") }
    var withAndWithout: String { word("With the rules, and without them", "規則を適用した結果と適用しない結果") }
    var withRules: String { word("with the rules", "適用した場合") }
    var withoutRules: String { word("without them", "適用しない場合") }
}
