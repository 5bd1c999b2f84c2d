import Study
import Text

extension SurveyPages {
    // From above: progress, question, the text of the item, a blank line, the images, their sides, the notice; the keys at the lower edge.
    func pair(_ trial: Trial, of survey: TerminalSurvey, size: TerminalSize, images: [ImageSize]) -> Layout {
        let width = max(size.columns, Self.leastColumns) - 2 * Self.margin
        let question = CellText.lines(question(of: trial, asked: survey.asked), columns: width)
        // The images stay where they are from question to question.
        let questionRows = max(
            question.count, questions.map { CellText.lines(wording(of: $0), columns: width).count }.max() ?? 1)
        let hints = hints(columns: width, isPractice: survey.isPractising)
        let total = survey.seat.trials.count
        let noticeRows = noticeRows(total: total, columns: width)
        // Room for the longest text, so that the images stay where they are.
        let contextRows = contexts.values.map { CellText.lines($0, columns: width).count + 1 }.max() ?? 0
        let others = 1 + questionRows + contextRows + 1 + 1 + noticeRows + hints.count
        // In one place there is room for one.
        let isFlipped = view.mode == .flip
        let count = (images.count == 3 ? 3 : 2) - (isFlipped ? 1 : 0)
        let room = PictureBox(
            columns: (size.columns - 2 * Self.margin - (count - 1) * Self.gap) / count, rows: size.rows - others)
        let least = images.map { PictureBox.least(for: $0, cell: size.cell, mode: mode, view: view) }
        let (columns, rows) = (least.map(\.columns).max() ?? 1, least.map(\.rows).max() ?? 1)
        guard room.columns >= columns, room.rows >= rows else {
            return tooSmall(
                size, columns: 2 * Self.margin + count * columns + (count - 1) * Self.gap, rows: others + rows)
        }
        let boxes = images.map { room.fitting($0, cell: size.cell, mode: mode, view: view) }
        let slot = PictureBox(columns: boxes.map(\.columns).max() ?? 1, rows: boxes.map(\.rows).max() ?? 1)

        var frame = Frame()
        var row = (size.rows - others - slot.rows) / 2
        var progress = progress(of: trial, in: survey)
        if let place = questions.firstIndex(of: survey.asked), questions.count > 1, !survey.isPractising {
            let part = ["n": "\(place + 1)", "total": "\(questions.count)"]
            progress += "  ·  " + texts.text(.questionProgress, part)
        }
        frame.addCentered([progress], row: &row, size: size, style: .dim)
        frame.addCentered(question, row: &row, size: size, style: .bold)
        row += questionRows - question.count
        if let context = contexts[trial.number] {
            var line = row + 1
            frame.addCentered(CellText.lines(context, columns: width), row: &line, size: size, style: .plain)
        }
        row += contextRows
        // The blank row above the images and that of their sides are of the surround too.
        frame.band = Frame.Band(rows: row..<row + slot.rows + 2, columns: size.columns, surround: surround)
        row += 1
        let places = slotColumns(slot, count: count, size: size)
        for (box, column) in zip(survey.inView(boxes), places) {
            frame.pictures.append(
                .init(
                    row: row + (slot.rows - box.rows) / 2, column: column + (slot.columns - box.columns) / 2, box: box))
        }
        row += slot.rows
        frame.texts += sides(under: places, slot: slot, row: row, survey: survey)
        row += 1
        if let marked = survey.chosenGrade.map(SurveyTexts.Key.grade) ?? (survey.chosen == .tie ? .tie : nil) {
            frame.addCentered([" \(texts[marked]) "], row: &row, size: size, style: .marked)
        } else if let notice = survey.notice {
            frame.addCentered(CellText.lines(text(of: notice), columns: width), row: &row, size: size, style: .plain)
        }
        row = size.rows - hints.count
        frame.addCentered(hints, row: &row, size: size, style: .dim)
        return .fits(frame)
    }

    // Where left and right image begin, and the reference between them.
    private func slotColumns(_ slot: PictureBox, count: Int, size: TerminalSize) -> [Int] {
        let left = (size.columns - count * slot.columns - (count - 1) * Self.gap) / 2
        let columns = (0..<count).map { left + $0 * (slot.columns + Self.gap) }
        return count == 3 ? [columns[0], columns[2], columns[1]] : columns
    }

    // "Left", "Right" and "Reference", each in the middle under its image.
    private func sides(under columns: [Int], slot: PictureBox, row: Int, survey: TerminalSurvey) -> [Frame.Text] {
        let labels: [(choice: Choice?, text: String)] = survey.inView([
            (.left, settings.isGraded ? texts[.left] : " ← \(texts[.left]) "),
            (.right, settings.isGraded ? texts[.right] : " \(texts[.right]) → "), (nil, " \(texts[.reference]) "),
        ])
        return zip(labels, columns).map { label, column in
            let isOpen = survey.takesAnswers || settings.minimumViewMilliseconds == 0
            let style: Frame.Style =
                label.choice == nil
                ? .dim : survey.chosen == label.choice && !settings.isGraded ? .marked : isOpen ? .bold : .dim
            let inset = max(0, slot.columns - CellText.width(of: label.text)) / 2
            return Frame.Text(row: row, column: column + inset, text: label.text, style: style)
        }
    }

    // Room for the longest notice, whether there is one or not: the images stay where they are.
    private func noticeRows(total: Int, columns: Int) -> Int {
        let notices: [TerminalSurvey.Notice] =
            [
                .lookFirst, .imageFailed(number: total, comesAgain: true),
                .imageFailed(number: total, comesAgain: false),
                .resumed(number: total), .waiting,
            ] + (view.mode == .flip ? [.flipFirst] : [])
            + (settings.besides.reportsImages ? [.reportWhich, .reported] : [])
        return notices.map { CellText.lines(text(of: $0), columns: columns).count }.max() ?? 1
    }

    // The keys in one line where they fit; else those that answer, and the others under them.
    private func hints(columns: Int, isPractice: Bool) -> [String] {
        let others = otherKeys(isPractice: isPractice)
        let line = joined(answerKeys + others, columns: columns)
        return line.count == 1 ? line : joined(answerKeys, columns: columns) + joined(others, columns: columns)
    }

    // The question, or which image or grade a check asks for.
    private func question(of trial: Trial, asked: String?) -> String {
        guard let side = trial.instructed else { return wording(of: asked) }
        guard settings.isGraded else { return texts[side == .left ? .checkLeft : .checkRight] }
        return texts.text(.checkGraded, ["grade": texts[.grade(side == .left ? -3 : 3)]])
    }

    // What is practised on is numbered behind the trials.
    private func progress(of trial: Trial, in survey: TerminalSurvey) -> String {
        let total = survey.seat.trials.count
        return survey.isPractising
            ? texts.text(
                .practiceProgress, ["n": "\(trial.number - total)", "total": "\(survey.seat.items.count - total)"])
            : texts.text(.progress, ["n": "\(trial.number)", "total": "\(total)"])
    }

    // As many keys a line as fit.
    private func joined(_ keys: [String], columns: Int) -> [String] {
        var lines: [String] = []
        for key in keys {
            let longer = lines.last.map { $0 + "      " + key }
            if let longer, CellText.width(of: longer) <= columns {
                lines[lines.count - 1] = longer
            } else {
                lines += CellText.lines(key, columns: columns)
            }
        }
        return lines
    }
}

extension Frame {
    fileprivate mutating func addCentered(_ lines: [String], row: inout Int, size: TerminalSize, style: Style) {
        for line in lines {
            let column = max(0, size.columns - CellText.width(of: line)) / 2
            texts.append(Text(row: row, column: column, text: line, style: style))
            row += 1
        }
    }
}
