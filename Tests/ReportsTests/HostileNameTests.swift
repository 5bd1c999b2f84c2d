import CSV
import Foundation
import Study
import Testing

@testable import Reports

@Suite("Hostile names in a report")
struct HostileNameTests {
    @Test("steer nothing, end no script, open no command, in any format", arguments: Language.standard)
    func formats(language: Language) throws {
        let names = [
            "</script><script>alert(1)</script>", #"\input{/etc/passwd} 100 % |x| $y$ `z` \u{202E}"#,
            "a\u{202E}b\u{1B}[2J",
        ]
        var page = try SamplePages.page(methods: 3, people: 12, language: language, names: names)
        page.report.title = "<img src=x onerror=alert(1)> | \\end{document} \u{2066}\u{7}"
        page.report.provenance.study = names[0]
        page.report.contents.notices.append(names.joined(separator: "\n# "))
        for file in page.report.files() {
            let scalars = file.text.unicodeScalars
            let steering = scalars.first { scalar in
                (scalar.properties.generalCategory == .control && scalar != "\n")
                    || ["\u{202E}", "\u{2066}", "\u{2028}"].contains(scalar)
            }
            if file.name.hasSuffix(".csv") {
                // A file for programs holds names as they are, so that a program finds them again: like every CSV of ours.
                let labels = try CSVReader.records(file.text).dropFirst().map { $0.fields[0] }
                #expect(Set(labels) == Set(names), "\(file.name): \(labels)")
            } else {
                #expect(steering == nil, "\(file.name): \(String(describing: steering))")
            }
            if file.name.hasSuffix(".html") {
                #expect(Markup.fault(in: file.text) == nil)
                #expect(!file.text.contains("<script") && !file.text.contains("<img src=x"))
                #expect(file.text.contains(#"a\u{202E}b\u{1B}[2J"#))
            }
            if file.name.hasSuffix(".tex") {
                #expect(!file.text.contains("\\input{") || file.text.contains("\\input this file"))
                #expect(!file.text.contains("\\input{/etc") && !file.text.contains(" 100 % "))
                #expect(file.text.contains("\\textbackslash{}input\\{/etc/passwd\\} 100 \\% \\textbar{}x"))
            }
            if file.name.hasSuffix(".md") {
                #expect(file.text.firstMatch(of: /[^\\]<\/?(script|img)/) == nil)
                #expect(file.text.contains("\\<script\\>") && !file.text.contains(" | \\end"))
                for line in file.text.split(separator: "\n") where line.hasPrefix("# ") {
                    #expect(line.contains("\\<img"), "one heading of the first level")
                }
            }
        }
    }
}
