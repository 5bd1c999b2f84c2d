import Study
import StudyStore

/// The file name of a pool's image, which no path, control character or length can make of anything but one file of the
/// folder that it is written to.
struct ImageFileName: Hashable {
    /// The name, with its ending.
    let name: String

    /// The file name of an imported image; nil where its stem can name no file, as only a file of dotchi's that another
    /// program wrote has it.
    init?(stem: String) {
        let isPlain = stem.unicodeScalars.allSatisfy {
            $0 != "/" && $0.properties.generalCategory != .control && $0 != "\u{2028}" && $0 != "\u{2029}"
        }
        name = "\(stem).png"
        guard isPlain, !stem.isEmpty, !stem.hasPrefix("."), name.utf8.count <= 255 else { return nil }
    }

    /// The file name of image `index`: its number in five digits.
    init(index: Int) {
        name = String(repeating: "0", count: max(0, 5 - "\(index)".count)) + "\(index).png"
    }

    /// The file names of `entries`, all different: their stems, and for stems that can name no file their numbers.
    static func names(of entries: [EntryRecord]) -> [ImageFileName] {
        let own = entries.map { entry in
            if case .file(let stem) = entry.origin {
                ImageFileName(stem: stem)
            } else {
                ImageFileName(index: entry.index)
            }
        }
        var taken = Set(own.compactMap(\.self))
        return zip(entries, own).map { entry, name in
            if let name { return name }
            var free = ImageFileName(index: entry.index)
            while !taken.insert(free).inserted { free = ImageFileName(name: "image-\(free.name)") }
            return free
        }
    }

    private init(name: String) {
        self.name = name
    }
}
