import Analysis
import Crypto
import Foundation
import Study
import Testing

@testable import Reports

/// Pages of reports may do nothing but show themselves, and say so to the browser.
struct PagePolicyTests {
    @Test("the policy allows the page's own style and pictures as data, and nothing else", arguments: ["en", "ja"])
    func policy(language: String) throws {
        var page = try SamplePages.page()
        page.report.words = .of(language == "en" ? .english : .japanese)
        let html = page.html
        let style = try #require(html.firstMatch(of: /<style>([^<]*)<\/style>/)).output.1
        let hash = Data(SHA256.hash(data: Array(style.utf8))).base64EncodedString()
        #expect(
            html.contains(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                    + "style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'\">"))
        // What the policy would keep from working is not there: one style sheet, and no style in an element.
        #expect(html.ranges(of: "<style").count == 1 && !html.contains(" style=\"") && !html.contains(" on" + "load="))
    }

    @Test("images that could not be shown are told by condition and method, in the page and in Markdown")
    func failedImages() throws {
        var page = try SamplePages.page()
        let without = page.html
        let condition = try #require(page.summary.conditions.first?.name)
        let method = try #require(page.summary.rates.first?.method)
        page.report.contents.failedImages = [FailedImages(condition: condition, method: method, images: 31)]
        let sentence = "their pairs were skipped and have no votes"
        #expect(!without.contains(sentence))
        #expect(page.html.contains(sentence) && page.html.contains(": 31."))
        let markdown = try #require(page.told.failedImages)
        #expect(markdown.contains(page.label(method)) && markdown.contains(": 31."))
    }
}
