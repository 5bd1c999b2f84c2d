extension VoteTable {
    /// For each row the number of its person, from 0, or -1: the participant, else the session; and the people's names.
    package func people() -> (numbers: [Int32], names: [String]) {
        let participants = texts[.participant]
        let sessions = texts[.session]
        var names: [String] = []
        var known: [String: Int32] = [:]
        func number(_ name: String) -> Int32 {
            if let number = known[name] { return number }
            names.append(name)
            known[name] = Int32(names.count - 1)
            return Int32(names.count - 1)
        }
        let ofParticipant = participants?.values.map { $0.isEmpty ? -1 : number($0) } ?? []
        // Sessions become people only where a row names no participant; -2 before that.
        let sessionNames = sessions?.values ?? []
        var ofSession = [Int32](repeating: -2, count: sessionNames.count)
        let numbers = (0..<count).map { row -> Int32 in
            if let participants, ofParticipant[Int(participants.codes[row])] >= 0 {
                return ofParticipant[Int(participants.codes[row])]
            }
            guard let sessions else { return -1 }
            let code = Int(sessions.codes[row])
            if ofSession[code] == -2 { ofSession[code] = sessionNames[code].isEmpty ? -1 : number(sessionNames[code]) }
            return ofSession[code]
        }
        return (numbers, names)
    }
}
