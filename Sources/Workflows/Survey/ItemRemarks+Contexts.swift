import Pairing
import Study
import StudyStore

extension ItemRemarks {
    /// What goes with the items of these generations, by pool and index.
    static func contexts(
        of generations: [PoolGeneration], in study: OpenStudy
    ) throws -> [PoolKey: [Int: ItemContext]] {
        let contexts = try generations.map { generation in
            let own = try study.store.itemContexts(of: generation)
            return (generation.pool, Dictionary(own.map { ($0.index, $0) }) { first, _ in first })
        }
        return Dictionary(contexts) { first, _ in first }
    }

    /// That pools which meet say different things of the items they share; nil where they do not.
    ///
    /// - Parameter contexts: what goes with the items of each pool, by the image's index.
    func disagreement(_ contexts: [PoolKey: [Int: ItemContext]]) -> String? {
        let pairs = items.matches(of: study).compactMap { match -> String? in
            let (first, second) = (match.pools[0], match.pools[1])
            guard let one = contexts[first], let other = contexts[second], !one.isEmpty, !other.isEmpty else {
                return nil
            }
            let (images, others) = (items.images(in: first), items.images(in: second))
            let names = items.shared(by: first, second).filter { item in
                guard let one = one[Int(images[item])], let other = other[Int(others[item])] else { return false }
                return one.text != other.text || one.reference?.sha256 != other.reference?.sha256
            }.map(items.name)
            let named = names.prefix(Self.mostNames).map { "“\($0)”" }.list
            let more = names.count > Self.mostNames ? " and \(names.count - Self.mostNames) more" : ""
            return names.isEmpty
                ? nil : "\(names.count.counted("item")) of \(first.name) and \(second.name) (\(named)\(more))"
        }
        guard !pairs.isEmpty else { return nil }
        return "pools that meet have different texts or references for \(pairs.list): import them with one table."
    }
}
