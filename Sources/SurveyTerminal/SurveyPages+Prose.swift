import Answers
import Foundation
import Prose
import Study
import Text

extension SurveyPages {
    typealias Paragraph = (text: String, style: Frame.Style)

    func consent(total: Int) -> [Paragraph] {
        [(texts[.consentTitle], .bold)] + set(.contentWarning, style: .bold)
            + set(.consentText, ["total": "\(total)"]) + set(.consentVoluntary) + set(.consentStoredTerminal)
            + set(settings.asksPeople ? .consentAsked : .consentNotAsked)
            + set(.consentTerminal) + set(.contact) + [(texts[.terminalAgree], .bold)]
    }

    var instructions: [Paragraph] {
        [(texts[.instructionsTitle], .bold)] + set(.contentWarning, style: .bold)
            + questions.map { (wording(of: $0), .bold) }
            + set(whatToDo) + context + limits
            + (questions.count > 1 ? set(.instructionsQuestions, ["questions": "\(questions.count)"]) : [])
            + (settings.ties ? set(.instructionsTie) : [])
            + (settings.undo ? set(.instructionsUndo) : [])
            + (settings.besides.practice > 0
                ? set(.instructionsPractice, ["n": "\(settings.besides.practice)"]) : [])
            + [((answerKeys + otherKeys()).joined(separator: "\n"), .plain), (texts[.terminalStart], .bold)]
    }

    var practiceOver: [Paragraph] {
        [(texts[.practiceOverTitle], .bold)] + set(.practiceOver) + goingOn
    }

    func rest(_ survey: TerminalSurvey) -> [Paragraph] {
        let values = ["n": "\(survey.state.answered)", "total": "\(survey.seat.trials.count)"]
        return [(texts[.breakTitle], .bold)] + set(.breakText, values) + goingOn
    }

    // What to do with a pair.
    private var whatToDo: SurveyTexts.Key {
        if settings.isGraded { return .instructionsGraded }
        if view.mode == .flip { return .instructionsFlip }
        return view.limitMilliseconds == nil ? .instructions : .instructionsTimed
    }

    // For how long images are in view, and how long an answer may take.
    private var limits: [Paragraph] {
        func seconds(_ milliseconds: Int) -> [String: String] {
            let text = AnswerValue.number(Double(milliseconds) / 1000).inWords
            let isComma = Locale(identifier: language.rawValue).decimalSeparator == ","
            return ["seconds": isComma ? text.replacing(".", with: ",") : text]
        }
        return (view.exposureMilliseconds.map { set(.instructionsExposure, seconds($0)) } ?? [])
            + (view.limitMilliseconds.map { set(.instructionsLimit, seconds($0)) } ?? [])
    }

    func timeUp(_ number: Int, comesAgain: Bool) -> [Paragraph] {
        [(texts.text(comesAgain ? .timeUp : .timeUpLast, ["n": "\(number)"]), .bold)] + goingOn
    }

    // The keys between two pairs.
    private var goingOn: [Paragraph] { [(texts[.terminalContinue], .bold), (texts[.terminalKeysQuit], .dim)] }

    // What is shown of the item of a pair.
    private var context: [Paragraph] {
        switch settings.usedContext {
        case .none: []
        case .text: set(.instructionsText)
        case .reference: set(.instructionsReference)
        }
    }

    func thanks(_ survey: TerminalSurvey) -> [Paragraph] {
        let failed = survey.state.leftOut.count
        let values = ["failed": "\(failed)", "total": "\(survey.seat.trials.count)"]
        return [(texts[.thanksTitle], .bold)]
            + (failed == 0 ? set(.thanks) : set(view.limitMilliseconds == nil ? .thanksFailed : .thanksLeft, values))
            + [(texts[.terminalThanks], .plain)] + set(.contact)
            + (survey.canUndo ? [(texts[.terminalKeysUndo], .dim)] : []) + [(texts[.terminalClose], .dim)]
    }

    // The paragraphs and items of a text; none where the study has none.
    private func set(
        _ key: SurveyTexts.Key, _ values: [String: String] = [:], style: Frame.Style = .plain
    ) -> [Paragraph] {
        texts.prose(key, values).plainParagraphs.map { ($0, style) }
    }

    // The keys that answer, and the others.
    var answerKeys: [String] {
        settings.isGraded
            ? Grade.all.map { "\($0 + 4)  \(texts[.grade($0)])" }
            : [texts[.terminalKeys]] + (settings.ties ? [texts[.terminalKeysTie]] : [])
    }
    func otherKeys(isPractice: Bool = false) -> [String] {
        (view.mode == .flip ? [texts[.terminalKeysFlip]] : [])
            + (settings.undo && !isPractice ? [texts[.terminalKeysUndo]] : [])
            + (settings.besides.reportsImages ? [texts[.terminalKeysReport]] : []) + [texts[.terminalKeysQuit]]
    }

    func notice(of survey: TerminalSurvey) -> [Paragraph] {
        survey.notice.map { [(text(of: $0), .dim)] } ?? []
    }

    func text(of notice: TerminalSurvey.Notice) -> String {
        switch notice {
        case .lookFirst: texts[.lookFirst]
        case .flipFirst: texts[.flipFirst]
        case .imageFailed(let number, let comesAgain):
            texts.text(comesAgain ? .imagePostponed : .imageFailed, ["n": "\(number)"])
        case .resumed(let number): texts.text(.resumed, ["n": "\(number)"])
        case .waiting: texts[.terminalWaiting]
        case .reportWhich: texts[.reportWhich] + "  " + texts[.terminalReportKeys]
        case .reported: texts[.reported]
        }
    }

    // Paragraphs with a blank line between them, as a block in the middle; in parts where there are more lines than rows.
    func prose(_ paragraphs: [Paragraph], part: Int, size: TerminalSize) -> Layout {
        let width = min(max(size.columns, Self.leastColumns) - 2 * Self.margin, Self.proseColumns)
        var lines: [Paragraph] = []
        for paragraph in paragraphs {
            if !lines.isEmpty { lines.append(("", .plain)) }
            lines += CellText.lines(paragraph.text, columns: width).map { ($0, paragraph.style) }
        }
        guard size.columns >= Self.leastColumns, size.rows >= min(lines.count, Self.leastProseRows) else {
            return tooSmall(size, rows: min(lines.count, Self.leastProseRows))
        }
        if lines.count <= size.rows { return .fits(block(lines, width: width, size: size)) }
        let hint = CellText.lines(texts[.terminalMore], columns: width).map { ($0, Frame.Style.dim) }
        let rows = max(1, size.rows - hint.count - 1)
        let parts = (lines.count + rows - 1) / rows
        let shown = min(part, parts - 1)
        let here = Array(lines[shown * rows..<min(lines.count, (shown + 1) * rows)])
        if shown == parts - 1 { return .fits(block(here, width: width, size: size)) }
        return .part(block(here + [("", .plain)] + hint, width: width, size: size))
    }

    func block(_ lines: [Paragraph], width: Int, size: TerminalSize) -> Frame {
        let top = (size.rows - lines.count) / 2
        let column = (size.columns - width) / 2
        var frame = Frame()
        for (index, line) in lines.enumerated() where !line.text.isEmpty {
            frame.texts.append(.init(row: top + index, column: column, text: line.text, style: line.style))
        }
        return frame
    }

    func tooSmall(_ size: TerminalSize, columns: Int = leastColumns, rows: Int) -> Layout {
        let values = ["columns": "\(max(size.columns, columns))", "rows": "\(max(size.rows, rows))"]
        let lines = CellText.lines(
            texts.text(.terminalSmall, values) + "\n" + texts[.terminalKeysQuit], columns: size.columns - 1)
        var frame = Frame()
        for (row, line) in lines.prefix(size.rows).enumerated() {
            frame.texts.append(.init(row: row, column: 0, text: line, style: .plain))
        }
        return .tooSmall(frame)
    }
}
