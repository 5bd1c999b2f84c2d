import Analysis
import Study

/// The methods paragraph in Japanese.
struct JapaneseMethods: MethodsWording {
    let facts: MethodsFacts
    /// The words of the report, for the rules of exclusion.
    let words: ReportTexts

    var parts: [MethodsParagraph.Part] {
        [participants, viewing, stimuli, task, screening, analysis, data]
    }

    private var participants: MethodsParagraph.Part {
        let people = facts.people
        let simulated: String? =
            switch people.simulation {
            case .none: nil
            case .some(let votes, let total):
                "\(total)票のうち\(votes)票はシミュレーションによるもので、人から得たものではない。"
            case .all: "すべての票はシミュレーションによるもので、参加者はいない。"
            }
        let began = people.began.map { $0 == people.counted ? "" : "（開始した人は\($0)人）" } ?? ""
        return part(
            "参加者",
            [
                simulated,
                people.counted.map { count in
                    let who = (people.simulation == .all ? "シミュレーションの" : "") + "\(count)人\(began)"
                    return people.nameless > 0
                        ? "有効な\(people.votes)票のうち\(people.votes - people.nameless)票は\(who)が投じ、残りは誰の票であるか記録されていない。"
                        : "\(who)が有効な\(people.votes)票を投じた。"
                }
                    ?? "有効な票は\(people.votes)票であり、誰の票であるかは記録されていない。",
                people.days.map { days in
                    days.lowerBound == days.upperBound
                        ? "回答日は\(days.lowerBound)である。" : "回答期間は\(days.lowerBound)から\(days.upperBound)までである。"
                },
                list(people.sources, others: "その他").map { "参加の経路（回数）：\($0)。" },
                list(people.languages, others: "その他").map { "回答の言語（回数）：\($0)。" },
            ],
            gaps: [
                people.counted == nil ? "未記録：参加者の人数" : nil, people.days == nil ? "未記録：回答の期間" : nil,
                "未記録：募集と謝礼、年齢、性別、経験、視力の検査",
            ])
    }

    private var viewing: MethodsParagraph.Part {
        let viewing = facts.viewing
        return part(
            "装置と観察条件",
            [
                list(viewing.fronts, others: "その他").map { "画像の提示（回数）：\($0)。" },
                list(viewing.devices, others: "その他").map { "機器：\($0)。" },
                list(viewing.screens, others: "その他").map { "画面：\($0)。" },
                list(viewing.renders, others: "その他").map { "描画の方法（回数）：\($0)。" },
                viewing.shownPixels.map { pixels in
                    pixels.lowerBound == pixels.upperBound
                        ? "画面上の画像の一辺は\(pixels.lowerBound)画素であった。"
                        : "画面上の画像の一辺は\(pixels.lowerBound)～\(pixels.upperBound)画素であった。"
                },
                viewing.minimumViewMilliseconds.map { milliseconds in
                    milliseconds == 0
                        ? "回答は両方の画像が表示され次第受け付けた。" : "回答は両方の画像が\(milliseconds) ms表示された後に受け付けた。"
                },
            ],
            gaps: [
                viewing.fronts.isEmpty ? "未記録：画像の提示の方法" : nil,
                viewing.screens.isEmpty && viewing.devices.isEmpty ? "未記録：機器と画面" : nil,
                viewing.shownPixels == nil ? "未記録：画面上の画像の大きさ" : nil, "未記録：観察距離、室内の照明、画面の較正",
            ])
    }

    private var stimuli: MethodsParagraph.Part {
        let content = facts.content
        return part(
            "刺激",
            content.pools.map(pool)
                + [
                    content.photographs.map { "生成器の学習に用いたのは\(PlainText.oneLine($0))である。" },
                    content.sharesLatents ? "各方法のi番目の画像は同じ潜在ベクトルから生成した。" : nil,
                ],
            gaps: [
                content.pools.isEmpty ? "未記録：画像、その生成の方法、枚数、大きさ" : nil,
                content.pools.contains { $0.generator == nil } ? "未記録：一部の画像の生成の方法" : nil,
                content.photographs == nil ? "未記録：生成器の学習データ" : nil,
            ])
    }

    private func pool(_ pool: MethodsFacts.Pool) -> String {
        let under = pool.condition.map { "（条件 \(PlainText.oneLine($0))）" } ?? ""
        let epochs = pool.epochs.map(String.init).joined(separator: ", ")
        let facts = [
            pool.generator.map(PlainText.oneLine), pool.images.map { "\($0)枚" }, pool.size.map { "\($0)画素" },
            epochs.isEmpty ? nil : "\(epochs) epochs",
            pool.seconds.map { "学習時間\(NumberText.hours(seconds: $0))時間" },
        ].compactMap(\.self)
        return "\(PlainText.oneLine(pool.method))\(under)："
            + (facts.isEmpty ? "詳細は不明。" : facts.joined(separator: "、") + "。")
    }

    private var task: MethodsParagraph.Part {
        let design = facts.design
        let questions = Language.allCases.compactMap { language in
            design.question[language].map { "「\(PlainText.oneLine($0))」（\(language.rawValue)）" }
        }
        let trials = design.trialsPerPair.map { trials in
            let pairs = design.pairs.map { $0 == 1 ? "方法の組1つにつき" : "方法の組\($0)個のそれぞれにつき" }
            return "最後までの回答は\(pairs ?? "方法の組ごとに")\(trials)回の試行からなり、2枚の画像を左右に並べて比較した。"
        }
        let sides = design.sides.map {
            switch $0 {
            case .equal: "その中で各方法が左右に現れる回数をそろえ、順序は乱数の種によって決めた。"
            case .withinOne: "その中で、方法の各組で左右に現れる回数の差を1回にとどめ、順序は乱数の種によって決めた。"
            }
        }
        return part(
            "課題と計画",
            [
                questions.isEmpty ? nil : "質問：\(questions.joined(separator: "、"))。",
                design.ties.map { $0 ? "「差がない」という回答も認めた。" : "必ず一方を選ばせた。" },
                design.undo.map { $0 ? "直前の回答は取り消すことができた。" : "回答は取り消せなかった。" },
                design.consent.map { $0 ? "最初の試行の前に参加の同意を求めた。" : "同意は求めなかった。" }, trials, sides,
                design.repeats.map { $0 == 0 ? "同じ試行の繰り返しはない。" : "\($0)試行を最後に左右を入れ替えて再び提示した。" },
                design.catchTrials.map { $0 == 0 ? "注意確認の試行はない。" : "注意確認の試行は1人につき\($0)回である。" },
                design.seats.map { "試行の並びを\($0)通り事前に作成し、1回の回答ごとに1つを割り当てた。" },
                design.planHash.map { "計画は投票の前に固定した（SHA-256 \($0.prefix(16))…）。" },
            ],
            gaps: [
                questions.isEmpty ? "未記録：質問と教示" : nil,
                design.trialsPerPair == nil ? "未記録：1人あたりの試行数" : nil,
                design.sides == nil ? "未記録：左右の釣り合わせと試行の順序" : nil,
            ])
    }

    private var data: MethodsParagraph.Part {
        part(
            "データ", [facts.rawVotes.map { "個々の票は\(PlainText.oneLine($0))にある。" }],
            gaps: [facts.rawVotes == nil ? "未記録：個々の票の入手先" : nil])
    }
}
