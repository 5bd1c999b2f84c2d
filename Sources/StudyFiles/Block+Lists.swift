import Yams

extension Block {
    /// The list under `key` as it stands; nil where the key is left out or holds no list.
    func list(_ key: String, expected: String) -> [Node]? {
        guard let node = self[key] else { return nil }
        guard let sequence = node.sequence else {
            let advice = node.isText ? "; write [\(node.scalar?.string ?? "")]" : ""
            fault(key, "expected \(expected), found \(node.inWords)\(advice)")
            return nil
        }
        for (index, item) in sequence.enumerated() { findings.note(item.position, at: place.key(key).item(index)) }
        return Array(sequence)
    }

    /// The whole numbers in the list under `key`; a list with a faulty item gives the default.
    func integers(
        _ key: String, count: ClosedRange<Int>, in range: ClosedRange<Int>, default standard: [Int]
    ) -> [Int] {
        let amount =
            count.lowerBound == count.upperBound
            ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
        guard let nodes = list(key, expected: "a list of \(amount) whole numbers") else { return standard }
        let numbers = nodes.enumerated().map { integer($1, in: range, at: place.key(key).item($0)) }
        guard count.contains(nodes.count) else {
            fault(key, "expected a list of \(amount) whole numbers, found \(nodes.count)")
            return standard
        }
        let sound = numbers.compactMap(\.self)
        return sound.count == nodes.count ? sound : standard
    }

    /// The names in the list under `key`, each one of `known`; `what` says what they name. Nil stands for a name that
    /// is a finding already.
    func names(_ key: String, of what: String, known: [String]) -> [String?] {
        guard let nodes = list(key, expected: "a list of \(what)s") else { return [] }
        return nodes.enumerated().map { index, node in
            let item = place.key(key).item(index)
            guard let name = node.scalar?.string, !node.isNull else {
                findings.add(at: item, "expected the name of a \(what), found \(node.inWords)")
                return nil
            }
            guard known.contains(name) else {
                let list = known.isEmpty ? "; there are none" : ""
                findings.add(at: item, "no \(what) is called \"\(name)\"\(list)" + Spelling.hint(name, among: known))
                return nil
            }
            return name
        }
    }
}
