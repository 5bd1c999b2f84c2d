/// docs/study-yaml.md: every key of study.yaml, made of the tables that read it.
package enum ReferencePage {
    /// The blocks in the order of the file, each with its rows and its example.
    package static let sections: [ReferenceSection] = StudyKeys.blocks.map { block in
        var rows = block.key.rows(StudyKeys.empty, "")
        let first = rows.removeFirst()
        return ReferenceSection(name: first.key, meaning: first.meaning, rows: rows, example: block.example)
    }

    /// The page, in Markdown.
    package static var text: String {
        """
        # study.yaml

        <!-- Written by the test "the reference page is the table of keys" with RECORD=1; change Sources/StudyFiles/Blocks. -->

        A study is planned in one file, `study.yaml`, at the top of the study folder. It is YAML: blocks of keys, one \
        value each. Only `study.id` must be given; every other block and key may be left out and then has the default \
        below, but for the keys that say *required*, which a block needs where there is such a block. dotchi checks \
        the whole file before it starts anything, and names everything that it cannot use with line, column and key:

        ```
        study.yaml:12:5: error: networks.faces64.epohcs: unknown key; did you mean "epochs"?
        ```

        Keys are written here below their block: `too_fast.ms` is the key `ms` in `too_fast`. NAME stands for a name \
        that the study gives: 1 to 64 letters, digits, `-` and `_`; `[]` for each item of a list. Where only some \
        kinds of a block have a key, the kinds stand below it. The examples of this page together are a complete study.

        \(sections.map(\.text).joined(separator: "\n"))
        """
    }
}

/// One block of study.yaml on the page.
package struct ReferenceSection: Sendable {
    /// The block's name.
    package var name: String
    /// What it is about.
    package var meaning: String
    /// Its keys, those of blocks within it included.
    package var rows: [KeyRow]
    /// The block as it may stand in a file.
    package var example: String
}

extension ReferenceSection {
    /// The section in Markdown.
    fileprivate var text: String {
        """
        ## \(name)

        \(meaning)

        | key | type | default | values | meaning |
        | --- | --- | --- | --- | --- |
        \(rows.map { $0.line(below: name) }.joined(separator: "\n"))

        ```yaml
        \(example)
        ```

        """
    }
}

extension KeyRow {
    /// The row in Markdown, its key below the block of that name.
    fileprivate func line(below block: String) -> String {
        let name = "`\(key.dropFirst(block.count + 1))`" + (kinds.isEmpty ? "" : "<br>\(kinds.joined(separator: ", "))")
        let standing =
            switch standard {
            case .required: "*required*"
            case .value(let value): value.isEmpty ? "" : "`\(value)`"
            case .words(let words): words
            }
        return "| \([name, type, standing, range, meaning].joined(separator: " | ")) |"
    }
}
