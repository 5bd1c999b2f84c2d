import Study
import Text

extension Study {
    /// The method that a person names.
    ///
    /// - Throws: ``Failure`` that says which there are.
    func method(asked name: String) throws -> Method {
        guard let found = method(named: name) else {
            throw Failure(.usage, "study.yaml has no method “\(name)”; it has \(methods.map(\.name).list).")
        }
        return found
    }
}

extension Study {
    /// A sentence on methods that share a label; nil where none do.
    var labelNote: String? {
        let groups = methods.sharingLabels
        guard let first = groups.first else { return nil }
        let told = groups.map { group in
            "\(group.map(\.name).list) (“\(group[0].label.visibleLine)”)"
        }
        let labels = methods.labels
        return
            "one label stands for several methods: \(told.joined(separator: "; ")). Tables and charts call them by their names too, as "
            + "“\(labels[first[0].name]?.visibleLine ?? "")”. Give each a label of its own in study.yaml "
            + "(methods.\(first[1].name).label)."
    }
}
