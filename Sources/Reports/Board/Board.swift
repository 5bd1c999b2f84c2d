package import Analysis
package import Foundation
package import Study

/// A study under way, as its researcher sees it: who is where, what came in, and as much of the votes as may be seen.
package struct Board: Sendable, Hashable {
    /// The study's title.
    package var title: String
    /// SHA-256 of the plan in use, in hexadecimal.
    package var plan: String
    /// When it was looked at.
    package var at: Date
    /// How much of the votes it shows.
    package var scope: BoardScope
    /// The people, by what became of them.
    package var people: People
    /// How the seats are used.
    package var seats: Seats
    /// Who began and who finished, by device, in the order of their names.
    package var devices: [Device]
    /// How many people left after so many answered pairs, in their order.
    package var lastPairs: [LastPair]
    /// How often images could not be shown, by condition and method.
    package var failedImages: [FailedImages]
    /// How often the time to answer was over.
    package var timeouts: Int
    /// How fast answers come.
    package var speed: Speed
    /// What the votes say; nil where there are none.
    package var summary: AnalysisSummary?
    /// Names of methods for people.
    package var labels: [String: String]

    /// The people of a study, by what became of them.
    package struct People: Sendable, Hashable {
        /// Who answered all that they were asked.
        package var finished = 0
        /// Who did not, and was heard of within the hour.
        package var underWay = 0
        /// Who did not, and was not.
        package var left = 0
        /// Who was screened out.
        package var screenedOut = 0
        /// Who declined.
        package var declined = 0
        /// How many of the first three are simulated.
        package var simulated = 0

        /// Nobody.
        package init() {}
    }

    /// How the seats are used.
    package struct Seats: Sendable, Hashable {
        /// How many there are.
        package var count: Int
        /// How many nobody has finished.
        package var unfinished: Int
        /// How often the seat that was finished most was finished.
        package var most: Int

        /// Seats.
        package init(count: Int, unfinished: Int, most: Int) {
            (self.count, self.unfinished, self.most) = (count, unfinished, most)
        }
    }

    /// Who came with a kind of device.
    package struct Device: Sendable, Hashable {
        /// `desktop`, `tablet`, `phone`, or the front where that is all that is known.
        package var name: String
        /// Who began.
        package var began: Int
        /// Who finished.
        package var finished: Int
        /// Who left before the end.
        package var left: Int

        /// A kind of device.
        package init(name: String, began: Int = 0, finished: Int = 0, left: Int = 0) {
            (self.name, self.began, self.finished, self.left) = (name, began, finished, left)
        }
    }

    /// People who left after so many answered pairs.
    package struct LastPair: Sendable, Hashable {
        /// How many pairs they had answered.
        package var answered: Int
        /// How many people.
        package var people: Int

        /// People who left.
        package init(answered: Int, people: Int) { (self.answered, self.people) = (answered, people) }
    }

    /// How fast answers come.
    package struct Speed: Sendable, Hashable {
        /// The median time to an answer in milliseconds; nil where there is none.
        package var medianMilliseconds: Int?
        /// Votes of the last hour.
        package var votesOfLastHour = 0
        /// When the latest vote was given; nil where there is none.
        package var latest: Date?

        /// Nothing came.
        package init() {}
    }

    /// A board.
    package init(
        title: String, plan: String, at: Date, scope: BoardScope, people: People, seats: Seats, devices: [Device],
        lastPairs: [LastPair], failedImages: [FailedImages], timeouts: Int, speed: Speed, summary: AnalysisSummary?,
        labels: [String: String]
    ) {
        self.title = title
        self.plan = plan
        self.at = at
        self.scope = scope
        self.people = people
        self.seats = seats
        self.devices = devices
        self.lastPairs = lastPairs
        self.failedImages = failedImages
        self.timeouts = timeouts
        self.speed = speed
        self.summary = summary
        self.labels = labels
    }
}
