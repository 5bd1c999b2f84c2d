import Study
import Text

/// Where in a session each vote was given, for rows of jsPsych.
struct SessionClock {
    private var session: String?
    private var place = -1
    private var start: Int?

    /// A place in a session.
    struct Reading {
        /// The row's place among those of the session, from 0.
        let place: Int
        /// Milliseconds from the first images of the session in view to the vote; nil where times are not known.
        let elapsed: Int?
    }

    /// The reading at the next vote.
    mutating func next(_ row: VoteRow) -> Reading {
        let shown = row.shownAt
        if place < 0 || row.session != session {
            (session, place, start) = (row.session, -1, shown)
        }
        place += 1
        let elapsed = shown.flatMap { shown in
            start.flatMap { start in
                row.responseMilliseconds.flatMap { time in
                    let (elapsed, overflow) = max(0, shown - start).addingReportingOverflow(time)
                    return overflow ? nil : elapsed
                }
            }
        }
        return Reading(place: place, elapsed: elapsed)
    }
}

extension VoteRow {
    /// The vote as a row of jsPsych's html-button-response, whose buttons are the left image, the right image, and no
    /// difference: 0, 1, 2; of seven grades those from left much better to right much better, 0 to 6. What jsPsych has no name for stands after its own keys, under the names of the CSV, as
    /// experiments add their data.
    func jsPsych(_ reading: SessionClock.Reading) -> JSONLine {
        var line = JSONLine()
        line.add("trial_type", "html-button-response")
        line.add("trial_index", reading.place)
        reading.elapsed.map { line.add("time_elapsed", $0) } ?? line.addNull("time_elapsed")
        responseMilliseconds.map { line.add("rt", $0) } ?? line.addNull("rt")
        line.add("stimulus", list: [leftImage, rightImage])
        line.add(
            "response", grade.map { $0 - Grade.all.lowerBound } ?? (choice == .left ? 0 : choice == .right ? 1 : 2))
        for column in VoteColumn.allCases where ![.responseMilliseconds, .leftImage, .rightImage].contains(column) {
            add(column, to: &line, null: true)
        }
        return line
    }
}
