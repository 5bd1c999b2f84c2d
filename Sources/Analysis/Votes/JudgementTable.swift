package import Study

/// Judgements with their names by number, so that a million of them take 80 MB and no text is made of any.
package struct JudgementTable: Sendable {
    /// In place of a number where there is no name.
    package static let none: Int32 = -1

    /// One judgement; see ``Judgement`` for what its parts mean.
    package struct Row: Sendable {
        /// Number among ``people``, or ``JudgementTable/none``.
        package var person = JudgementTable.none
        /// Number among ``conditions``, or none.
        package var condition = JudgementTable.none
        /// Number among ``methods``.
        package var left: Int32
        /// Number among ``methods``.
        package var right: Int32
        /// Number among ``images``, or none.
        package var leftImage = JudgementTable.none
        /// Number among ``images``, or none.
        package var rightImage = JudgementTable.none
        /// Number among ``items``, or none.
        package var item = JudgementTable.none
        /// Number among ``fronts``, or none.
        package var front = JudgementTable.none
        /// Number among ``sessions``, or none.
        package var session = JudgementTable.none
        /// Number among ``rules``, or none.
        package var rule = JudgementTable.none
        /// Number in its sitting, from 1; 0 where not known.
        package var trial: Int32 = 0
        /// Number of the trial that it repeats, from 1; 0 where it repeats none.
        package var repeatOf: Int32 = 0
        /// What was chosen.
        package var choice: Choice
        /// Why it was asked.
        package var kind = Trial.Kind.main
        /// Whether no person gave it.
        package var simulated = false
        /// How many votes it stands for.
        package var count = 1
        /// From both images in view to the answer, at least 0; -1 where not known.
        package var milliseconds = -1
        /// Milliseconds since 1970; `Int.min` where not known.
        package var shownAt = Int.min

        /// A vote of nobody known under no condition.
        package init(left: Int32, right: Int32, choice: Choice) {
            self.left = left
            self.right = right
            self.choice = choice
        }
    }

    /// Names of people.
    package var people = NameList()
    /// Names of conditions.
    package var conditions = NameList()
    /// Names of methods.
    package var methods = NameList()
    /// Images, by method and name.
    package var images = ImageList()
    /// What images show.
    package var items = NameList()
    /// Names of fronts.
    package var fronts = NameList()
    /// Names of sittings.
    package var sessions = NameList()
    /// Names of rules that left judgements out.
    package var rules = NameList()
    /// The judgements in their order.
    package var rows: [Row] = []
    /// People who are still answering: they count, but nothing that watches the study looks at them yet.
    package var unfinished: Set<Int32> = []

    /// No judgements.
    package init() {}

    /// The judgements of a list.
    package init(_ judgements: some Sequence<Judgement>) {
        for judgement in judgements { append(judgement) }
    }

    /// Adds a judgement.
    package mutating func append(_ judgement: Judgement) {
        var row = Row(
            left: methods.number(of: judgement.left), right: methods.number(of: judgement.right),
            choice: judgement.choice)
        row.person = judgement.participant.map { people.number(of: $0) } ?? Self.none
        row.condition = judgement.condition.map { conditions.number(of: $0) } ?? Self.none
        row.leftImage = image(judgement.leftImage, method: row.left)
        row.rightImage = image(judgement.rightImage, method: row.right)
        row.item = judgement.item.map { items.number(of: $0) } ?? Self.none
        row.front = judgement.front.map { fronts.number(of: $0) } ?? Self.none
        row.session = judgement.session.map { sessions.number(of: $0) } ?? Self.none
        row.rule = judgement.excluded.map { rules.number(of: $0) } ?? Self.none
        row.trial = judgement.trial.map(Int32.init(clamping:)) ?? 0
        row.repeatOf = judgement.repeatOf.map(Int32.init(clamping:)) ?? 0
        row.kind = judgement.kind
        row.simulated = judgement.simulated
        row.count = judgement.count
        row.milliseconds = judgement.milliseconds ?? -1
        row.shownAt = judgement.shownAt ?? .min
        rows.append(row)
    }

    private mutating func image(_ name: String?, method: Int32) -> Int32 {
        images.number(of: name.map { images.names.number(of: $0) } ?? Self.none, method: method)
    }
}
