package import Analysis
package import Study

/// What is known of how a study was done, for the methods paragraph of a paper: the facts that ITU-T P.910 (10/2023),
/// section 14, asks of a report. What is nil or empty is not known; the paragraph names it as not recorded.
package struct MethodsFacts: Sendable, Hashable {
    /// Who took part.
    package var people: People
    /// What they looked at it on, and how.
    package var viewing: Viewing
    /// What they looked at.
    package var content: Content
    /// What they were asked, and in which order.
    package var design: Design
    /// What was left out.
    package var screening: Screening
    /// What was computed.
    package var analysis: Estimation
    /// The file that the raw votes are in; nil where a study holds them, which its readers do not have.
    package var rawVotes: String?

    /// What is known.
    package init(
        people: People, viewing: Viewing, content: Content, design: Design, screening: Screening,
        analysis: Estimation, rawVotes: String? = nil
    ) {
        self.people = people
        self.viewing = viewing
        self.content = content
        self.design = design
        self.screening = screening
        self.analysis = analysis
        self.rawVotes = rawVotes
    }

    /// A name and how many sessions or people have it.
    package struct Tally: Sendable, Hashable {
        /// The name: `page`, `phone`, `1920x1080`.
        package var name: String
        /// How many.
        package var count: Int

        /// `count` of `name`.
        package init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Who took part.
    package struct People: Sendable, Hashable {
        /// People with at least one vote that counts; nil where votes name none.
        package var counted: Int?
        /// People who began.
        package var began: Int?
        /// Votes that count.
        package var votes: Int
        /// How many of them do not name who gave them.
        package var nameless: Int
        /// How much of them comes from simulated people.
        package var simulation: Simulated
        /// The days of the first and of the last vote: ISO 8601.
        package var days: ClosedRange<String>?
        /// Where they came from: `link`, `prolific`.
        package var sources: [Tally]
        /// The languages they answered in, by tag.
        package var languages: [Tally]
        /// Whether they were asked about themselves, which the report tells elsewhere.
        package var areAsked = false

        /// What is known of the people.
        package init(
            counted: Int? = nil, began: Int? = nil, votes: Int, nameless: Int = 0, simulation: Simulated = .none,
            days: ClosedRange<String>? = nil, sources: [Tally] = [], languages: [Tally] = []
        ) {
            self.nameless = nameless
            self.counted = counted
            self.began = began
            self.votes = votes
            self.simulation = simulation
            self.days = days
            self.sources = sources
            self.languages = languages
        }
    }

    /// On what people looked at the images, and how.
    package struct Viewing: Sendable, Hashable {
        /// `page` and `terminal`, with the sessions of each.
        package var fronts: [Tally]
        /// Kinds of device: `desktop`, `phone`.
        package var devices: [Tally]
        /// Screens, as `WIDTHxHEIGHT`, the most frequent first.
        package var screens: [Tally]
        /// How images were drawn: `img` in a page; `kitty`, `sixel`, `blocks` in a terminal; with the
        /// sessions of each.
        package var renders: [Tally]
        /// The least and the most pixels of a side that an image took on a screen.
        package var shownPixels: ClosedRange<Int>?
        /// How large images were shown, and on what; nil where nothing is known of it.
        package var settings: ViewSettings?
        /// How images stood: `side-by-side`, `stacked`; with the sessions of each.
        package var layouts: [Tally] = []
        /// The greys around the images, with the sessions of each.
        package var surrounds: [Tally] = []
        /// Answers were taken only after so many milliseconds in view; 0 for at once.
        package var minimumViewMilliseconds: Int?

        /// What is known of the viewing.
        package init(
            fronts: [Tally] = [], devices: [Tally] = [], screens: [Tally] = [], renders: [Tally] = [],
            shownPixels: ClosedRange<Int>? = nil, minimumViewMilliseconds: Int? = nil
        ) {
            self.fronts = fronts
            self.devices = devices
            self.screens = screens
            self.renders = renders
            self.shownPixels = shownPixels
            self.minimumViewMilliseconds = minimumViewMilliseconds
        }
    }

    /// What people looked at.
    package struct Content: Sendable, Hashable {
        /// The pools, one a method and condition.
        package var pools: [Pool]
        /// The photographs that the generators learned from; nil where nothing was trained here.
        package var photographs: DatasetSettings?
        /// Whether under each condition image i of every method comes from the same latent vector.
        package var sharesLatents: Bool

        /// What is known of the content.
        package init(pools: [Pool] = [], photographs: DatasetSettings? = nil, sharesLatents: Bool = false) {
            self.pools = pools
            self.photographs = photographs
            self.sharesLatents = sharesLatents
        }
    }

    /// The images of a method under a condition.
    package struct Pool: Sendable, Hashable {
        /// The method's name for people.
        package var method: String
        /// The condition; nil where there are none.
        package var condition: String?
        /// What made the images, in a few words: `DCGAN 64x64, then SRCNN to 128x128`.
        package var generator: String?
        /// How many images there are.
        package var images: Int?
        /// Their size in pixels: `128x128`.
        package var size: String?
        /// Epochs of the method's networks, in the order of its chain.
        package var epochs: [Int]
        /// Training time of all its networks in seconds.
        package var seconds: Double?

        /// A pool.
        package init(
            method: String, condition: String? = nil, generator: String? = nil, images: Int? = nil,
            size: String? = nil, epochs: [Int] = [], seconds: Double? = nil
        ) {
            self.method = method
            self.condition = condition
            self.generator = generator
            self.images = images
            self.size = size
            self.epochs = epochs
            self.seconds = seconds
        }
    }
}
