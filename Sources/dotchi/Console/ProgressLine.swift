/// A line that tells how far work is, and fits into a terminal.
struct ProgressLine {
    /// What is worked on.
    let label: String
    /// How much is done, 0 to 1.
    let share: Double
    /// What stands beside the bar. The first is the most important, then the last; where room is short the others go, those
    /// nearest to the end first.
    let facts: [String]

    /// The line in at most `width` characters: whole, else with half the bar, then with fewer facts, then without the bar.
    func text(width: Int = .max) -> String {
        var shown = facts
        var line = text(bar: 24, shown)
        if line.count > width { line = text(bar: 12, shown) }
        while line.count > width, shown.count > 1 {
            shown.remove(at: shown.count > 2 ? shown.count - 2 : 1)
            line = text(bar: 12, shown)
        }
        if line.count > width { line = text(bar: 0, shown) }
        return String(line.prefix(max(0, width)))
    }

    private func text(bar width: Int, _ facts: [String]) -> String {
        let filled = Int(share * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let parts = [label, bar, "\(Int(share * 100)) %"].filter { !$0.isEmpty }
        return ([parts.joined(separator: " ")] + facts).joined(separator: "  ")
    }
}
