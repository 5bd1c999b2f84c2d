import Analysis
import Preference

extension BradleyTerryInference {
    /// For each method the letters of the groups that it cannot be told apart in, the strongest group first; no letter for
    /// one that differs from all. Nil where there are more groups than letters.
    var letters: Result<[String]?, Missing> {
        groups.mapError(Missing.init).map { groups in
            let several = groups.filter { $0.count > 1 }
            guard several.count <= 26 else { return nil }
            return several.enumerated().reduce(into: strengths.map { _ in "" }) { letters, group in
                let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(group.offset)))
                for item in group.element { letters[item].append(letter) }
            }
        }
    }

    /// The methods' places, the strongest first.
    var order: [Int] {
        strengths.indices.sorted { (strengths[$1].value, $0) < (strengths[$0].value, $1) }
    }
}

extension LogOddsEstimate {
    /// The interval by person; where there are no persons there is none, whatever the votes alone say.
    var intervalByPerson: Result<Interval, Missing> {
        clustered.mapError(Missing.init).flatMap { _ in interval.mapError(Missing.init) }
    }
}
