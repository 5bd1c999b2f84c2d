import Answers
import Study
import Text

extension SurveyPages {
    typealias Paragraph = (text: String, style: Frame.Style)

    func consent(total: Int) -> [Paragraph] {
        [
            (texts[.consentTitle], .bold), (texts.text(.consentText, ["total": "\(total)"]), .plain),
            (texts[.consentVoluntary], .plain), (texts[.consentStoredTerminal], .plain),
            (texts[.consentTerminal], .plain),
            (texts[.terminalAgree], .bold),
        ]
    }

    var instructions: [Paragraph] {
        let extras =
            (settings.ties ? [texts[.instructionsTie]] : []) + (settings.undo ? [texts[.instructionsUndo]] : [])
        return [(texts[.instructionsTitle], .bold), (question, .bold), (texts[.instructions], .plain)]
            + extras.map { ($0, .plain) } + [
                ((answerKeys + otherKeys).joined(separator: "\n"), .plain), (texts[.terminalStart], .bold),
            ]
    }

    func thanks(_ survey: TerminalSurvey) -> [Paragraph] {
        let failed = survey.state.leftOut.count
        let values = ["failed": "\(failed)", "total": "\(survey.seat.items.count)"]
        let thanks = failed > 0 ? texts.text(.thanksFailed, values) : texts[.thanks]
        return [(texts[.thanksTitle], .bold), (thanks, .plain), (texts[.terminalThanks], .plain)]
            + (survey.canUndo ? [(texts[.terminalKeysUndo], .dim)] : []) + [(texts[.terminalClose], .dim)]
    }

    // The keys that answer, and the others.
    var answerKeys: [String] { [texts[.terminalKeys]] + (settings.ties ? [texts[.terminalKeysTie]] : []) }
    var otherKeys: [String] { (settings.undo ? [texts[.terminalKeysUndo]] : []) + [texts[.terminalKeysQuit]] }

    func notice(of survey: TerminalSurvey) -> [Paragraph] {
        survey.notice.map { [(text(of: $0), .dim)] } ?? []
    }

    func text(of notice: TerminalSurvey.Notice) -> String {
        switch notice {
        case .lookFirst: texts[.lookFirst]
        case .imageFailed(let number): texts.text(.imageFailed, ["n": "\(number)"])
        case .resumed(let number): texts.text(.resumed, ["n": "\(number)"])
        case .waiting: texts[.terminalWaiting]
        }
    }

    // Paragraphs with a blank line between them, as a block in the middle.
    func prose(_ paragraphs: [Paragraph], size: TerminalSize) -> Layout {
        let width = min(max(size.columns, Self.leastColumns) - 2 * Self.margin, Self.proseColumns)
        var lines: [Paragraph] = []
        for paragraph in paragraphs {
            if !lines.isEmpty { lines.append(("", .plain)) }
            lines += CellText.lines(paragraph.text, columns: width).map { ($0, paragraph.style) }
        }
        let count = lines.count
        guard size.columns >= Self.leastColumns, size.rows >= count else { return tooSmall(size, rows: count) }
        let top = (size.rows - count) / 2
        let column = (size.columns - width) / 2
        var frame = Frame()
        for (index, line) in lines.enumerated() where !line.text.isEmpty {
            frame.texts.append(.init(row: top + index, column: column, text: line.text, style: line.style))
        }
        return .fits(frame)
    }

    func tooSmall(_ size: TerminalSize, rows: Int) -> Layout {
        let values = ["columns": "\(max(size.columns, Self.leastColumns))", "rows": "\(rows)"]
        let lines = CellText.lines(
            texts.text(.terminalSmall, values) + "\n" + texts[.terminalKeysQuit], columns: size.columns - 1)
        var frame = Frame()
        for (row, line) in lines.prefix(size.rows).enumerated() {
            frame.texts.append(.init(row: row, column: 0, text: line, style: .plain))
        }
        return .tooSmall(frame)
    }
}
