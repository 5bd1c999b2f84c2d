import Study

/// The keys of each of `conditions`.
enum ConditionKeys {
    static let table = KeyTable<Condition>(
        { Condition(name: $0, methods: []) },
        [
            Key(
                "methods", \.methods,
                .list(
                    of: .name(of: "method") { $0.methods.map(\.name) }, called: "methods", count: 2...Int.max,
                    unique: "method", wrongCount: tooFew),
                missing: tooFew(0), "The methods that meet, at least two; they give images of one size."),
            Key(
                "match_time_of", optional: \.matchTimeOf, .text.called("name of a method"),
                default: "every network's last checkpoint",
                """
                One of these methods: of every other one, the first network is taken at the kept checkpoint whose \
                training time is nearest to this one's.
                """
            ),
            Key(
                "epochs", optional: \.epochs, .whole(Condition.Limits.epochs),
                default: "every network's last checkpoint",
                """
                The first network of every method is taken at its kept checkpoint of so many epochs; never together \
                with `match_time_of`.
                """
            ),
        ], check: check)

    static let example = """
        conditions:
          equal-iterations:
            methods: [A, B]
            epochs: 100
          equal-time:
            methods: [A, B]
            match_time_of: B
        """

    @Sendable private static func tooFew(_ count: Int) -> String {
        "a condition compares at least two methods, this one has \(count)"
    }

    private static func check(_ block: Block, _ condition: inout Condition) {
        checkSizes(block, condition)
        if block.has("epochs"), block.has("match_time_of") {
            block.fault("epochs", "a condition is matched by epochs or by match_time_of, not by both")
        }
        guard let matched = condition.matchTimeOf, block.findings.isSound(block.place.key("methods")) else { return }
        if !condition.methods.contains(matched) {
            block.fault(
                "match_time_of",
                "\"\(matched)\" is not one of this condition's methods"
                    + Spelling.hint(matched, among: condition.methods))
        }
        for name in condition.methods {
            guard let method = block.reading.method(named: name), method.chain.isEmpty else { continue }
            block.fault(
                "match_time_of", "method \"\(name)\" has no chain of networks, and so no training time to match")
        }
    }

    /// People compare images side by side, so they must be of one size.
    private static func checkSizes(_ block: Block, _ condition: Condition) {
        let sizes = condition.methods.compactMap { name -> (method: String, size: Int)? in
            let last = block.reading.method(named: name)?.chain.last
            return block.reading.network(named: last).map { (name, $0.architecture.outputSize) }
        }
        guard let first = sizes.first, let other = sizes.first(where: { $0.size != first.size }) else { return }
        block.fault(
            "methods",
            "methods of one condition give images of one size, but \"\(first.method)\" gives "
                + "\(first.size)x\(first.size) and \"\(other.method)\" \(other.size)x\(other.size)")
    }
}

extension Reading {
    /// The method called `name`; nil where anything of it is a finding.
    func method(named name: String) -> Method? {
        findings.isSound(KeyPlace().key("methods").key(name)) ? study.method(named: name) : nil
    }
}
