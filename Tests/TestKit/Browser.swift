package import Foundation

/// A real headless Chromium with a storage of its own, for tests of pages: what one keeps, no other sees.
@MainActor
package final class Browser {
    private let process: BrowserProcess
    private let context: String

    /// Where files are saved that pages offer.
    package let downloads: URL

    /// A browser that was never used before.
    ///
    /// - Parameter downloads: the folder for files that pages offer.
    /// - Throws: ``BrowserError`` where no Chromium is installed: then the test fails, it is not skipped.
    package init(downloads: URL) throws {
        process = try BrowserProcess.shared()
        context = try process.call("Target.createBrowserContext")["browserContextId"] as? String ?? ""
        self.downloads = downloads
        try process.call(
            "Browser.setDownloadBehavior",
            ["behavior": "allow", "downloadPath": downloads.path, "browserContextId": context])
    }

    isolated deinit { _ = try? process.call("Target.disposeBrowserContext", ["browserContextId": context]) }

    /// Opens a new tab; `script` runs in each document before its own scripts.
    package func open(_ address: URL? = nil, before script: String? = nil) throws -> BrowserPage {
        let target = try process.call("Target.createTarget", ["url": "about:blank", "browserContextId": context])
        let page = try BrowserPage(process: process, target: target["targetId"] as? String ?? "")
        if let script { try page.call("Page.addScriptToEvaluateOnNewDocument", ["source": script]) }
        if let address { try page.go(to: address) }
        return page
    }
}
