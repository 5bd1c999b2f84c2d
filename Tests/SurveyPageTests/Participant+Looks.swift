import Answers
import Foundation
import Study
import TestKit

/// How somebody looks at the pairs.
extension Participant {
    /// Somebody who looks at them as `view` says, in a page that answers are taken from at once.
    static func viewing(
        in folder: URL, _ change: (inout SamplePage) -> Void, _ view: (inout ViewSettings) -> Void
    ) throws -> Participant {
        var sample = SamplePage()
        sample.survey.minimumResponseMilliseconds = 0
        var settings = sample.survey.usedView
        view(&settings)
        sample.survey.usedView = settings
        change(&sample)
        return try Participant(Browser(downloads: folder), sample.write(to: folder))
    }

    /// The same, where all else is as ever.
    static func viewing(in folder: URL, _ view: (inout ViewSettings) -> Void) throws -> Participant {
        try viewing(in: folder, { _ in }, view)
    }

    /// Waits until a pair is in view.
    func seen(_ trial: Int) throws {
        try page.wait(until: "document.getElementById('count').textContent === '\(trial) of 4'")
        try page.wait(until: "trial.shownAt !== null")
    }

    /// Waits until the image may be exchanged.
    func mayExchange() throws { try page.wait(until: "performance.now() - flip.since > 334") }

    /// The kept events of a kind.
    func events(_ kind: String) throws -> [AnswerEvent] {
        try kept().filter { $0.contains(#""kind":"\#(kind)""#) }
            .map { try JSONDecoder().decode(AnswerEvent.self, from: Data($0.utf8)) }
    }

    /// The sides whose images can be seen.
    func imagesInView() throws -> [String] {
        try page.evaluate(
            """
            ["left", "right"].filter(id => getComputedStyle(document.querySelector(`#${id} img`)).visibility === "visible")
            """)
    }
}
