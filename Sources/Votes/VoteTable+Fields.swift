import Answers
import Parallel
import Study

extension VoteTable {
    /// The votes of a file. A participant's number is the place of the name among those that come up, and sessions without
    /// a participant are people after all participants.
    init(_ fields: VoteFields) {
        self.init()
        let count = fields.count
        (choice, kind, correct, simulated) = (fields.choices, fields.kinds, fields.correct, fields.simulated)
        func numbers(_ column: VoteColumn, in names: inout NameList) -> [Int32] {
            guard let texts = fields.texts[column] else { return Array(repeating: Self.none, count: count) }
            let numbers = texts.values.map { $0.isEmpty ? Self.none : names.number(of: $0) }
            return texts.codes.map { numbers[Int($0)] }
        }
        participant = numbers(.participant, in: &people)
        session = numbers(.session, in: &sessions)
        person = personsOfRows()
        left = numbers(.left, in: &methods)
        right = numbers(.right, in: &methods)
        leftImage = zip(numbers(.leftImage, in: &images.names), left).map { images.number(of: $0, method: $1) }
        rightImage = zip(numbers(.rightImage, in: &images.names), right).map { images.number(of: $0, method: $1) }
        condition = numbers(.condition, in: &conditions)
        item = numbers(.item, in: &items)
        front = numbers(.front, in: &fronts)
        render = numbers(.render, in: &renders)
        rule = numbers(.excluded, in: &rules)
        plan = numbers(.plan, in: &plans)
        question = numbers(.question, in: &questions)
        primary = primaryRows(fields.primary)
        identifiers = fields.texts[.vote] ?? TextColumn()
        for column in ViewColumns.all {
            guard let texts = fields.texts[column] else { continue }
            for row in 0..<count { seen.set(texts[row], in: column, row: row) }
        }
        for name in VoteColumn.allCases {
            guard let column = Self.numbers(name) else { continue }
            self[keyPath: column] = fields.numbers[name] ?? Array(repeating: name.unknown, count: count)
        }
        if let texts = fields.texts[.shownAt] {
            let values = texts.values
            let times = Array(onAllCores: values.count) { Timestamp.milliseconds(values[$0]) ?? Self.noTime }
            shownAt = texts.codes.map { times[Int($0)] }
            readings = fields.readings + unreadTimes(of: texts)
        } else {
            readings = fields.readings
        }
    }

    /// Whether each row is on the primary question, as the column says; where it says so of no row the first question of the file
    /// is taken for it, and rows that name none belong to it.
    private func primaryRows(_ said: [Bool?]) -> [Bool?] {
        guard said.allSatisfy({ $0 == nil }), let first = question.first(where: { $0 >= 0 }) else { return said }
        return question.map { $0 < 0 ? nil : $0 == first }
    }

    /// Times that are not ISO 8601; none where all are.
    private func unreadTimes(of texts: TextColumn) -> [VoteReading] {
        let rows = (0..<count).filter { shownAt[$0] == Self.noTime && texts[$0] != nil }
        guard let first = rows.first.flatMap({ texts[$0] }) else { return [] }
        return [VoteReading(column: .shownAt, word: first, kind: .unreadTime, rows: rows.count)]
    }

    /// For each row the number of its person: the participant, else the session.
    private mutating func personsOfRows() -> [Int32] {
        guard participant.contains(Self.none) else { return participant }
        // Sessions become people only where a row names no participant; -2 before that.
        var ofSession = [Int32](repeating: -2, count: sessions.names.count)
        return zip(participant, session).map { participant, session in
            if participant >= 0 || session < 0 { return participant }
            if ofSession[Int(session)] == -2 {
                ofSession[Int(session)] = people.number(of: sessions.names[Int(session)])
            }
            return ofSession[Int(session)]
        }
    }
}
