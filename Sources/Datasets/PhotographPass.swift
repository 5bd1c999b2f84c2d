import Crypto
import Parallel
import Pictures
import Study

/// One pass over a source: reads photographs, hashes them, cuts their middle out and scales it, on all cores.
struct PhotographPass {
    /// Where from.
    let source: PhotographSource
    /// Side of the central square, nil for the largest.
    let crop: Int?
    /// Sides in pixels that are wanted.
    let sizes: [Int]

    /// What became of a photograph.
    struct Developed: Sendable {
        /// SHA-256 of its bytes.
        var sha256: String
        /// The central square in each of the sizes: 8-bit RGB samples.
        var squares: [[UInt8]]
    }

    /// Photographs and bytes that are held in memory at once.
    private static let batch = (photographs: 64, bytes: 64 << 20)

    /// Develops `wanted` and hands over each, on the calling thread, with its index in `wanted`, or why it cannot be
    /// used. The order is the source's.
    func run(
        _ wanted: [PhotographSource.Candidate],
        _ body: (Int, Result<Developed, PhotographSource.Unreadable>) throws -> Void
    ) throws {
        var waiting: [(index: Int, raw: Result<PhotographSource.Raw, PhotographSource.Unreadable>)] = []
        var bytes = 0
        func develop() throws {
            let developed = waiting.map(\.raw).mapOnAllCores { raw in raw.flatMap(self.developed) }
            for ((index, _), result) in zip(waiting, developed) { try body(index, result) }
            waiting = []
            bytes = 0
        }
        try source.read(wanted) { index, raw in
            waiting.append((index, raw))
            if case .success(.file(let file)) = raw { bytes += file.count }
            if waiting.count >= Self.batch.photographs || bytes >= Self.batch.bytes { try develop() }
        }
        try develop()
    }

    private func developed(_ raw: PhotographSource.Raw) -> Result<Developed, PhotographSource.Unreadable> {
        let picture: PixelBuffer
        let hash: SHA256.Digest
        switch raw {
        case .face(let face):
            picture = face.picture()
            hash = SHA256.hash(data: picture.bytes)
        case .file(let bytes):
            do throws(PictureError) {
                picture = try PixelBuffer(decoding: bytes, name: source.name)
            } catch {
                return .failure(.init(reason: error.problem.description))
            }
            hash = SHA256.hash(data: bytes)
        }
        let side = min(picture.width, picture.height)
        if let crop, crop > side {
            let problem = PictureError.Problem.smallerThanCrop(
                width: picture.width, height: picture.height, crop: crop)
            return .failure(.init(reason: problem.description, sideBelowCrop: side))
        }
        let square = picture.centralSquare(crop)
        return .success(Developed(sha256: hexadecimal(hash), squares: sizes.map { square.resized($0).bytes }))
    }
}
