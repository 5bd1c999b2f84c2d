import Foundation
import Pairing
import Pictures
import Study

/// The images of a page: which are shown under which names, and how long their files are.
struct PageImages {
    /// By seat and trial the names of the left and the right image, and of the reference where there is one; the texts above
    /// them, none where none are shown; and the side that a trial's question asks for, by its number, where it asks for one.
    private(set) var seats: [(number: Int, trials: [[String]], texts: [String], checks: [Int: String])] = []
    /// The entry that is shown under each name.
    private(set) var entries: [String: PoolEntry] = [:]
    /// The trial whose reference is shown under each name.
    private(set) var references: [String: Trial] = [:]
    /// The sizes of the images.
    private(set) var sizes: Set<PixelSize> = []
    /// How their files are written.
    let png: BlindPNG
    /// The same of references, whose files are as long as each other: that one is a reference is no secret.
    let referencePNG: BlindPNG?
    private let image: (PoolEntry) throws -> PageImage
    private let contexts: PageContexts

    /// The images of `seats`.
    ///
    /// - Parameter unlinked: Whether each seat has names of its own for its images.
    init(
        of seats: [Seat], names: ImageNames, unlinked: Bool, contexts: PageContexts = PageContexts(),
        image: @escaping (PoolEntry) throws -> PageImage
    ) throws {
        self.image = image
        self.contexts = contexts
        var referenceSizes: Set<PixelSize> = []
        var references: [String: String] = [:]
        var hashes: [PoolEntry: String] = [:]
        for seat in seats {
            var showings: [String: Int] = [:]
            var trials: [[String]] = []
            var asked: [Int: String] = [:]
            var texts: [String] = []
            for item in seat.items {
                var pair: [String] = []
                for entry in [item.shown.left, item.shown.right] {
                    if hashes[entry] == nil {
                        let found = try image(entry)
                        let picture = try Self.picture(found, of: entry)
                        sizes.insert(PixelSize(width: picture.width, height: picture.height))
                        hashes[entry] = found.sha256
                    }
                    let hash = hashes[entry] ?? ""
                    let name = names.name(
                        ofImage: hash, showing: showings[hash, default: 0], seat: unlinked ? seat.number : nil)
                    showings[hash, default: 0] += 1
                    entries[name] = entry
                    pair.append(name)
                }
                let trial = item.shown
                if let reference = try contexts.reference(trial) {
                    // A name of its own, should the same picture be among the images.
                    let hash = "reference \(reference.sha256)"
                    if references[hash] == nil {
                        let picture = try Self.picture(reference, of: trial.left)
                        referenceSizes.insert(PixelSize(width: picture.width, height: picture.height))
                    }
                    let name = names.name(
                        ofImage: hash, showing: showings[hash, default: 0], seat: unlinked ? seat.number : nil)
                    showings[hash, default: 0] += 1
                    references[hash] = name
                    self.references[name] = trial
                    pair.append(name)
                }
                if let text = try contexts.text(trial) { texts.append(text) }
                trials.append(pair)
                if let side = item.shown.instructed { asked[item.number] = side.rawValue }
            }
            self.seats.append((seat.number, trials, texts, asked))
        }
        png = try BlindPNG(sizes: sizes)
        referencePNG = referenceSizes.isEmpty ? nil : try BlindPNG(sizes: referenceSizes)
    }

    /// The larger side in pixels of the largest image.
    var largestSide: Int { sizes.map { max($0.width, $0.height) }.max() ?? 0 }

    /// The names of all files.
    var names: [String] { (Array(entries.keys) + references.keys).sorted() }

    /// How long the files are together, where `length` is what a file of so many bytes takes.
    func bytes(_ length: (Int) -> Int) -> Int {
        entries.count * length(png.length) + references.count * length(referencePNG?.length ?? 0)
    }

    /// Calls `body` with the name and the file of each image, in the order of the names: no order says more than they do.
    func each(_ body: (String, Data) throws -> Void) throws {
        for name in names {
            if let entry = entries[name] {
                try body(name, Data(png.file(Self.picture(image(entry), of: entry), name: name)))
            } else if let trial = references[name], let reference = try contexts.reference(trial), let referencePNG {
                try body(name, Data(referencePNG.file(Self.picture(reference, of: trial.left), name: name)))
            }
        }
    }

    static func picture(_ image: PageImage, of entry: PoolEntry) throws -> PixelBuffer {
        do {
            return try PixelBuffer(decoding: image.png, name: entry.name)
        } catch {
            throw SurveyPageError.notPNG(entry: entry.name, reason: "\(error.problem)")
        }
    }
}
