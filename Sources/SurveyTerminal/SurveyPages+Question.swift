import Study
import Text

extension SurveyPages {
    /// The page of one question: how many there are, what is asked, what can be chosen or was typed, and the keys.
    func question(_ page: QuestionPage, size: TerminalSize) -> Layout {
        let width = min(max(size.columns, Self.leastColumns) - 2 * Self.margin, Self.proseColumns)
        let item = page.item
        let total = (page.isBefore ? settings.before : settings.after).count
        let progress = texts.text(.progress, ["n": "\(page.place + 1)", "total": "\(total)"])
        var head: [Paragraph] = [(progress, .dim), ("", .plain)]
        head += lines(words(item.text), width, .bold)
        let notes = (item.isRequired ? [] : [texts[.optional]]) + (item.kind == .choices ? [texts[.chooseSeveral]] : [])
        head += notes.flatMap { lines($0, width, .dim) } + [("", .plain)]
        let (body, marked) = body(of: page, width: width)
        var foot: [Paragraph] = [("", .plain)]
        if let fault = page.fault { foot += lines(text(of: fault, item), width, .marked) }
        foot += keys(of: page).flatMap { lines($0, width, .dim) }
        let room = size.rows - head.count - foot.count
        guard size.columns >= Self.leastColumns, room >= min(body.count, 3) else {
            return tooSmall(size, rows: head.count + foot.count + min(body.count, 3))
        }
        // Where not all choices fit, those around the marker are shown.
        let first = max(0, min(marked - room / 2, body.count - room))
        let shown = Array(body[first..<min(body.count, first + room)])
        return .fits(block(head + shown + foot, width: width, size: size))
    }

    /// The lines of what can be chosen or was typed, and which of them has the marker.
    private func body(of page: QuestionPage, width: Int) -> (lines: [Paragraph], marked: Int) {
        guard page.count > 0 else { return ([(" \(page.typed)_ ", .bold)], 0) }
        var all: [Paragraph] = []
        var marked = 0
        for place in 0..<page.count {
            let isHere = page.cursor == place
            if isHere { marked = all.count }
            let box = page.item.kind == .choices ? (page.marked.contains(place) ? "[x] " : "[ ] ") : ""
            let number = page.count <= 9 && page.item.kind != .scale ? "\(place + 1)  " : ""
            let text = (isHere ? "> " : "  ") + number + box + option(place, of: page.item)
            all += lines(text, width, isHere ? .marked : .plain)
        }
        return (all, marked)
    }

    private func option(_ place: Int, of item: QuestionnaireItem) -> String {
        guard item.kind == .scale else { return words(item.options[place].text) }
        let end = place == 0 ? item.low : place == item.points - 1 ? item.high : [:]
        return "\(place + 1)" + (end.isEmpty ? "" : "  \(words(end))")
    }

    private func words(_ texts: [Language: String]) -> String { texts[language] ?? texts.values.min() ?? "" }

    private func lines(_ text: String, _ width: Int, _ style: Frame.Style) -> [Paragraph] {
        CellText.lines(text, columns: width).map { ($0, style) }
    }

    private func text(of fault: QuestionPage.Fault, _ item: QuestionnaireItem) -> String {
        switch fault {
        case .missing: texts[.answerMissing]
        case .number:
            texts.text(
                item.isWhole ? .wholeFault : .numberFault,
                ["least": item.least.inDigits, "most": item.most.inDigits])
        }
    }

    private func keys(of page: QuestionPage) -> [String] {
        let answer: SurveyTexts.Key =
            switch page.item.kind {
            case .choice, .scale: .terminalChoice
            case .choices: .terminalChoices
            case .number, .text: .terminalEntry
            }
        return [texts[answer]] + (page.place > 0 ? [texts[.terminalBack]] : [])
            + (page.item.kind == .text ? [] : [texts[.terminalKeysQuit]])
    }
}

extension Double {
    /// `18`, `0.5`
    fileprivate var inDigits: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
