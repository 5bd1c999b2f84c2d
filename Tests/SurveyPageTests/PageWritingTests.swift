import Foundation
import Pairing
import Study
import TestKit
import Testing

@testable import SurveyPage

/// What is written, and what never is.
struct PageWritingTests {
    @Test("no file of the page names a method, a condition, a kind of trial or a seed", arguments: [false, true])
    func blind(singleFile: Bool) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(singleFile: singleFile)
            sample.survey.question = [.english: "Which one?"]
            try sample.write(to: folder) { entry in
                PageImage(
                    sha256: SamplePage.sha256(of: entry),
                    png: try Self.telling("\(entry.name) OkapiLabel", in: SamplePage.face(entry.index, side: 16)))
            }
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            // index.html, style, script and data; three seats and 24 images in a folder each.
            #expect(paths.count == (singleFile ? 1 : 4 + 1 + 3 + 1 + 24))
            for path in paths {
                let data = (try? Data(contentsOf: folder.appending(path: path))) ?? Data()
                let text = (path + String(decoding: data, as: UTF8.self)).lowercased()
                for secret in SamplePage.secrets {
                    #expect(!text.contains(secret.lowercased()), "\(path) tells \(secret)")
                    #expect(!text.contains(Data(secret.utf8).base64EncodedString().lowercased().prefix(10)))
                }
                if path.hasPrefix("data-") || path.hasPrefix("plan-") {
                    for word in ["\"main\"", "\"catch\"", "repeat", "987654321", "generation", "pool", "index"] {
                        #expect(!text.contains(word), "\(path) tells \(word)")
                    }
                }
                let isImage = path.wholeMatch(of: /images-[0-9a-f]{16}\/[0-9a-f]{16}\.png/) != nil
                #expect(isImage == path.hasSuffix(".png"))
            }
        }
    }

    @Test("the script is sent without comments and blank lines")
    func script() throws {
        try withTemporaryFolder { folder in
            try SamplePage().write(to: folder)
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).first {
                    $0.hasPrefix("survey-") && $0.hasSuffix(".js")
                })
            let script = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
                let code = line.drop(while: \.isWhitespace)
                #expect(!code.isEmpty && !code.hasPrefix("//") && !code.hasPrefix("/*") && !code.hasPrefix("* "))
            }
        }
    }

    @Test("a plan that names no language has a page in English")
    func noLanguage() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.languages = []
            _ = try sample.write(to: folder.appending(path: "page"))
            let index = try String(contentsOf: folder.appending(path: "page/index.html"), encoding: .utf8)
            #expect(index.contains("<html lang=\"en\" dir=\"ltr\">"))
        }
    }

    @Test("no file of the page names an address on the network")
    func noAddresses() throws {
        try withTemporaryFolder { folder in
            try SamplePage().write(to: folder)
            for name in ["index.html"] + (try PageFiles(folder).named) {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                    .replacing("xmlns='http://www.w3.org/2000/svg'", with: "")
                #expect(
                    text.firstMatch(of: /https?:|\/\/[a-z]+\.|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|import\(/)
                        == nil)
            }
        }
    }

    @Test("the plan is a script that nothing in it can end")
    func escaped() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(singleFile: true)
            sample.survey.question = [.english: "a</script><script>alert(1)</script>\u{2028}<!--"]
            let index = try sample.write(to: folder)
            let text = try String(contentsOf: index, encoding: .utf8)
            #expect(!text.contains("alert(1)</script>"))
            #expect(text.contains(#"a\u003c/script>\u003cscript>alert(1)\u003c/script>\u2028\u003c!--"#))
            #expect(!text.unicodeScalars.contains("\u{2028}"))
        }
    }

    @Test("the same plan gives the same bytes")
    func reproducible() throws {
        try withTemporaryFolder { folder in
            let sample = SamplePage()
            let (one, two) = (folder.appending(path: "one"), folder.appending(path: "two"))
            try sample.write(to: one)
            try sample.write(to: two)
            #expect(FileManager.default.contentsEqual(atPath: one.path, andPath: two.path))
        }
    }

    @Test("entries that share an image share its file")
    func sharedImages() throws {
        try withTemporaryFolder { folder in
            try SamplePage().write(to: folder) { entry in
                PageImage(sha256: "\(entry.index % 2)", png: try SamplePage.face(entry.index % 2, side: 16))
            }
            // Each of the two is shown up to four times in a seat, and has a name for each time.
            let images = try FileManager.default.contentsOfDirectory(
                atPath: PageFiles(folder).image("").deletingLastPathComponent().path)
            #expect(images.count == 8)
        }
    }

    @Test("only the languages asked for are on the page")
    func languages() throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage(languages: [.japanese]).write(to: folder)
            let plan = try String(contentsOf: PageFiles(folder).data, encoding: .utf8)
            #expect(try String(contentsOf: index, encoding: .utf8).contains("<html lang=\"ja\" dir=\"ltr\">"))
            #expect(plan.contains("どちらの画像がよく見えますか？"))
            #expect(!plan.contains("Which image looks better?"))
            #expect(!plan.contains("terminal"))
        }
    }

    @Test("a language that the frozen plan does not offer is refused")
    func languageNotOffered() {
        var sample = SamplePage()
        sample.survey.languages = [.english, .japanese]
        #expect(throws: SurveyPageError.languageNotOffered(.kansai, offered: [.english, .japanese])) {
            try SurveyPage(
                plan: FrozenPlan(sample.plan), texts: SurveyTexts.all(sample.survey), languages: [.kansai])
        }
    }

    @Test("a plan without trials is refused")
    func nothingToAsk() {
        var plan = SamplePage().plan
        plan.seats = []
        #expect(throws: SurveyPageError.nothingToAsk(study: "faces-1")) {
            try SurveyPage(plan: FrozenPlan(plan), texts: SurveyTexts.all(plan.survey))
        }
    }

    @Test("blanks around signs of scripts go, and those within texts and regular expressions stay")
    func tightScript() {
        let script = """
            // A comment.
            const text = "a = b, c" + 'd ? e : f' + `g => ${h} , i` // and one more
              /** Another. */
            if (a && b) { return text.replace(/x = y/g, "z") }
            const nested = `?${a ? ` = ${b}` : ""}`
            for (const [name, value] of pairs) put(name, value ?? { a: -1, b: a - -b })
            count += a + b * c - "d - e" + (f < g ? a++ + b : a + ++b)
            const list = {
              a: [ // One, {
                1,
                2, // Two
              ],
            }
            put(list)
            """
        #expect(
            PageTemplates.tightScript(script) == """
                const text="a = b, c"+'d ? e : f'+`g => ${h} , i` // and one more
                if(a&&b){return text.replace(/x = y/g, "z") }
                const nested = `?${a ? ` = ${b}` : ""}`
                for(const [name,value] of pairs)put(name,value??{a:-1,b:a - -b})
                count+=a+b*c-"d - e"+(f<g?a+++b:a + ++b)
                const list={a:[ // One, {
                1,2,// Two
                ],}
                put(list)
                """)
    }

    @Test("blanks and comments of styles go where they separate nothing")
    func tightStyles() {
        let styles = """
            /* A comment
               of two lines. */
            main > p, [data-side="left"] :hover { color: var(--a); margin: 0 calc(1px + 2px) }
            @media (min-width: 3px) and (hover) { p::before { content: "a, b"; } }
            """
        #expect(
            PageTemplates.tightStyles(styles)
                == #"main>p,[data-side="left"] :hover{color:var(--a);margin:0 calc(1px + 2px)}"#
                + #"@media (min-width:3px) and (hover){p::before{content:"a, b"}}"#)
    }

    /// The PNG file with a text chunk and trailing bytes that tell `secret`.
    private static func telling(_ secret: String, in png: [UInt8]) throws -> [UInt8] {
        let text = Array("tEXtComment\0\(secret)".utf8)
        let length = UInt32(text.count - 4).bigEndian
        let chunk = withUnsafeBytes(of: length) { Array($0) } + text + [0, 0, 0, 0]
        return Array(png[..<33]) + chunk + Array(png[33...]) + Array(secret.utf8)
    }

    @Test(
        "code and style of a page are at most 28 kB as servers send them, whatever its survey uses",
        arguments: [Submission.file, .collector], ["", "flip", "grades"])
    func weight(submission: Submission, uses part: String) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.submit = submission
            if part == "flip" { sample.survey.usedView.mode = .flip }
            if part == "grades" { sample.survey.scale = .graded }
            try sample.write(to: folder)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasPrefix("survey-") && ($0.hasSuffix(".js") || $0.hasSuffix(".css")) }
            #expect(names.count == 2)
            var bytes = 0
            for name in names {
                let file = folder.appending(path: name)
                let gzip = Process()
                gzip.executableURL = URL(filePath: "/bin/gzip")
                gzip.arguments = ["-9", "-k", file.path]
                try gzip.run()
                gzip.waitUntilExit()
                bytes += try Data(contentsOf: folder.appending(path: "\(name).gz")).count
            }
            #expect(bytes > 1_000 && bytes <= 28_000, "\(bytes)")
        }
    }
}
