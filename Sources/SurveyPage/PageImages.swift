import Foundation
import Pairing
import Study

/// The images of a page under their opaque names, each once.
struct PageImages {
    /// The plan that names the images.
    let planHash: String
    /// Where the files go; nil makes data URIs.
    let folder: URL?
    /// Data URIs by name; nil where there are files.
    private(set) var addresses: [String: String]?
    /// The larger side in pixels of the largest image.
    private(set) var largestSide = 0

    private var names: [PoolEntry: String] = [:]
    private var written: Set<String> = []

    /// No images yet.
    init(planHash: String, folder: URL?) {
        self.planHash = planHash
        self.folder = folder
        addresses = folder == nil ? [:] : nil
    }

    /// The name of an entry's image.
    subscript(entry: PoolEntry) -> String {
        guard let name = names[entry] else { preconditionFailure("\(entry.name) was not added") }
        return name
    }

    /// Adds the images of `trials`.
    mutating func add(
        _ trials: some Sequence<Trial>, image: (PoolEntry) throws -> PageImage
    ) throws {
        if let folder { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        for entry in trials.lazy.flatMap({ [$0.left, $0.right] }) where names[entry] == nil {
            let image = try image(entry)
            let name = imageName(planHash: planHash, imageSHA256: image.sha256)
            names[entry] = name
            if written.insert(name).inserted { try add(image, named: name, of: entry) }
        }
    }

    private mutating func add(_ image: PageImage, named name: String, of entry: PoolEntry) throws {
        let png: BarePNG
        do {
            png = try BarePNG(image.png)
        } catch {
            throw SurveyPageError.notPNG(entry: entry.name, reason: error.reason)
        }
        largestSide = max(largestSide, png.width, png.height)
        let data = Data(png.bytes)
        if let folder {
            try data.write(to: folder.appending(path: "\(name).png"))
        } else {
            addresses?[name] = "data:image/png;base64,\(data.base64EncodedString())"
        }
    }
}
