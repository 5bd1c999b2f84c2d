import Study
import Yams

/// The keys of `survey.view`.
enum ViewKeys {
    private typealias Limits = ViewSettings.Limits

    static let table = KeyTable<ViewSettings>(
        { _ in ViewSettings() },
        [
            Key(
                "size", \.size, .imageSize,
                "How large both images are shown, by the larger side of the largest image: as large as the window allows, by whole device pixels where it is enlarged, unless less than 96 CSS pixels would be left (`fit`); a number of CSS pixels, which looks equally large on every screen; one device pixel a pixel (`1:1`); or degrees of visual angle (`6deg`), for which the page has people fit a frame to a bank card and sit at `distance_cm`. Where a window has no room for a fixed size the page says that it is too small, unless `min` allows less."
            ),
            Key(
                "distance_cm", \.distance, .whole(Limits.distance),
                "How far people are asked to sit from their screen, in centimetres, where `size` is in degrees."),
            Key(
                "max_scale", \.maxScale, .number(Limits.maxScale),
                "The largest enlargement of `size: fit`, in CSS pixels for each pixel of an image: 4 shows 128 pixels at most at 512."
            ),
            Key(
                "min", optional: \.minimum, .whole(Limits.minimum),
                default: "any size; where `size` is fixed, that size",
                "The least side in device pixels of an image; it holds against `max_scale`. In a smaller window the page says that it is too small, and takes no answers until it is enlarged or turned."
            ),
            Key(
                "surround", optional: \.surround, .grey,
                default: "the page's own, light or dark; in a terminal 128",
                "The grey of the page while a pair is shown, from black (0) to white (255) or as `\"#808080\"`: the same in light and dark."
            ),
            Key(
                "terminal_min_pixels", \.terminalMinimum, .whole(Limits.terminalMinimum),
                "The least width of an image in a terminal, in pixels (with blocks, in cells); a terminal with less room says that it is too small."
            ),
            Key(
                "mode", \.mode, .word,
                "Where the images of a pair stand: beside each other, on the page one above the other where that makes them larger (`side-by-side`); or both in one place, one in view at a time, exchanged by Space or a tap, three times a second at most (`flip`). Flipped, answers are taken when both were in view."
            ),
            Key(
                "enlarge", \.enlarges, .flag,
                "Whether people can enlarge both images before they answer, in step: by a button, by + and -, or by two fingers (page)."
            ),
            Key(
                "limit_ms", optional: \.limitMilliseconds, .whole(Limits.limitMilliseconds),
                default: "no limit",
                "How many milliseconds a question waits for its answer. Then the pair is over; it comes again at the end, once, for the questions that have no answer, and is left out where its time passes again. A pair that comes into view again, as after a reload, has its whole time again."
            ),
            Key(
                "exposure_ms", optional: \.exposureMilliseconds, .whole(Limits.exposureMilliseconds),
                default: "until the answer",
                "How many milliseconds the images stay in view; the question stays. Whoever takes an answer back, reloads the page or gives a window its room back sees them for that long again; the events count how often. What is measured is in the column `exposure_ms` of the votes."
            ),
        ], check: check)

    private static func check(_ block: Block, _ view: inout ViewSettings) {
        if view.exposureMilliseconds != nil, block.has("exposure_ms") {
            if view.mode == .flip {
                block.fault(
                    "exposure_ms", "belongs to mode: side-by-side; flipped, both images would not be seen for that long"
                )
            }
            if view.enlarges { block.fault("exposure_ms", "does not go with enlarge: true, which takes time to look") }
        }
        if !view.size.isAngle, view.distance != ViewSettings().distance,
            block.findings.isSound(block.place.key("size"))
        {
            block.fault("distance_cm", "belongs to a size in degrees, such as 6deg; size is \(view.size.word)")
        }
        if case .pixels(let pixels) = view.size, let least = view.minimum, least > pixels * 4,
            block.findings.isSound(block.place.key("min")), block.findings.isSound(block.place.key("size"))
        {
            block.fault(
                "min",
                "is more than images of size \(pixels) have: screens have at most 4 device pixels for a CSS pixel")
        }
        guard view.size != .fit, block.has("max_scale"), block.findings.isSound(block.place.key("size")) else { return }
        block.fault("max_scale", "belongs to size: fit; size is \(view.size.word)")
    }
}

extension ValueKind<ViewSettings.Size> {
    /// How large images are shown.
    fileprivate static var imageSize: Self {
        let limits = ViewSettings.Limits.pixels
        let degrees = ViewSettings.Limits.degrees
        let ends = [degrees.lowerBound, degrees.upperBound].map { ViewSettings.Size.degrees($0).word }
        return Self(type: "size", range: "fit, 1:1, degrees or \(limits.inWords)", words: { $0.word }) {
            node, place, reading in
            if let size = node.scalar.flatMap({ ViewSettings.Size(word: $0.string) }) { return size }
            reading.findings.add(
                at: place,
                "expected fit, 1:1, degrees from \(ends[0]) to \(ends[1]), or a whole number of CSS pixels from \(limits.inWords), found \(node.inWords)"
            )
            return nil
        }
    }
}

extension ValueKind<Int> {
    /// A grey, as a number or as CSS writes it.
    fileprivate static var grey: Self {
        let expected =
            "expected a grey, a whole number from 0 (black) to 255 (white) or one as \"#808080\" in quotes"
        return Self(type: "grey", range: "0 to 255, or `\"#808080\"`", words: { "\($0)" }) { node, place, reading in
            let text = node.isNull ? "" : node.scalar?.string ?? ""
            if let grey = Int(text), "\(grey)" == text, ViewSettings.Limits.surround.contains(grey) { return grey }
            if let grey = hexadecimalGrey(text) { return grey }
            reading.findings.add(at: place, "\(expected), found \(node.inWords)")
            return nil
        }
    }
}

/// The level of `#888` or `#808080`; nil where the text is no colour, or has a hue.
private func hexadecimalGrey(_ text: String) -> Int? {
    let digits = text.dropFirst()
    guard text.first == "#", [3, 6].contains(digits.count), digits.allSatisfy(\.isHexDigit) else { return nil }
    let width = digits.count / 3
    let channel = String(digits.prefix(width))
    guard String(repeating: channel.lowercased(), count: 3) == digits.lowercased() else { return nil }
    return Int(width == 1 ? channel + channel : channel, radix: 16)
}
