package import Study

/// Votes by column, from a store or a file to the statistics and the exports. No text is made of a row but where it is
/// written.
///
/// Every column has ``count`` values, one a row. Names stand once, in lists that columns share; a column of names has
/// their numbers. Where nothing is known stands ``none`` for a name, ``VoteColumn/unknown`` for a whole number, and
/// ``noTime`` for a time. Rows come by ``append(left:right:choice:)``, which makes them of what is not known; then the
/// columns are set.
package struct VoteTable: Sendable, Hashable {
    /// In place of the number of a name where there is none.
    package static let none: Int32 = -1
    /// In place of a time that is not known.
    package static let noTime = Int.min

    /// Names of people: of participants, and of sessions without one.
    package var people = NameList()
    /// Names of sessions.
    package var sessions = NameList()
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
    /// How images were shown.
    package var renders = NameList()
    /// Names of the rules that leave rows out.
    package var rules = NameList()
    /// Plans, by the beginnings of their hashes.
    package var plans = NameList()
    /// Questions, by their ids.
    package var questions = NameList()

    /// The participant, among ``people``.
    package var participant: [Int32] = []
    /// The person: the participant, else the session; among ``people``.
    package var person: [Int32] = []
    /// The session, among ``sessions``.
    package var session: [Int32] = []
    /// The condition, among ``conditions``.
    package var condition: [Int32] = []
    /// The method on the left, among ``methods``; always known.
    package var left: [Int32] = []
    /// The method on the right, among ``methods``; always known.
    package var right: [Int32] = []
    /// The image on the left, among ``images``.
    package var leftImage: [Int32] = []
    /// The image on the right, among ``images``.
    package var rightImage: [Int32] = []
    /// What both images show, among ``items``.
    package var item: [Int32] = []
    /// The front, among ``fronts``.
    package var front: [Int32] = []
    /// How the images were shown, among ``renders``.
    package var render: [Int32] = []
    /// The rule that leaves the row out, among ``rules``; none where it counts. See ``exclude(_:withoutSimulated:)``.
    package var rule: [Int32] = []
    /// The plan that asked for the vote, among ``plans``.
    package var plan: [Int32] = []
    /// The question that was answered, among ``questions``.
    package var question: [Int32] = []
    /// Whether that is the primary one; nil where nothing is known of questions, which counts as if it were.
    package var primary: [Bool?] = []
    /// How much better an image is, -3 (left) to 3 (right).
    package var grade: [Int] = []
    /// What was chosen.
    package var choice: [Choice] = []
    /// Why it was asked.
    package var kind: [Trial.Kind] = []
    /// The right answer of a catch trial, left or right.
    package var correct: [Choice?] = []
    /// Whether no person gave it.
    package var simulated: [Bool] = []
    /// How many independent votes the row stands for; 0 ... 1,000,000,000.
    package var votes: [Int] = []
    /// Milliseconds from both images in view to the vote.
    package var responseMilliseconds: [Int] = []
    /// When both images came into view, in milliseconds since 1970.
    package var shownAt: [Int] = []
    /// Side in device pixels at which each image was shown.
    package var shownPixels: [Int] = []
    /// Number of the seat, from 1.
    package var seat: [Int] = []
    /// How many trials the session asks, without those that could not be shown; at least 1.
    package var asked: [Int] = []
    /// Number of the trial in its seat, from 1.
    package var trial: [Int] = []
    /// Number of the trial that this one repeats, from 1.
    package var repeatOf: [Int] = []
    /// What people saw beside the images.
    package var seen = ViewColumns()
    /// Ids of the votes; no rows where they are not kept.
    var identifiers = TextColumn()

    /// What the people of sessions chose of what divides them into groups: by question, then by session among ``sessions``.
    package var groups: [String: [Int32: String]] = [:]
    /// How many votes on each question but the primary one were taken out, by the questions' ids; see
    /// ``takePrimaryQuestion()``.
    package internal(set) var otherQuestions: [String: Int] = [:]
    /// People, among ``people``, who have not answered all that they were asked; see ``exclude(_:withoutSimulated:)``.
    package var unfinished: Set<Int32> = []
    /// Words of a file that could have meant something else, and how they were read.
    package internal(set) var readings: [VoteReading] = []

    /// No votes.
    package init() {}

    /// How many rows it has.
    package var count: Int { choice.count }

    /// Adds a vote of which nothing else is known; its row.
    ///
    /// - Parameters:
    ///   - left: the number of the method on the left.
    ///   - right: that of the method on the right.
    package mutating func append(left: Int32, right: Int32, choice: Choice) -> Int {
        participant.append(Self.none)
        person.append(Self.none)
        session.append(Self.none)
        condition.append(Self.none)
        self.left.append(left)
        self.right.append(right)
        leftImage.append(Self.none)
        rightImage.append(Self.none)
        item.append(Self.none)
        front.append(Self.none)
        render.append(Self.none)
        rule.append(Self.none)
        plan.append(Self.none)
        question.append(Self.none)
        primary.append(nil)
        grade.append(VoteColumn.grade.unknown)
        self.choice.append(choice)
        kind.append(.main)
        correct.append(nil)
        simulated.append(false)
        votes.append(VoteColumn.count.unknown)
        responseMilliseconds.append(VoteColumn.responseMilliseconds.unknown)
        shownAt.append(Self.noTime)
        shownPixels.append(VoteColumn.shownPixels.unknown)
        seat.append(VoteColumn.seat.unknown)
        asked.append(VoteColumn.asked.unknown)
        trial.append(VoteColumn.trial.unknown)
        repeatOf.append(VoteColumn.repeatOf.unknown)
        return count - 1
    }

    /// Whether a row is a vote that counts in the rates.
    package func counts(_ row: Int) -> Bool {
        kind[row] == .main && primary[row] != false && rule[row] == Self.none && left[row] != right[row]
            && votes[row] > 0
    }

    /// When the first and the last of the rows that count were shown; nil where no time is known.
    package var timesCounted: ClosedRange<Int>? {
        let times = (0..<count).lazy.filter { self.shownAt[$0] != Self.noTime && self.counts($0) }.map {
            self.shownAt[$0]
        }
        return times.min().flatMap { first in times.max().map { first...$0 } }
    }

    /// Adds a vote on a trial; its row.
    ///
    /// - Parameter item: what both images show, where they show the same.
    package mutating func append(_ choice: Choice, on trial: Trial, item: String?) -> Int {
        let (left, right) = (methods.number(of: trial.left.pool.method), methods.number(of: trial.right.pool.method))
        let row = append(left: left, right: right, choice: choice)
        leftImage[row] = image(trial.left.name, of: left)
        rightImage[row] = image(trial.right.name, of: right)
        condition[row] = conditions.number(of: trial.condition)
        if let item { self.item[row] = items.number(of: item) }
        kind[row] = trial.kind
        correct[row] = trial.correct
        self.trial[row] = trial.number
        if let repeated = trial.repeatOf { repeatOf[row] = repeated }
        return row
    }

    /// The number of the image of that name, of a method given by its number; a new one where it comes up first.
    package mutating func image(_ name: String, of method: Int32) -> Int32 {
        images.number(of: images.names.number(of: name), method: method)
    }

    /// Adds the id of the next vote; of all votes, or of none.
    package mutating func append(identifier: String) { identifiers.append(unique: identifier) }

    /// A row as texts and numbers, 0 ..< ``count``.
    package subscript(row: Int) -> VoteRow {
        func number(_ column: [Int], _ name: VoteColumn) -> Int? { column[row] == name.unknown ? nil : column[row] }
        func image(_ column: [Int32]) -> String? { column[row] < 0 ? nil : images.name(of: column[row]) }
        return VoteRow(
            participant: people[participant[row]], left: methods[left[row]] ?? "", right: methods[right[row]] ?? "",
            choice: choice[row], condition: conditions[condition[row]], item: items[item[row]],
            leftImage: image(leftImage), rightImage: image(rightImage),
            responseMilliseconds: number(responseMilliseconds, .responseMilliseconds),
            vote: identifiers.codes.isEmpty ? nil : identifiers[row], seat: number(seat, .seat),
            session: sessions[session[row]], asked: number(asked, .asked), trial: number(trial, .trial),
            kind: kind[row], repeatOf: number(repeatOf, .repeatOf), correct: correct[row],
            shownAt: shownAt[row] == Self.noTime ? nil : shownAt[row], front: fronts[front[row]],
            render: renders[render[row]], shownPixels: number(shownPixels, .shownPixels), simulated: simulated[row],
            excluded: rules[rule[row]], count: votes[row], plan: plans[plan[row]],
            seen: seen.row(row),
            question: questions[question[row]], isPrimary: primary[row], grade: number(grade, .grade))
    }

    /// All rows in their order, made one at a time.
    package var rows: some Sequence<VoteRow> { (0..<count).lazy.map { self[$0] } }

    /// The column of whole numbers of that name.
    static func numbers(_ column: VoteColumn) -> WritableKeyPath<VoteTable, [Int]>? {
        switch column {
        case .responseMilliseconds: \.responseMilliseconds
        case .seat: \.seat
        case .asked: \.asked
        case .trial: \.trial
        case .repeatOf: \.repeatOf
        case .shownPixels: \.shownPixels
        case .count: \.votes
        case .shownAt: \.shownAt
        case .grade: \.grade
        default: nil
        }
    }
}
