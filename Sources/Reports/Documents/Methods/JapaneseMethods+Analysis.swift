import Analysis
import Study

extension JapaneseMethods {
    var screening: MethodsParagraph.Part {
        let screening = facts.screening
        let dropped = screening.funnel.filter { $0.votes > 0 }.map { row in
            "\(PlainText.oneLine(words.name(ofRule: row.rule)))（\(row.people)人、\(row.votes)票）"
        }
        let plan = screening.plan.map {
            switch $0 {
            case .kept: "分析の計画は事前に固定し、最初の投票の後に変更していない。"
            case .changed: "分析の計画は最初の投票の後に変更された。"
            case .frozenLate: "分析の計画は最初の投票の後に固定した。"
            case .notFrozen: "分析の計画は固定していない。"
            }
        }
        return part(
            "除外",
            [
                screening.exclusions.map(rules), plan,
                dropped.isEmpty ? "除外した票はない。" : "除外した票：\(dropped.joined(separator: "、"))。",
                dropped.isEmpty ? nil : "結果は除外した場合としない場合の両方を示す。",
                screening.otherPlans == 0 ? nil : "他の計画のもとで投じられた\(screening.otherPlans)票は結果に含まない。",
            ], gaps: [screening.exclusions == nil ? "未記録：除外の規則と、それを事前に決めたかどうか" : nil])
    }

    private func rules(_ exclusions: ExclusionSettings) -> String {
        let rules = [
            exclusions.incomplete.map { _ in "最後の試行まで回答しなかった人" },
            exclusions.failedCatch.map { "注意確認の試行を\($0.maxFailed)回より多く誤った人" },
            exclusions.tooFast.map { "票の\(percent($0.share))より多くを\($0.milliseconds) ms未満で投じた人" },
            exclusions.straightLining.map { "\($0.minVotes)票以上のうち\(percent($0.share))以上で同じ側を選んだ人" },
        ].compactMap(\.self)
        return rules.isEmpty ? "除外の規則は定めていない。" : "事前に定めた除外の対象：\(rules.joined(separator: "、"))。"
    }

    var analysis: MethodsParagraph.Part {
        let analysis = facts.analysis
        let models = MethodsFacts.Model.allCases.filter(analysis.models.contains).map(name)
        return part(
            "分析",
            [
                "方法の選択率は 勝ち /（勝ち + 負け）であり、引き分けはどちらにも数えない。",
                unit, models.isEmpty ? nil : "ほかに推定したもの：\(models.joined(separator: "、"))。",
                analysis.resampling.map { "ブートストラップ：人の再抽出\($0.count)回（種\($0.seed)）。" },
                analysis.stopping.map(end), "ソフトウェア：dotchi \(analysis.version)。",
            ], gaps: [analysis.stopping == nil ? "未記録：調査の終わりの決め方" : nil])
    }

    /// What the intervals take as the unit, as far as the votes name people.
    private var unit: String {
        let level = NumberText.level(facts.analysis.level)
        let byPerson =
            "\(level) %信頼区間は人を単位とし、票の平均に対して、人をクラスターとするBell–McCaffreyのCR2標準誤差と"
            + "Satterthwaiteの自由度のt分布による。"
        return switch facts.unit {
        case .vote:
            (facts.people.counted == nil ? "票に個人の記録がないため" : "すべての票に個人の記録がある選択率がないため")
                + "、すべての票を独立とみなすWilsonの\(level) %信頼区間と正確二項検定のみを示す。"
        case .personNotEstimated:
            "単位は人であるが、これらの票からは人の間のばらつきを推定できないため、すべての票を独立とみなすWilsonの\(level) %信頼区間と"
                + "正確二項検定を示す。"
        case .noRate: "一方の方法を選んだ有効な票がないため、選択率は示さない。"
        case .person: "その\(byPerson)すべての票を独立とみなすWilsonの区間と正確二項検定を併記する。"
        case .personWhereNamed:
            "すべての票に個人の記録がある選択率の\(byPerson)その他の選択率には、すべての票を独立とみなすWilsonの区間と正確二項検定"
                + "のみを示す。"
        }
    }

    private func name(_ model: MethodsFacts.Model) -> String {
        let errors =
            switch facts.unit {
            case .person: "人をクラスターとする標準誤差"
            case .personWhereNamed: "個人の記録がある場合は人をクラスターとする標準誤差"
            case .vote, .personNotEstimated, .noRate: "すべての票を独立とみなす標準誤差"
            }
        return switch model {
        case .bradleyTerry: "Bradley–Terryモデルによる方法の強さ（\(errors)）"
        case .davidson: "引き分けを含むDavidsonのモデル（すべての票を独立とみなす標準誤差）"
        case .thurstone: "ThurstoneのケースVによる方法の尺度値（JOD、\(errors)）"
        case .mixed: "人ごとの変量切片を持つロジスティックモデル"
        case .sequential: "人の平均に対する賭けのマルチンゲールによるe値（1人ごとに見てよい）"
        }
    }

    private func end(_ rule: StoppingRule) -> String {
        let people = rule.people.map { "\($0)人" }
        return switch rule.kind {
        case .fixed:
            "調査は\(people ?? "定めた人数")で終える計画であった。"
                + (facts.analysis.progress.flatMap { $0.isInterim ? $0.reached : nil }.map {
                    "調査は終わっておらず、結果は中間のものである（\(rule.people ?? 0)人中\($0)人）。"
                } ?? "")
        case .eValue:
            "調査はe値が\(EValueText.enough(alpha: rule.alpha ?? 1 - facts.analysis.level))に達したとき"
                + (people.map { "、遅くとも\($0)で" } ?? "") + "終える計画であった。"
        }
    }

    private func percent(_ share: Double) -> String { NumberText.level(share) + " %" }
}
