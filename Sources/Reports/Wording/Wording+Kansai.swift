import Study

extension Wording {
    /// Japanese in the paper's own voice. Headings are those of ``japanese``; only the sentences change.
    static let kansai = {
        var words = japanese
        words.allSimulated = "シミュレーションの投票 – 人から取ったデータちゃうで"
        words.someSimulated = { "\($1)票のうち\($0)票はシミュレーションの投票 – 人から取ったデータちゃうで" }
        words.unequalEpochs = { methods in
            "条件の名前とちゃうて、反復数はそろてへんで："
                + methods.map { "\($0.label) \($0.epochs)" }.joined(separator: "；") + " epochs。"
        }
        words.ties = { "引き分け：\($0)票。投票数には入れとるけど、どっちの方法の票にも数えてへんで。" }
        words.matchedTime = { matched, time, others in
            "学習時間は\(matched)（\(time)）に合わせてんねん："
                + others.map { "\($0.label) \($0.time)、差 \($0.difference)" }.joined(separator: "；") + "。"
        }
        words.readingNotes = [
            "選択率は 勝ち /（勝ち + 負け）や。引き分けはどっちにも数えへん。",
            "人単位：おんなじ人の票は似てまうから、証拠の単位は人やねん。区間は票の平均のやつで、人をクラスターにした"
                + "Bell–McCaffreyのCR2標準誤差と、Satterthwaiteの自由度のt分布を使てるで。pは真の選択率が50 %やという仮説の"
                + "両側の値や。",
            "単純：Wilsonの区間とClopper–Pearsonの区間と正確二項検定の両側pは、票が全部べつべつの人のもんやと思て計算"
                + "しとるから、ほんまより確かに見えてまうで。",
            "人のブートストラップは、人をその票まるごと引き直すねん。人と画像のブートストラップは画像も引き直すさかい広めで、人も画像も"
                + "関係あらへんときは2.6倍（1票に画像2枚のとき）も広うなるで。",
            "級内相関はおんなじ人の票がどんだけ似とるか、デザイン効果は分散がべつべつの票の何倍かや。逆転に要る票と人は、取り除いたら"
                + "勝っとる方が50 %以下になってまう、いちばん少ない数やで。",
        ]
        words.ruleName = { rule in
            switch rule {
            case .incomplete: "最後までやってへん"
            case .failedCatch: "注意確認の試行でまちごうた"
            case .tooFast: "答えんのが速すぎる"
            case .straightLining: "ほとんど同じ側ばっかり選んどる"
            default: japanese.ruleName(rule)
            }
        }
        words.nothingLeftOut = "除外した票はあらへんで。"
        words.noRates = "投票も条件もあらへんから、推定できるもんがないわ。"
        return words
    }()
}
