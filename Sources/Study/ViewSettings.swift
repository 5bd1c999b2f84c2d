/// How the images of a pair are shown: how large, on what, where, and for how long.
package struct ViewSettings: Sendable, Codable, Hashable {
    /// How large.
    package var size: Size
    /// The largest enlargement of ``Size/fit``, in CSS pixels for each pixel of an image; in a terminal in its pixels.
    package var maxScale: Double
    /// The least side in device pixels of an image that is answered about; nil for any, and for the size itself where that is
    /// fixed.
    package var minimum: Int?
    /// The grey around the images, 0 ... 255, in light and in dark; nil for the page's own.
    package var surround: Int?
    /// The least width of an image in a terminal, in pixels, or in cells where it is drawn with blocks.
    package var terminalMinimum: Int
    /// How far people sit from their screen, in cm, where the size is one of visual angle.
    package var distance = 60
    /// Where they stand.
    package var mode: Mode = .sideBySide
    /// Whether people can enlarge both, in step, before they answer (page).
    package var enlarges = false
    /// How long a question waits for its answer, in milliseconds from when it can be answered; nil for ever.
    package var limitMilliseconds: Int?
    /// How long the images stay in view, in milliseconds; nil until the answer.
    package var exposureMilliseconds: Int?

    /// Where the images of a pair stand.
    package enum Mode: String, Sendable, Codable, CaseIterable {
        /// Beside each other; on the page one above the other where that makes them larger.
        case sideBySide = "side-by-side"
        /// Both in one place, one in view at a time, exchanged by a key or a tap.
        case flip
    }

    /// The most exchanges in one place a second: three flashes a second are what WCAG 2.3.1 allows.
    package static let exchangesPerSecond = 3

    /// Settings; what is left out has its default.
    package init(
        size: Size = .fit, maxScale: Double = 4, minimum: Int? = nil, surround: Int? = nil, terminalMinimum: Int = 24
    ) {
        self.size = size
        self.maxScale = maxScale
        self.minimum = minimum
        self.surround = surround
        self.terminalMinimum = terminalMinimum
    }

    /// As plans of before there were these settings showed images: as large as the window allows.
    package static let earlier = ViewSettings(maxScale: 64, terminalMinimum: 16)

    /// The grey around images in a terminal, whose own ground nobody knows.
    package var terminalSurround: Int { surround ?? 128 }

    private enum CodingKeys: String, CodingKey {
        case size, surround, mode
        case distance = "distance_cm"
        case enlarges = "enlarge"
        case limitMilliseconds = "limit_ms"
        case exposureMilliseconds = "exposure_ms"
        case maxScale = "max_scale"
        case minimum = "min"
        case terminalMinimum = "terminal_min_pixels"
    }

    /// Reads settings that were frozen by any version.
    package init(from decoder: any Decoder) throws {
        let frozen = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        size = try frozen.decodeIfPresent(Size.self, forKey: .size) ?? size
        maxScale = try frozen.decodeIfPresent(Double.self, forKey: .maxScale) ?? maxScale
        minimum = try frozen.decodeIfPresent(Int.self, forKey: .minimum)
        surround = try frozen.decodeIfPresent(Int.self, forKey: .surround)
        terminalMinimum = try frozen.decodeIfPresent(Int.self, forKey: .terminalMinimum) ?? terminalMinimum
        distance = try frozen.decodeIfPresent(Int.self, forKey: .distance) ?? distance
        mode = try frozen.decodeIfPresent(Mode.self, forKey: .mode) ?? mode
        enlarges = try frozen.decodeIfPresent(Bool.self, forKey: .enlarges) ?? enlarges
        limitMilliseconds = try frozen.decodeIfPresent(Int.self, forKey: .limitMilliseconds)
        exposureMilliseconds = try frozen.decodeIfPresent(Int.self, forKey: .exposureMilliseconds)
    }

    /// Writes what plans had from the start, and of the rest what is not its default: so a plan keeps its text.
    package func encode(to encoder: any Encoder) throws {
        var frozen = encoder.container(keyedBy: CodingKeys.self)
        try frozen.encode(size, forKey: .size)
        try frozen.encode(maxScale, forKey: .maxScale)
        try frozen.encodeIfPresent(minimum, forKey: .minimum)
        try frozen.encodeIfPresent(surround, forKey: .surround)
        try frozen.encode(terminalMinimum, forKey: .terminalMinimum)
        if size.isAngle { try frozen.encode(distance, forKey: .distance) }
        if mode != .sideBySide { try frozen.encode(mode, forKey: .mode) }
        if enlarges { try frozen.encode(true, forKey: .enlarges) }
        try frozen.encodeIfPresent(limitMilliseconds, forKey: .limitMilliseconds)
        try frozen.encodeIfPresent(exposureMilliseconds, forKey: .exposureMilliseconds)
    }
}

extension ViewSettings {
    /// How large images are shown. An image that is not square has this as its larger side.
    package enum Size: Sendable, Hashable {
        /// As large as the window allows, by a whole number of device pixels a pixel where it is enlarged.
        case fit
        /// A number of CSS pixels; in a terminal of its pixels.
        case pixels(Int)
        /// One device pixel a pixel.
        case native
        /// Degrees of visual angle, at ``ViewSettings/distance`` (page).
        case degrees(Double)

        /// Whether it is one of visual angle.
        package var isAngle: Bool { if case .degrees = self { true } else { false } }

        /// As study.yaml has it: `fit`, `1:1`, a number, or degrees as `6deg`.
        package var word: String {
            switch self {
            case .fit: "fit"
            case .pixels(let pixels): "\(pixels)"
            case .native: "1:1"
            case .degrees(let degrees): "\(Int(exactly: degrees).map(String.init) ?? "\(degrees)")deg"
            }
        }

        /// The size of a word; nil where it is none.
        package init?(word: String) {
            switch word {
            case "fit": self = .fit
            case "1:1": self = .native
            case _ where word.hasSuffix("deg"):
                guard let degrees = Double(word.dropLast(3)), Limits.degrees.contains(degrees),
                    word.first?.isNumber == true
                else { return nil }
                self = .degrees(degrees)
            default:
                guard let pixels = Int(word), "\(pixels)" == word, Limits.pixels.contains(pixels) else { return nil }
                self = .pixels(pixels)
            }
        }
    }
}

extension ViewSettings.Size: Codable {
    /// Reads the word.
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let size = Self(word: try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "no size of images")
        }
        self = size
    }

    /// Writes the word.
    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(word)
    }
}

extension SurveySettings {
    /// What people see of the item of a pair, above its images.
    package enum Context: String, Sendable, Codable, CaseIterable {
        /// Nothing.
        case none
        /// The item's text, as the prompt that the images were made from.
        case text
        /// The item's reference image.
        case reference
    }

    /// What people see of an item: ``Context/none`` where study.yaml does not say.
    package var usedContext: Context {
        get { context ?? .none }
        set { context = newValue == .none ? nil : newValue }
    }

    /// How images are shown: the defaults where study.yaml does not say, and as it always was in plans of before there was a
    /// share of complete sessions, which knew no other way.
    package var usedView: ViewSettings {
        get { view ?? (completeShare == 0 ? .earlier : ViewSettings()) }
        set { view = newValue == ViewSettings() ? nil : newValue }
    }
}
