import Study

extension VoteRow {
    /// The columns of pwcmp's tables of comparisons.
    static let pwcmpColumns = [
        "observer", "session_id", "scene", "condition_A", "condition_B", "is_A_selected", "criterion",
    ]

    /// The vote as a row of them: condition A, pwcmp's word for a method, stood on the left. Scenes are scaled apart from
    /// each other: one is what both images show, under one condition.
    var pwcmpFields: [String] {
        let scene = [condition, item].compactMap(\.self).joined(separator: "/")
        return [
            person ?? "", session ?? "1", scene.isEmpty ? "all" : scene, left, right, choice == .left ? "1" : "0",
            simulated ? "simulated preference" : "preference",
        ]
    }
}
