import Foundation
import Pairing
import Pictures
import Study

/// The images of a page: which are shown under which names, and how long their files are.
struct PageImages {
    /// By seat and trial the names of the left and the right image; and the side that a trial's question asks for, by its
    /// number, where it asks for one.
    private(set) var seats: [(number: Int, trials: [[String]], checks: [Int: String])] = []
    /// The entry that is shown under each name.
    private(set) var entries: [String: PoolEntry] = [:]
    /// The sizes of the images.
    private(set) var sizes: Set<PixelSize> = []
    /// How their files are written.
    let png: BlindPNG
    private let image: (PoolEntry) throws -> PageImage

    /// The images of `seats`.
    ///
    /// - Parameter unlinked: Whether each seat has names of its own for its images.
    init(
        of seats: [Seat], names: ImageNames, unlinked: Bool, image: @escaping (PoolEntry) throws -> PageImage
    ) throws {
        self.image = image
        var hashes: [PoolEntry: String] = [:]
        for seat in seats {
            var showings: [String: Int] = [:]
            var trials: [[String]] = []
            var asked: [Int: String] = [:]
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
                trials.append(pair)
                if let side = item.shown.instructed { asked[item.number] = side.rawValue }
            }
            self.seats.append((seat.number, trials, asked))
        }
        png = try BlindPNG(sizes: sizes)
    }

    /// The larger side in pixels of the largest image.
    var largestSide: Int { sizes.map { max($0.width, $0.height) }.max() ?? 0 }

    /// Calls `body` with the name and the file of each image, in the order of the names: no order says more than they do.
    func each(_ body: (String, Data) throws -> Void) throws {
        for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
            let file = try png.file(Self.picture(image(entry), of: entry), name: name)
            try body(name, Data(file))
        }
    }

    private static func picture(_ image: PageImage, of entry: PoolEntry) throws -> PixelBuffer {
        do {
            return try PixelBuffer(decoding: image.png, name: entry.name)
        } catch {
            throw SurveyPageError.notPNG(entry: entry.name, reason: "\(error.problem)")
        }
    }
}
