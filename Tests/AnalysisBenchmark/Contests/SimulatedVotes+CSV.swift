import Foundation

extension SimulatedVotes {
    /// What a table of votes has beside what was chosen.
    enum Columns: String {
        /// Nothing.
        case needed
        /// What `dotchi votes export` writes of a study.
        case all
    }

    /// Writes the votes as a table that `dotchi analyze` takes.
    func write(_ columns: Columns, to file: URL) throws {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        let more = columns == .all
        var text = "participant,left,right,choice"
        if more {
            text += ",condition,left_image,right_image,response_ms,vote,seat,session,trial,kind,shown_at,front"
        }
        text += "\n"
        for person in 0..<people {
            let name = "person-\(padded(person, to: 6))"
            let session = "\(padded(person, to: 8))-0000-4000-8000-000000000000"
            for (trial, vote) in votes(of: person).enumerated() {
                text += "\(name),M\(vote.left),M\(vote.right),\(vote.choosesLeft ? "left" : "right")"
                if more {
                    text += ",equal-time,M\(vote.left)/\(vote.leftImage),M\(vote.right)/\(vote.rightImage)"
                    text += ",\(vote.milliseconds),\(padded(person, to: 8))-0000-4000-8000-\(padded(trial, to: 12))"
                    text += ",\(person % 200 + 1),\(session),\(trial + 1),main"
                    text += ",2026-10-\(padded(person % 28 + 1, to: 2))T10:\(padded(trial / 60, to: 2))"
                    text += ":\(padded(trial % 60, to: 2))Z,page"
                }
                text += "\n"
            }
            try handle.write(contentsOf: Data(text.utf8))
            text = ""
        }
        try handle.close()
    }

    private func padded(_ number: Int, to length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}
