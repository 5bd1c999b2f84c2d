import Study

extension [Trial] {
    /// The trials with others behind some of them, numbered again.
    ///
    /// - Parameter others: what comes behind the trial of a number, by that number.
    func inserting(_ others: [Int: Trial]) -> [Trial] {
        var numbers: [Int: Int] = [:]
        var all: [Trial] = []
        for trial in self {
            let shown = trial.renumbered(all.count + 1, numbers)
            numbers[trial.number] = shown.number
            all.append(shown)
            if var other = others[trial.number] {
                other.number = all.count + 1
                all.append(other)
            }
        }
        return all
    }
}
