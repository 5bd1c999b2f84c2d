/// The names that networks, methods and conditions may have.
enum Name {
    /// What is wrong with `name`; nil where it can be used.
    static func fault(in name: String) -> String? {
        if name.isEmpty { return "a name is empty; expected letters, digits, `-` and `_`" }
        if name.count > 64 { return "a name has at most 64 characters, this one \(name.count)" }
        let allowed = name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
        }
        return allowed ? nil : "a name has only letters of the Latin alphabet, digits, `-` and `_`"
    }
}
