import Foundation
import TestKit
import Testing

/// Somebody who takes the survey in a real browser.
@MainActor
struct Participant {
    let page: BrowserPage
    /// Ends with the last person who uses it.
    private let browser: Browser

    /// Opens the survey at `index` with the query `link`.
    init(_ browser: Browser, _ index: URL, _ link: String = "seat=1&lang=en", before script: String? = nil) throws {
        self.browser = browser
        page = try browser.open(before: Self.steadyClock + (script ?? ""))
        try page.go(to: Self.address(index, link))
    }

    /// Within one task of the page the clock stands still, so that times that are taken together are the same on a busy
    /// machine too.
    private static let steadyClock = """
        const runningClock = performance.now.bind(performance)
        let standing = null
        performance.now = () => {
          if (standing === null) {
            standing = runningClock()
            queueMicrotask(() => { standing = null })
          }
          return standing
        }

        """

    static func address(_ index: URL, _ link: String) throws -> URL {
        try #require(URL(string: "\(index.absoluteString)?\(link)"))
    }

    /// Agrees and starts.
    func begin() throws {
        try page.click("#agree")
        try page.click("#start")
    }

    /// Waits until answers to trial `number` are taken.
    func await(trial number: Int, total: Int = 4) throws {
        try page.wait(until: "document.getElementById('count').textContent === '\(number) of \(total)'")
        try page.wait(for: "#left")
    }

    /// Answers the trials from `first` on by keys, one key a trial.
    func answer(_ keys: [String], from first: Int = 1, total: Int = 4) throws {
        for (offset, key) in keys.enumerated() {
            try `await`(trial: first + offset, total: total)
            try page.press(key)
        }
    }

    /// The section that can be seen.
    func screen() throws -> String {
        try page.evaluate(
            "[...document.querySelectorAll('main > section')].filter(s => !s.hidden).map(s => s.id).join()")
    }

    /// The answer file as the last screen shows it: to read it ends the session.
    func answers() throws -> AnswerFile {
        try page.wait(for: "#download")
        if try !page.evaluate("document.getElementById('answers').open") {
            try page.click("summary")
            try page.wait(until: "document.getElementById('answer-text').value.includes('\"finish\"')")
        }
        return try AnswerFile(try page.evaluate("document.getElementById('answer-text').value"))
    }

    /// What the browser keeps of the session: the kept lines, in their order.
    func kept() throws -> [String] {
        try page.evaluate(
            """
            Object.keys(localStorage).filter(k => /^dotchi:[0-9a-f]{64}:[0-9a-f-]{36}:\\d+$/.test(k))
              .sort((a, b) => a.split(":")[3] - b.split(":")[3]).map(k => localStorage[k])
            """)
    }

    /// The names of the two images in view.
    func names() throws -> [String] {
        try page.evaluate(
            "[...document.querySelectorAll('.picture img')].map(i => i.src.split('/').pop().replace('.png', ''))")
    }

    /// Where the two images are, in CSS pixels.
    func boxes() throws -> [Box] {
        try page.evaluate(
            """
            [...document.querySelectorAll('.picture')].map(e => e.getBoundingClientRect())
              .map(r => ({ x: r.x, y: r.y, width: r.width, height: r.height }))
            """)
    }

    /// A rectangle.
    nonisolated struct Box: Decodable, Equatable {
        var x, y, width, height: Double
    }
}
