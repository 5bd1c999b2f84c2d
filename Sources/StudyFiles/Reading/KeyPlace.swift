/// The path of keys from the top of study.yaml to a value.
struct KeyPlace: Hashable, CustomStringConvertible {
    private var steps: [Step] = []

    private enum Step: Hashable {
        case key(String)
        case item(Int)
    }

    /// The value under `key` of this mapping.
    func key(_ key: String) -> KeyPlace {
        var place = self
        place.steps.append(.key(key))
        return place
    }

    /// Item `index` of this list, from 0.
    func item(_ index: Int) -> KeyPlace {
        var place = self
        place.steps.append(.item(index))
        return place
    }

    /// What this value is part of; nil at the top.
    var parent: KeyPlace? {
        guard !steps.isEmpty else { return nil }
        var place = self
        place.steps.removeLast()
        return place
    }

    /// Whether this is `other` or part of it.
    func isWithin(_ other: KeyPlace) -> Bool { steps.starts(with: other.steps) }

    /// `networks.faces64.sizes[1]`
    var description: String {
        steps.reduce("") { text, step in
            switch step {
            case .key(let key): text.isEmpty ? key : "\(text).\(key)"
            case .item(let index): "\(text)[\(index)]"
            }
        }
    }
}
