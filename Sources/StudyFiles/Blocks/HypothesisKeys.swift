import Study
import Yams

/// The items of `analysis.hypotheses`: each a text, or the keys of one.
enum HypothesisKeys {
    static let list = ValueKind<[Hypothesis]>(
        type: "list of texts or blocks", read: read,
        listing: { hypotheses in
            hypotheses.flatMap { hypothesis in
                table.listing(HypothesisDraft(hypothesis)).compactMap { key, value in
                    // The name stands in the path; a direction is a claim's.
                    key == "name" || key == "direction" && hypothesis.claim == nil
                        ? nil : (hypothesis.name.joined(key), value)
                }
            }
        },
        rows: { table.rows($0.dropLast() + "[].") })

    private static let table = KeyTable<HypothesisDraft>(
        { HypothesisDraft(name: $0) },
        [
            Key("name", \.name, .text, default: "`H1` for the first", "Short name, by which reports call it."),
            Key(
                "statement", optional: \.statement, .text, default: "none", "The hypothesis in the words of the study."),
            Key(
                "condition", optional: \.condition, named("condition"), default: "the only one",
                "The condition that the claim is about."),
            Key(
                "method", optional: \.method, named("method"), default: "no claim",
                "The method whose selection rate the claim is about; a claim needs it."),
            Key(
                "against", optional: \.against, named("method"), default: "the other one, or all others",
                "The method that it meets."),
            Key(
                "direction", \.direction, .word,
                "On which side of one half the rate is expected: a test of one side, or the usual two-sided one."),
        ], check: check)

    /// A name that is looked up with the claim.
    private static func named(_ what: String) -> ValueKind<String> {
        ValueKind(type: "name of a \(what)", words: { $0 }) { node, _, _ in node.scalar?.string }
    }

    @Sendable private static func read(_ node: Node?, at place: KeyPlace, reading: Reading) -> [Hypothesis]? {
        let findings = reading.findings
        let items = node.flatMap { reading.items(of: $0, expected: "a list of hypotheses", at: place) }
        var hypotheses: [Hypothesis] = []
        for (index, node) in (items ?? []).enumerated() {
            let item = place.item(index)
            let name = "H\(index + 1)"
            if node.scalar != nil {
                if let words = ValueKind<String>.text.read(node, item, reading) {
                    hypotheses.append(Hypothesis(name: name, statement: words))
                }
                continue
            }
            let block = Block(node, at: item, reading: reading)
            guard !block.keys.isEmpty else {
                if findings.isSound(item) {
                    findings.add(at: item, "expected a hypothesis in words, or the keys of one, found nothing")
                }
                continue
            }
            guard let hypothesis = table.read(block, name).hypothesis else { continue }
            if hypotheses.contains(where: { $0.name == hypothesis.name }) {
                findings.add(at: item.key("name"), "another hypothesis is called \"\(hypothesis.name)\"")
            }
            hypotheses.append(hypothesis)
        }
        return hypotheses
    }

    private static func check(_ block: Block, _ draft: inout HypothesisDraft) {
        if ["condition", "method", "against", "direction"].contains(where: block.has) {
            draft.claim = claim(block, direction: draft.direction)
        } else if !block.has("statement") {
            block.findings.add(at: block.place, "expected a statement, or a condition and a method, found neither")
        }
    }

    private static func claim(_ block: Block, direction: Hypothesis.Direction) -> Hypothesis.Claim? {
        let conditions = block.reading.study.conditions
        let names = conditions.map(\.name)
        if !block.has("condition"), names.count != 1 {
            block.fault("condition", "is missing; expected \(names.isEmpty ? "a condition" : names.inWords)")
        }
        let name = block.has("condition") ? known(block, "condition", of: "condition", names) : names.first
        guard let condition = conditions.first(where: { $0.name == name }) else { return nil }
        // What a faulty condition compares is not known.
        guard block.findings.isSound(KeyPlace().key("conditions").key(condition.name)) else { return nil }
        let methods = condition.methods
        if !block.has("method") { block.fault("method", "is missing; expected \(methods.inWords)") }
        let what = "method of \(condition.name)"
        guard let method = known(block, "method", of: what, methods) else { return nil }
        var against = methods.count == 2 ? methods.first { $0 != method } : nil
        if block.has("against") {
            against = known(block, "against", of: what, methods)
            if against == method { block.fault("against", "\"\(method)\" cannot be compared with itself") }
        }
        return Hypothesis.Claim(condition: condition.name, method: method, against: against, direction: direction)
    }

    /// The name under `key` where it is one of `names`; nil with a finding where it is none, nil where it is left out.
    private static func known(_ block: Block, _ key: String, of what: String, _ names: [String]) -> String? {
        block[key].flatMap { block.reading.name($0, of: what, among: names, at: block.place.key(key)) }
    }
}

/// A hypothesis by its keys, before its claim is looked up in the study.
private struct HypothesisDraft: Sendable {
    var name: String
    var statement: String?
    var condition: String?
    var method: String?
    var against: String?
    var direction = Hypothesis.Claim(condition: "", method: "").direction
    var claim: Hypothesis.Claim?

    init(name: String) { self.name = name }

    init(_ hypothesis: Hypothesis) {
        name = hypothesis.name
        statement = hypothesis.statement
        claim = hypothesis.claim
        guard let claim else { return }
        condition = claim.condition
        method = claim.method
        against = claim.against ?? "all others"
        direction = claim.direction
    }

    /// The hypothesis; nil where it says nothing that can be used, which is a finding then.
    var hypothesis: Hypothesis? {
        statement == nil && claim == nil ? nil : Hypothesis(name: name, statement: statement, claim: claim)
    }
}
