import Answers
package import Study

/// A vote as a row of texts and numbers, the form in which votes are written for other programs.
package struct VoteRow: Sendable, Hashable {
    /// Who voted; nil where it is not known.
    package var participant: String?
    /// The method on the left; not empty.
    package var left: String
    /// The method on the right; not empty.
    package var right: String
    /// What was chosen.
    package var choice: Choice
    /// Name of the condition.
    package var condition: String?
    /// What both images show, where they show the same.
    package var item: String?
    /// The image on the left.
    package var leftImage: String?
    /// The image on the right.
    package var rightImage: String?
    /// Milliseconds from both images in view to the vote; at least 0.
    package var responseMilliseconds: Int?
    /// UUID of the vote.
    package var vote: String?
    /// Number of the seat, from 1.
    package var seat: Int?
    /// UUID of the session.
    package var session: String?
    /// How many trials the session asks, without those that could not be shown; at least 1.
    package var asked: Int?
    /// Number of the trial in its seat, from 1.
    package var trial: Int?
    /// Why it was asked.
    package var kind: Trial.Kind
    /// Number of the trial that this one repeats.
    package var repeatOf: Int?
    /// The right answer of a catch trial, left or right.
    package var correct: Choice?
    /// When both images came into view, in milliseconds since 1970.
    package var shownAt: Int?
    /// The front: `page`, `terminal`, `simulation`.
    package var front: String?
    /// How the images were shown.
    package var render: String?
    /// Side in device pixels at which each image was shown.
    package var shownPixels: Int?
    /// Whether no person gave it.
    package var simulated: Bool
    /// The rule that leaves it out of the estimates, or nil.
    package var excluded: String?
    /// How many independent votes it stands for; 0 ... 1,000,000,000.
    package var count: Int
    /// The plan that asked for it: the beginning of its hash.
    package var plan: String?
    /// What the person saw beside the images, by the columns of ``ViewColumns``.
    package var seen: [VoteColumn: String]
    /// The question that was answered, by its id, where the study names its questions.
    package var question: String?
    /// Whether that is the primary one; nil where nothing is known of questions.
    package var isPrimary: Bool?
    /// How much better an image is, -3 (left) to 3 (right), where grades were asked for.
    package var grade: Int?

    /// A row; what is left out is not known, and it is a main trial's one vote by a person.
    package init(
        participant: String?, left: String, right: String, choice: Choice, condition: String? = nil,
        item: String? = nil, leftImage: String? = nil, rightImage: String? = nil, responseMilliseconds: Int? = nil,
        vote: String? = nil, seat: Int? = nil, session: String? = nil, asked: Int? = nil, trial: Int? = nil,
        kind: Trial.Kind = .main, repeatOf: Int? = nil, correct: Choice? = nil, shownAt: Int? = nil,
        front: String? = nil, render: String? = nil,
        shownPixels: Int? = nil, simulated: Bool = false, excluded: String? = nil, count: Int = 1,
        plan: String? = nil, seen: [VoteColumn: String] = [:], question: String? = nil, isPrimary: Bool? = nil,
        grade: Int? = nil
    ) {
        self.participant = participant
        self.left = left
        self.right = right
        self.choice = choice
        self.condition = condition
        self.item = item
        self.leftImage = leftImage
        self.rightImage = rightImage
        self.responseMilliseconds = responseMilliseconds
        self.vote = vote
        self.seat = seat
        self.session = session
        self.asked = asked
        self.trial = trial
        self.kind = kind
        self.repeatOf = repeatOf
        self.correct = correct
        self.shownAt = shownAt
        self.front = front
        self.render = render
        self.shownPixels = shownPixels
        self.simulated = simulated
        self.excluded = excluded
        self.count = count
        self.plan = plan
        self.seen = seen
        self.question = question
        self.isPrimary = isPrimary
        self.grade = grade
    }

    /// Seconds from 1970 to when both images came into view.
    var secondsSince1970: Int? { shownAt.map { $0 / 1000 } }

    /// The person: the participant, else the session.
    package var person: String? { participant ?? session }
}

extension VoteRow {
    /// What stands in a column of texts; nil where nothing does.
    func text(_ column: VoteColumn) -> String? {
        switch column {
        case .participant: participant
        case .left: left
        case .right: right
        case .condition: condition
        case .item: item
        case .leftImage: leftImage
        case .rightImage: rightImage
        case .vote: vote
        case .session: session
        case .front: front
        case .render: render
        case .excluded: excluded
        case .plan: plan
        case .language, .device, .screen, .layout, .surround, .shownScale, .density, .flips, .enlarged,
            .exposureMilliseconds, .timeouts:
            seen[column]
        case .question: question
        case .choice, .responseMilliseconds, .seat, .asked, .trial, .kind, .repeatOf, .correct, .shownPixels,
            .simulated, .count, .shownAt, .primary, .grade:
            nil
        }
    }

    /// What stands in a column of whole numbers; nil where nothing does.
    func number(_ column: VoteColumn) -> Int? {
        switch column {
        case .responseMilliseconds: responseMilliseconds
        case .seat: seat
        case .asked: asked
        case .trial: trial
        case .repeatOf: repeatOf
        case .shownPixels: shownPixels
        case .count: count
        case .grade: grade
        default: nil
        }
    }

    /// What stands in a column of truth values; nil where nothing does.
    func flag(_ column: VoteColumn) -> Bool? { column == .primary ? isPrimary : simulated }

    /// The field of any column as CSV writes it, without quotes.
    func field(_ column: VoteColumn) -> String {
        switch column.content {
        case .text: text(column) ?? ""
        case .number: number(column).map(String.init) ?? ""
        case .choice: choice.rawValue
        case .kind: kind.rawValue
        case .side: correct?.rawValue ?? ""
        // As R reads truth values; pandas and spreadsheets do too.
        case .flag: flag(column).map { $0 ? "TRUE" : "FALSE" } ?? ""
        case .time: shownAt.map(Timestamp.text) ?? ""
        }
    }
}
