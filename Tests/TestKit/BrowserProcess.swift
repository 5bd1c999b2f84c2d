import Foundation

/// The Chromium that all tests of a run share; it ends with them, and its profile goes with it.
@MainActor
final class BrowserProcess {
    private static var running: BrowserProcess?

    private let pipe: BrowserPipe
    private var lastID = 0
    private var events: [Event] = []
    /// The pages whose next dialog a test answers itself.
    private var asking: Set<String> = []

    /// What a page told without being asked.
    struct Event {
        let session: String?
        let method: String
        let parameters: [String: Any]
    }

    /// The running Chromium; started by the first who asks.
    static func shared() throws -> BrowserProcess {
        if let running { return running }
        let process = try BrowserProcess()
        running = process
        return process
    }

    private init() throws {
        let program = try Self.program()
        let profile = FileManager.default.temporaryDirectory.appending(path: "dotchi-chromium-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let arguments = [
            program, "--headless=new", "--no-sandbox", "--remote-debugging-pipe",
            "--user-data-dir=\(profile.path)", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--disable-renderer-backgrounding", "--hide-scrollbars", "--mute-audio", "--password-store=basic",
            "--lang=en", "about:blank",
        ]
        // Chromium ends when the pipe does, that is with the tests; then the shell clears its profile away.
        pipe = try BrowserPipe(
            program: "/bin/sh", arguments: ["-c", "\"$@\"; rm -rf '\(profile.path)'", "sh"] + arguments)
    }

    /// Sends a command of the DevTools protocol and waits for its answer.
    @discardableResult
    func call(
        _ method: String, _ parameters: [String: Any] = [:], session: String? = nil
    ) throws -> [String: Any] {
        let id = try send(method, parameters, session: session)
        let deadline = ContinuousClock.now + .seconds(HangLimit.wait)
        while let answer = try receive(before: deadline) {
            guard answer["id"] as? Int == id else { continue }
            if let error = answer["error"] as? [String: Any] {
                throw BrowserError("\(method): \(error["message"] ?? error)")
            }
            return answer["result"] as? [String: Any] ?? [:]
        }
        throw BrowserError("\(method): no answer from Chromium within \(HangLimit.wait) s")
    }

    /// Leaves the dialogs of the page `session` to the test, or has them answered again as they come.
    func leaveDialogs(_ session: String, toTest isAsking: Bool) {
        if isAsking { asking.insert(session) } else { asking.remove(session) }
    }

    private func send(_ method: String, _ parameters: [String: Any], session: String?) throws -> Int {
        lastID += 1
        var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
        message["sessionId"] = session
        try pipe.write(try JSONSerialization.data(withJSONObject: message))
        return lastID
    }

    /// What the page `session` told by the name `method` so far, oldest first.
    func told(_ method: String, session: String) -> [[String: Any]] {
        events.filter { $0.session == session && $0.method == method }.map(\.parameters)
    }

    /// Waits until the page `session` tells something by the name `method`, and forgets it.
    func await(_ method: String, session: String) throws -> [String: Any] {
        let deadline = ContinuousClock.now + .seconds(HangLimit.wait)
        repeat {
            if let index = events.firstIndex(where: { $0.session == session && $0.method == method }) {
                return events.remove(at: index).parameters
            }
        } while try receive(before: deadline) != nil
        throw BrowserError("\(method) did not come within \(HangLimit.wait) s")
    }

    /// Forgets what the page `session` told by the name `method`.
    func forget(_ method: String, session: String) {
        events.removeAll { $0.session == session && $0.method == method }
    }

    private func receive(before deadline: ContinuousClock.Instant) throws -> [String: Any]? {
        guard let data = try pipe.read(before: deadline) else { return nil }
        let message = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        if let method = message["method"] as? String {
            let parameters = message["params"] as? [String: Any] ?? [:]
            let session = message["sessionId"] as? String
            events.append(Event(session: session, method: method, parameters: parameters))
            // While it waits for an answer the page does nothing else, nor does the command that made it ask.
            if method == "Page.javascriptDialogOpening", parameters["type"] as? String == "beforeunload", let session,
                !asking.contains(session)
            {
                _ = try send("Page.handleJavaScriptDialog", ["accept": true], session: session)
            }
        }
        return message
    }

    private static func program() throws -> String {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        if let place = names.lazy.compactMap(Tool.place).first { return place.path }
        throw BrowserError(
            "no Chromium on the PATH, and the tests of the page drive a real one; "
                + "install it: apt-get install chromium (on other systems chromium-browser or google-chrome-stable)")
    }
}
