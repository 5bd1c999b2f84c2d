extension AnswerHeader {
    /// The header with its session and hash in lower case, if it can be one.
    func checked() throws(LineFault) -> AnswerHeader {
        if study.isEmpty { throw LineFault("\"study\" is empty") }
        guard planHash.utf8.count == 64, planHash.utf8.allSatisfy(Self.isHexadecimal) else {
            throw LineFault("\"plan_hash\" is not 64 hexadecimal digits")
        }
        if seat < 1 { throw LineFault("\"seat\" is \(seat), expected at least 1") }
        guard AnswerLimits.isUUID(session) else { throw LineFault("\"session\" is no UUID") }
        var header = self
        header.planHash = planHash.lowercased()
        header.session = session.lowercased()
        if participant?.isEmpty == true { header.participant = nil }
        return header
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
