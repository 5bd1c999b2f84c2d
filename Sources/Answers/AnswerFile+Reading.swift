extension AnswerFile {
    /// The longest line that is read, in bytes; lines of answer files have a few hundred.
    package static let longestLine = 65_536

    /// Reads an answer file: JSON Lines, the first line the header.
    ///
    /// A line that cannot be read is kept among the problems, and the rest goes on. The last line need not be ended: it
    /// counts if it is whole, which a JSON object shows by itself. A byte order mark, CRLF, blank lines and unknown
    /// keys are passed over; an event that was read before is not taken again. Where a second header shows that another
    /// session's file was joined on, reading stops, since what follows belongs to somebody else. It stops too at the limits
    /// of ``AnswerLimits``, which no person comes to.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - headers: those of answers that came before, which need not be read again.
    /// - Throws: ``AnswerFileError`` where the header cannot be read; no event has an owner then.
    package init(bytes: some Sequence<UInt8>, headers: ReadHeaders? = nil) throws(AnswerFileError) {
        let bytes = Array(bytes)
        var lines = AnswerLines(bytes)
        guard let first = lines.next() else { throw .empty }
        header =
            if let headers { try headers.header(in: first.bytes, Self.header) } else { try Self.header(first.bytes) }
        events = []
        problems = []
        var known: [String: AnswerEvent] = [:]
        var places: [Int] = []
        defer { self.lines = places }
        while let line = lines.next() {
            if events.count == AnswerLimits.events || line.number > AnswerLimits.lines {
                let most =
                    line.number > AnswerLimits.lines
                    ? "\(AnswerLimits.lines) lines" : "\(AnswerLimits.events) events"
                problems.append(LineProblem(line: line.number, reason: "more than \(most); what follows was not read"))
                return
            }
            do throws(LineFault) {
                let event = try decodeLine(AnswerEvent.self, from: line.bytes).checked()
                guard let earlier = known[event.id] else {
                    known[event.id] = event
                    events.append(event)
                    places.append(line.number)
                    continue
                }
                if earlier != event { throw LineFault("the id \(event.id) belongs to another event before it") }
            } catch {
                if let other = try? Self.header(line.bytes) {
                    if other == header { continue }
                    problems.append(
                        LineProblem(
                            line: line.number,
                            reason: "another session's answers begin here; give them as a file of their own"))
                    return
                }
                let isCut = error.isNoJSON && !line.isEnded
                problems.append(
                    LineProblem(line: line.number, reason: isCut ? "the file is cut off in this line" : error.reason))
            }
        }
    }

    private static func header(_ bytes: ArraySlice<UInt8>) throws(AnswerFileError) -> AnswerHeader {
        let format: String
        do {
            format = try decodeLine(FormatOnly.self, from: bytes).format
        } catch {
            throw .noHeader(error.reason)
        }
        guard AnswerHeader.formats.contains(format) else { throw .unknownFormat(format) }
        do {
            return try decodeLine(AnswerHeader.self, from: bytes).checked()
        } catch {
            throw .noHeader(error.reason)
        }
    }

    private struct FormatOnly: Decodable {
        var format: String
    }
}
