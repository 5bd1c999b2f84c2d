import Yams

/// A mapping of study.yaml, and where each of its keys stands.
struct Block {
    let place: KeyPlace
    /// The reading that it is part of.
    let reading: Reading
    /// The keys, in the order of the file.
    let keys: [String]
    private let values: [String: Node]
    private let keyPositions: [String: TextPosition]

    /// The mapping `node` at `place`; a block left empty is one without keys.
    init(_ node: Node?, at place: KeyPlace, reading: Reading) {
        let findings = reading.findings
        var keys: [String] = []
        var values: [String: Node] = [:]
        var keyPositions: [String: TextPosition] = [:]
        switch node {
        case .mapping(let mapping):
            for (keyNode, value) in mapping {
                guard let key = keyNode.scalar?.string else {
                    findings.add(keyNode.position, at: place, "expected a name as key, found \(keyNode.inWords)")
                    continue
                }
                keys.append(key)
                values[key] = value
                keyPositions[key] = keyNode.position
                // A block is shown at its name, a value where it stands.
                findings.note(
                    value.mapping == nil && !value.isNull ? value.position : keyNode.position, at: place.key(key))
            }
        case .some(let node) where !node.isNull:
            findings.add(node.position, at: place, "expected keys with values, found \(node.inWords)")
        default:
            break
        }
        self.place = place
        self.reading = reading
        self.keys = keys
        self.values = values
        self.keyPositions = keyPositions
    }

    /// What was found so far.
    var findings: Findings { reading.findings }

    /// Whether `key` is given.
    func has(_ key: String) -> Bool { values[key] != nil }

    /// The value of `key` as the file has it; nil where the key is left out.
    subscript(key: String) -> Node? { values[key] }

    /// The mapping under `key`.
    func block(_ key: String) -> Block {
        Block(values[key], at: place.key(key), reading: reading)
    }

    /// Makes a finding of every key that is not one of `known`; `what` says what a key names, `elsewhere` where other
    /// keys belong.
    func allow(_ known: [String], what: String = "key", elsewhere: [String: String] = [:]) {
        for key in keys where !known.contains(key) {
            let message =
                elsewhere[key].map { "belongs to \($0)" } ?? "unknown \(what)" + Spelling.hint(key, among: known)
            refuse(key, message)
        }
    }

    /// Makes a finding of `key` itself.
    func refuse(_ key: String, _ message: String) { findings.add(keyPositions[key], at: place.key(key), message) }

    /// Makes a finding of the value of `key`.
    func fault(_ key: String, _ message: String) {
        findings.add(at: place.key(key), message)
    }
}
