package import Foundation

/// A page in a real browser whose scripts a test can ask, whatever the browser.
@MainActor
package protocol ScriptedPage {
    /// Goes to an address and waits until the page is loaded.
    func go(to address: URL) throws

    /// The value of a JavaScript expression.
    func evaluate<Value: Decodable>(_ expression: String, as type: Value.Type) throws -> Value

    /// Waits until a JavaScript expression is true.
    func wait(until condition: String) throws
}

extension BrowserPage: ScriptedPage {}
