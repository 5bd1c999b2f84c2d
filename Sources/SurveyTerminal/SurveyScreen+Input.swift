import Foundation

extension SurveyScreen {
    func wait() throws {
        let untilWake = survey.wakeAt.map { max(0, $0 - now) }
        // A pause this long after an escape means that the Escape key was pressed alone.
        let untilFlush = parser.isWaiting ? 100 : nil
        let pause = [untilWake, untilFlush].compactMap { $0 }.min()
        let ready = terminal.wait(other: signals.descriptor, milliseconds: pause)
        if ready.other {
            for signal in signals.come() { try take(signal: signal) }
        } else if ready.input {
            try takeInput()
        } else {
            parser.flush()
        }
        if ending == nil, let wakeAt = survey.wakeAt, now >= wakeAt { try perform(survey.receive(.time, at: now)) }
    }

    func takeInput() throws {
        for input in parser.take(try terminal.read()) where ending == nil { try perform(take(input)) }
    }

    func take(_ input: TerminalInput) -> [TerminalSurvey.Effect] {
        switch input {
        case .key(let key): return survey.receive(.key(key), at: now)
        case .focus(let focus): return survey.receive(.focus(focus), at: now)
        case .report(let report):
            reports.append(report)
            return []
        }
    }

    func take(signal: Int32) throws {
        guard ending == nil else { return }
        switch signal {
        case SIGWINCH: try perform(survey.receive(.resized, at: now))
        case SIGTSTP: try perform(survey.receive(.key(.suspend), at: now))
        case SIGCONT: try goOn()
        case SIGINT: try perform(survey.receive(.key(.interrupt), at: now))
        default: ending = .terminated(signal: signal)
        }
    }

    func goOn() throws {
        try terminal.enter()
        try perform(survey.receive(.focus(true), at: now))
        try perform(survey.receive(.resized, at: now))
    }

    // Asks the terminal what the environment does not tell; keys pressed meanwhile are heard as ever.
    func probe() throws {
        let asksGraphics = wished == nil
        let asksCell = wished != .blocks && terminal.size.cell == nil
        guard asksGraphics || asksCell else { return }
        try terminal.write(
            (asksGraphics ? TerminalProbe.graphicsQuestion : "") + (asksCell ? TerminalProbe.cellQuestion : "")
                + TerminalProbe.lastQuestion)
        let deadline = now + patience
        while ending == nil, now < deadline, !reports.contains(where: \.isDeviceAttributes) {
            if terminal.wait(milliseconds: deadline - now).input { try takeInput() }
        }
        if asksGraphics { renderer = PictureRenderer(mode: .answered(by: reports), colors: renderer.colors) }
        let size = terminal.size
        reportedCell = TerminalProbe.cell(from: reports, columns: size.columns, rows: size.rows)
        reports = []
    }
}
