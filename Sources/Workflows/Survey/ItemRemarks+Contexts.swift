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

    /// Why nothing can be planned that shows the text or the reference of each pair's item; nil where all have it, and both
    /// images of a pair the same.
    ///
    /// - Parameter contexts: what goes with the items of each pool, by the image's index.
    func contextFault(_ contexts: [PoolKey: [Int: ItemContext]]) -> Failure? {
        let kind = study.survey.usedContext
        func said(_ pool: PoolKey, _ image: Int32) -> String? {
            let context = contexts[pool]?[Int(image)]
            return kind == .text ? context?.text : context?.reference?.sha256
        }
        var faults: [String] = []
        for match in kind == .none ? [] : items.matches(of: study) {
            let (first, second) = (match.pools[0], match.pools[1])
            let (images, others) = (items.images(in: first), items.images(in: second))
            var (missing, different): ([String], [String]) = ([], [])
            for item in items.shared(by: first, second) {
                let found = [said(first, images[item]), said(second, others[item])].compactMap(\.self)
                if found.isEmpty { missing.append(items.name(of: item)) }
                if Set(found).count > 1 { different.append(items.name(of: item)) }
            }
            let pools = "\(first.name) and \(second.name)"
            if !missing.isEmpty {
                faults.append(
                    "\(missing.count.counted("item")) of \(pools) \(missing.count.word("has", "have")) no \(kind.rawValue) "
                        + "(\(Self.named(missing)))")
            }
            if !different.isEmpty {
                faults.append(
                    "\(different.count.counted("item")) of \(pools) \(different.count.word("has", "have")) two different "
                        + "\(kind.rawValue)s (\(Self.named(different)))")
            }
        }
        guard !faults.isEmpty else { return nil }
        return Failure(
            .badData,
            """
            survey.context is \(kind.rawValue), but \(faults.list). Import the images with a table that has one for each \
            item: `dotchi pool import METHOD DIR --items FILE.csv`, with the columns item,\(kind.rawValue). Nothing was frozen.
            """)
    }

    private static func named(_ names: [String]) -> String {
        names.prefix(mostNames).map { "“\($0)”" }.list
            + (names.count > mostNames ? " and \(names.count - mostNames) more" : "")
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
