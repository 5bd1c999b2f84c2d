import Study
import Yams

extension StudyReader {
    /// The hypotheses in the list of `analysis`, each a text or a mapping.
    func hypotheses(_ block: Block, conditions: [Condition]) -> [Hypothesis] {
        let place = block.place.key("hypotheses")
        var hypotheses: [Hypothesis] = []
        for (index, node) in (block.list("hypotheses", expected: "a list of hypotheses") ?? []).enumerated() {
            let item = place.item(index)
            let standard = "H\(index + 1)"
            if node.scalar != nil {
                if let words = block.text(node, at: item) {
                    hypotheses.append(Hypothesis(name: standard, statement: words))
                }
            } else if let hypothesis = hypothesis(
                Block(node, at: item, findings: findings), name: standard, conditions: conditions)
            {
                if hypotheses.contains(where: { $0.name == hypothesis.name }) {
                    findings.add(at: item.key("name"), "another hypothesis is called \"\(hypothesis.name)\"")
                }
                hypotheses.append(hypothesis)
            }
        }
        return hypotheses
    }

    private func hypothesis(_ block: Block, name: String, conditions: [Condition]) -> Hypothesis? {
        guard !block.keys.isEmpty else {
            if findings.isSound(block.place) {
                findings.add(at: block.place, "expected a hypothesis in words, or the keys of one, found nothing")
            }
            return nil
        }
        block.allow(["name", "statement", "condition", "method", "against", "direction"])
        let name = block.text("name", default: name)
        let statement = block.has("statement") ? block.text("statement", default: name) : nil
        guard ["condition", "method", "against", "direction"].contains(where: block.has) else {
            if statement == nil {
                findings.add(at: block.place, "expected a statement, or a condition and a method, found neither")
                return nil
            }
            return Hypothesis(name: name, statement: statement)
        }
        return claim(block, conditions: conditions).map { Hypothesis(name: name, statement: statement, claim: $0) }
    }

    private func claim(_ block: Block, conditions: [Condition]) -> Hypothesis.Claim? {
        let direction = block.word("direction", default: Hypothesis.Direction.twoSided)
        let names = conditions.map(\.name)
        if !block.has("condition"), names.count != 1 {
            block.fault("condition", "is missing; expected \(names.isEmpty ? "a condition" : names.inWords)")
        }
        let name = block.has("condition") ? known(block, "condition", of: "condition", names) : names.first
        guard let condition = conditions.first(where: { $0.name == name }) else { return nil }
        // What a faulty condition compares is not known.
        guard findings.isSound(KeyPlace().key("conditions").key(condition.name)) else { return nil }
        let methods = condition.methods
        if !block.has("method") { block.fault("method", "is missing; expected \(methods.inWords)") }
        let what = "method of \(condition.name)"
        guard let method = known(block, "method", of: what, methods) else { return nil }
        var against = methods.count == 2 ? methods.first { $0 != method } : nil
        if block.has("against") {
            against = known(block, "against", of: what, methods)
            if against == method { block.fault("against", "\"\(method)\" cannot be compared with itself") }
        }
        return Hypothesis.Claim(
            condition: condition.name, method: method, against: against, direction: direction)
    }

    /// The name under `key` where it is one of `names`; nil with a finding where it is none, nil where it is left out.
    private func known(_ block: Block, _ key: String, of what: String, _ names: [String]) -> String? {
        guard let node = block[key] else { return nil }
        guard let name = node.scalar?.string, !node.isNull else {
            block.fault(key, "expected the name of a \(what), found \(node.inWords)")
            return nil
        }
        guard names.contains(name) else {
            let list = names.isEmpty ? "; there are none" : ""
            block.fault(key, "no \(what) is called \"\(name)\"\(list)" + Spelling.hint(name, among: names))
            return nil
        }
        return name
    }
}
