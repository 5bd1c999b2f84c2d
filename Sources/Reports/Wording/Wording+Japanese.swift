import Preference
import Analysis
import Study

extension Wording {
    /// Japanese.
    static let japanese = Wording(
        method: "方法",
        rate: "選択率",
        iterations: "反復数",
        time: "時間",
        hours: "hrs",
        people: "人数",
        votes: "投票数",
        interval: { "\($0) %信頼区間" },
        byPerson: "人単位 [%]",
        low: "下限",
        high: "上限",
        conditions: [Condition.equalIterations: "反復数共通", "equal-time": "学習時間共通"],
        unequalEpochs: { methods in
            "条件の名前に反して、反復数は等しくありません："
                + methods.map { "\($0.label) \($0.epochs)" }.joined(separator: "；") + " epochs。"
        },
        caption: { condition, paperName in
            switch (condition, paperName) {
            case (let condition?, let name?): "\(name)のときの結果（条件 \(condition)）"
            case (let condition?, nil): "条件 \(condition) のときの結果"
            case (nil, _): "結果"
            }
        },
        allSimulated: "シミュレーションによる投票 – 人から得たデータではありません",
        someSimulated: { "\($1)票のうち\($0)票はシミュレーションによる投票 – 人から得たデータではありません" },
        why: { missing in
            switch missing {
            case .undefined(.noVotes): "投票なし"
            case .onlyTies: "引き分けのみ"
            case .oneMethod: "方法が1つのみ"
            case .undefined(.noPeople): "個人の記録がない票あり"
            case .undefined(.onePerson): "1人の票のみ"
            case .undefined(.singleVotes): "1人1票のみ"
            case .undefined(.sameVotes): "全票が同じ"
            case .undefined(.spreadUnbounded): "どの回答者も選び方が変わらない"
            case .undefined(.fewResamples): "求められる再標本が少なすぎる"
            case .undefined(.noItems): "画像の記録なし"
            case .imagesInPart: "画像の記録がない票あり"
            case .itemsInPart: "項目の記録がない票あり"
            case .undefined(.manyItems): "画像が多すぎる"
            case .undefined(.noSpread): "全員が同じ割合"
            case .undefined(.disconnected): "比較されていない方法がある"
            case .undefined(.separated): "一度も負けていない方法がある"
            case .undefined(.orderUnbounded): "順序効果に上限がない"
            case .undefined(.noTies): "引き分けなし"
            case .undefined(.tiesUnbounded): "引き分けの割合に上限がない"
            case .undefined(.tooUneven): "票数の差が大きすぎる"
            case .undefined(.drifting): "途中で割合が変わった"
            case .undefined(.tooFewMethods): "方法が3つ未満"
            case .undefined(.noTournament): "全ての対に答えた人がいない"
            case .undefined(.noTriples): "互いに比較された3つの方法がない"
            case .undefined(.noRepeats): "繰り返しの試行なし"
            case .otherMethods: "条件の方法が異なる"
            case .noOneInBoth: "両条件の回答者なし"
            case .notAsked: "計算していない"
            case .oneFront: "回答手段が1つのみ"
            case .undefined(.nothingShared): "2回以上評価された項目がない"
            case .undefined(.oneItem): "項目が対ごとに1つのみ"
            case .undefined(.manyGroups): "区別できない組が1000を超える"
            case .undefined(.onOnePerson): "1人の回答だけに依存"
            }
        },
        ties: { "引き分け：\($0)票。投票数に含みますが、どちらの方法の票にも数えません。" },
        matchedTime: { matched, time, others in
            "学習時間を\(matched)（\(time)）に合わせています："
                + others.map { "\($0.label) \($0.time)、差 \($0.difference)" }.joined(separator: "；") + "。"
        },
        condition: "条件",
        against: "相手",
        allOthers: "他のすべて",
        pByPerson: "p（人単位）",
        exactP: "正確p（単純）",
        wins: "勝ち",
        losses: "負け",
        tiesHeading: "引き分け",
        rule: "規則",
        ruleName: { rule in
            switch rule {
            case .repeatedSession: "同じ人の別の回の回答"
            case .sameMethod: "同じ方法の画像どうし"
            case .simulatedPeople: "シミュレーションによる投票"
            case .incomplete: "最後の試行の前に中断"
            case .failedCatch: "注意確認の試行に失敗"
            case .tooFast: "回答が速すぎる"
            case .straightLining: "ほとんど同じ側を選択"
            }
        },
        nothingLeftOut: "除外された票はありません。",
        reading: "数値の読み方",
        readingNotes: [
            "選択率は 勝ち /（勝ち + 負け）です。引き分けはどちらにも数えません。",
            "人単位：同じ人の票は互いに似るため、証拠の単位は人です。区間は票の平均に対するもので、人をクラスターとする"
                + "Bell–McCaffreyのCR2標準誤差と、Satterthwaiteの自由度によるt分布を用いています。pは真の選択率が50 %で"
                + "あるという仮説に対する両側の値です。",
            "単純：Wilsonの区間、Clopper–Pearsonの区間、正確二項検定の両側pは、すべての票が別々の人のものであるとみなす"
                + "ため、実際より確かに見えます。",
            "人のブートストラップは、人をその全票とともに引き直します。人と画像のブートストラップは画像も引き直すため広めで、人も画像も"
                + "影響しないときには2.6倍（1票に画像2枚の場合）の幅になります。",
            "級内相関は同じ人の票がどれほど似ているか、デザイン効果は分散が独立な票の何倍かを示します。逆転に要する票と人は、取り除くと"
                + "優位な方が50 %以下になる最小の数です。",
        ],
        study: "調査",
        votesFile: "投票",
        plan: "計画 (SHA-256)",
        answered: "回答期間",
        noRates: "投票も条件もないため、推定できるものがありません。",
        counts: { "\($0.total)票のうち\($0.counted)票が有効、人数：\($0.peopleText)" }
    )
}
