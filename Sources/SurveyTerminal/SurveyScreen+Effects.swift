import Answers
import Foundation
import Pictures
import Prose
import Study
import Text

extension SurveyScreen {
    func perform(_ effects: [TerminalSurvey.Effect]) throws {
        var waiting = effects
        while ending == nil, !waiting.isEmpty {
            switch waiting.removeFirst() {
            case .draw:
                var typedAhead: [TerminalInput] = []
                waiting += survey.receive(.drawn(try draw(&typedAhead)), at: now)
                for input in typedAhead { waiting += take(input) }
            case .drawTexts: try terminal.write(layout().frame.drawingTexts(rows: size.rows))
            case .record(let event): waiting += try store(event)
            // Whoever does not take part is not kept waiting for it.
            case .count(let event): try? session.record(event)
            case .suspend:
                terminal.leave(removingImages: renderer.mode == .kitty)
                let missed = signals.suspend()
                try goOn()
                for signal in missed { try take(signal: signal) }
            case .leave(let ending): self.ending = ending
            }
        }
    }

    private func store(_ event: AnswerEvent) throws -> [TerminalSurvey.Effect] {
        let notice = survey.notice
        do {
            while true {
                do {
                    try session.record(event)
                    break
                } catch is StoreBusy {
                    guard try waitsForStore() else { return [] }
                }
            }
        } catch let error as SurveyTerminalError {
            throw error
        } catch let closed as SessionClosed {
            throw SurveyTerminalError.closed(reason: closed.reason)
        } catch {
            throw SurveyTerminalError.notStored(reason: "\(error)")
        }
        survey.notice = notice
        return survey.receive(.recorded(event), at: now)
    }

    // Says that the answer waits for another program, until it is stored or the person has had enough; whether it goes on
    // waiting.
    private func waitsForStore() throws -> Bool {
        if survey.notice != .waiting {
            survey.notice = .waiting
            try terminal.write(layout().frame.drawingTexts(rows: size.rows))
        }
        for signal in signals.come() where [SIGTERM, SIGHUP, SIGQUIT].contains(signal) {
            ending = .terminated(signal: signal)
            return false
        }
        // What is typed meanwhile answers nothing; who wants to stop may.
        while terminal.wait(milliseconds: 0).input {
            let keys = parser.take(try terminal.read())
            guard keys.contains(.key(.interrupt)) || keys.contains(.key(.character("q"))) else { continue }
            throw SurveyTerminalError.notStored(reason: "another program writes into the study, and did not let go")
        }
        return true
    }

    private var pages: SurveyPages {
        SurveyPages(
            texts: session.texts, settings: session.settings, language: session.language, mode: renderer.mode,
            colors: renderer.colors, contexts: session.contexts)
    }

    private func layout() -> SurveyPages.Layout {
        let sizes = images?.pair.map { SurveyPages.ImageSize(width: $0.width, height: $0.height) }
        return pages.layout(survey, size: size, images: sizes ?? [])
    }

    // What was typed before the page was in view does not answer it; what stops the survey is handed back. The texts come
    // last, so that whoever has read them is heard.
    private func draw(_ typedAhead: inout [TerminalInput]) throws -> TerminalSurvey.Drawn {
        do {
            try loadImages()
        } catch {
            return .imageFailed
        }
        let layout = layout()
        let pair = survey.inView(images?.pair ?? [])
        let cell = size.cell
        var drawings: [String] = []
        for (picture, image) in zip(layout.frame.pictures, pair) {
            do {
                drawings.append(survey.isHidden ? "" : try renderer.draw(image, box: picture.box, cell: cell))
            } catch {
                return .imageFailed
            }
        }
        try terminal.write(layout.frame.beginning(drawings, mode: renderer.mode))
        while terminal.wait(milliseconds: 0).input {
            typedAhead += parser.take(try terminal.read()).filter { !$0.isAnswer }
        }
        try terminal.write(layout.frame.ending)
        switch layout {
        case .tooSmall: return .tooSmall
        case .part: return .part
        case .fits(let frame):
            guard let box = frame.pictures.first?.box else { return .text }
            let pixels = renderer.shownPixels(box: box, cell: cell)
            return .images(renderer.mode, pixels: pixels, seen: seen(pixels, of: pair))
        }
    }

    // What is seen beside the images.
    private func seen(_ pixels: Int, of pair: [PixelBuffer]) -> TerminalSurvey.Seen {
        let width = Double(pair.first?.width ?? 1)
        return [
            .layout: .text(session.settings.usedView.mode.rawValue),
            .scale: .number((Double(pixels) / width * 10_000).rounded() / 10_000),
            .surround: .number(Double(pages.surround.level)), .screen: .text("\(size.columns)x\(size.rows)"),
        ]
    }

    private func loadImages() throws {
        guard case .trial(let trial) = survey.page else {
            images = nil
            return
        }
        if images?.trial == trial.number { return }
        images = nil
        let pair = [try session.image(trial.left), try session.image(trial.right)]
        images = (trial.number, pair + [try session.reference(trial)].compactMap(\.self))
    }

    func sayGoodbye(_ ending: SurveyEnding) {
        switch ending {
        case .finished: say([.thanksTitle, .terminalThanks])
        case .stopped: say([.terminalStopped], then: command)
        case .imagesFailed: say([.terminalImagesStopped], then: command)
        case .declined: say([.declinedTerminal])
        case .screenedOut: say([.screenedOut])
        case .terminated: break
        }
    }

    // The command that goes on, as a line of its own.
    var command: String { "    \(session.command())" }

    // On the ordinary screen, after the terminal was given back.
    func say(_ keys: [SurveyTexts.Key], then line: String? = nil) {
        let paragraphs = keys.flatMap { $0.isProse ? session.texts.prose($0).plainParagraphs : [session.texts[$0]] }
        let lines = paragraphs.flatMap { CellText.lines($0, columns: size.columns - 1) }
        try? terminal.write((lines + (line.map { [$0.visibleLine] } ?? [])).map { $0 + "\n" }.joined())
    }
}
