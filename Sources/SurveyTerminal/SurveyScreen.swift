import Answers
import Foundation
import Pictures
import Study

/// Takes a person through a session in a real terminal, and gives the terminal back as it was on every way out.
///
/// A thin shell around ``TerminalSurvey``: it waits for keys, signals and the clock, hands them in, and does what comes
/// out. Blocks the calling thread until the end.
package final class SurveyScreen {
    let session: TerminalSession
    let terminal: Terminal
    let signals: TerminalSignals
    let environment: [String: String]
    let wished: RenderMode?
    let beginning: ContinuousClock.Instant
    let patience: Int

    var survey: TerminalSurvey
    var parser = TerminalInput.Parser()
    var reports: [String] = []
    var reportedCell: TerminalSize.Cell?
    var renderer: PictureRenderer
    /// The images of a trial: the left, the right, and the reference where there is one.
    var images: (trial: Int, pair: [PixelBuffer])?
    var ending: SurveyEnding?

    /// Runs `session` in a terminal.
    ///
    /// - Parameter pixels: how images are shown; nil asks the environment and the terminal.
    /// - Parameter input: a terminal's descriptor for reading.
    /// - Parameter output: its descriptor for writing.
    /// - Parameter patience: how long the terminal may take to answer questions about itself, in milliseconds.
    /// - Returns: how it ended. After ``SurveyEnding/terminated(signal:)`` the program should end with 128 + the signal.
    /// - Throws: ``SurveyTerminalError``. Whatever it is, all answers acknowledged before are stored.
    package static func run(
        _ session: TerminalSession, pixels: RenderMode? = nil, input: Int32 = STDIN_FILENO,
        output: Int32 = STDOUT_FILENO,
        environment: [String: String] = ProcessInfo.processInfo.environment, patience: Int = TerminalProbe.patience
    ) throws -> SurveyEnding {
        let screen = try SurveyScreen(
            session, pixels: pixels, input: input, output: output, environment: environment, patience: patience)
        return try screen.run()
    }

    private init(
        _ session: TerminalSession, pixels: RenderMode?, input: Int32, output: Int32, environment: [String: String],
        patience: Int
    ) throws(SurveyTerminalError) {
        terminal = try Terminal(input: input, output: output)
        let term = environment["TERM"] ?? ""
        if term.isEmpty || term == "dumb" { throw .dumbTerminal(term) }
        signals = try TerminalSignals()
        self.session = session
        self.environment = environment
        self.patience = patience
        wished = pixels ?? RenderMode.known(from: environment)
        renderer = PictureRenderer(mode: wished ?? .blocks, colors: BlockColors(environment: environment))
        survey = TerminalSurvey(
            seat: session.seat, settings: session.settings, consent: session.consent, events: session.events,
            language: session.language, header: session.header, makeID: session.makeID)
        let elapsed = survey.state.time(at: session.elapsedMilliseconds)
        beginning = ContinuousClock.now - .milliseconds(elapsed)
    }

    private func run() throws -> SurveyEnding {
        defer { signals.stop() }
        do {
            defer { terminal.leave(removingImages: renderer.mode == .kitty) }
            try terminal.enter()
            try probe()
            try perform(survey.start(at: now))
            while ending == nil { try wait() }
        } catch is Terminal.HungUp {
            return .terminated(signal: SIGHUP)
        } catch let error as SurveyTerminalError {
            if case .notStored = error { say([.terminalNotStored], then: command) }
            if case .closed = error { say([.terminalClosed]) }
            throw error
        }
        let ending = ending ?? .stopped
        sayGoodbye(ending)
        return ending
    }

    var now: Int {
        let elapsed = (ContinuousClock.now - beginning).components
        return Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    }

    var size: TerminalSize {
        let size = terminal.size
        return TerminalSize(columns: size.columns, rows: size.rows, cell: size.cell ?? reportedCell ?? .assumed)
    }
}
