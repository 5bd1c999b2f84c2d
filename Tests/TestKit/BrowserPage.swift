package import Foundation

/// One tab of a ``Browser``: what a person can do to it, and what can be seen of it.
@MainActor
package final class BrowserPage {
    private let process: BrowserProcess
    private let target: String
    private let session: String

    init(process: BrowserProcess, target: String) throws {
        self.process = process
        self.target = target
        let attached = try process.call("Target.attachToTarget", ["targetId": target, "flatten": true])
        session = attached["sessionId"] as? String ?? ""
        for domain in ["Page", "Runtime", "Network"] { try call("\(domain).enable") }
        try call("Emulation.setFocusEmulationEnabled", ["enabled": true])
        try resize(width: 1280, height: 800)
    }

    /// Addresses of all that the page asked for so far.
    package var requests: [String] {
        process.told("Network.requestWillBeSent", session: session).compactMap {
            ($0["request"] as? [String: Any])?["url"] as? String
        }
    }

    /// Errors of the page's scripts so far.
    package var scriptErrors: [String] {
        process.told("Runtime.exceptionThrown", session: session).map { "\($0["exceptionDetails"] ?? $0)" }
    }

    /// The kinds of dialogs that the page opened so far. One that asks whether the person wants to leave is answered with yes,
    /// unless the page was left by ``startReload()``.
    package var dialogs: [String] {
        process.told("Page.javascriptDialogOpening", session: session).compactMap { $0["type"] as? String }
    }

    /// Goes to an address and waits until the page is loaded.
    package func go(to address: URL) throws {
        forgetLoads()
        let answer = try call("Page.navigate", ["url": address.absoluteString])
        if let error = answer["errorText"] { throw BrowserError("\(address): \(error)") }
        try awaitLoad()
    }

    /// Loads the page again and waits until it is loaded.
    package func reload() throws {
        forgetLoads()
        try call("Page.reload")
        try awaitLoad()
    }

    /// Begins to load the page again, which first asks whether the person wants to leave (``answerDialog(accept:)``).
    package func startReload() throws {
        forgetLoads()
        process.leaveDialogs(session, toTest: true)
        try call("Page.reload")
    }

    /// Waits for the dialog that the page opens, answers it, and says what kind it was (`alert`, `beforeunload`, ...).
    package func answerDialog(accept: Bool) throws -> String {
        let dialog = try process.await("Page.javascriptDialogOpening", session: session)
        try call("Page.handleJavaScriptDialog", ["accept": accept])
        process.leaveDialogs(session, toTest: false)
        return dialog["type"] as? String ?? ""
    }

    /// Makes the window `width` by `height` CSS pixels of `scale` device pixels, on a phone if `phone`.
    package func resize(width: Int, height: Int, scale: Double = 1, phone: Bool = false) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone,
                "screenWidth": width, "screenHeight": height,
            ])
        try call("Emulation.setTouchEmulationEnabled", ["enabled": phone])
    }

    /// Asks for dark colours, or light ones.
    package func prefer(dark: Bool) throws {
        try call(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
    }

    /// The value of a JavaScript expression (of a promise, what it resolves to).
    package func evaluate<Value: Decodable>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
        let answer = try call(
            "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
        if let error = answer["exceptionDetails"] as? [String: Any] {
            throw BrowserError("\(expression): \((error["exception"] as? [String: Any])?["description"] ?? error)")
        }
        let value = (answer["result"] as? [String: Any])?["value"] ?? NSNull()
        return try JSONDecoder().decode(
            type, from: try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
    }

    /// Runs JavaScript statements.
    package func run(_ statements: String) throws {
        _ = try evaluate("(() => { \(statements)\n return true })()", as: Bool.self)
    }

    /// Waits until a JavaScript expression is true.
    package func wait(until condition: String) throws {
        do {
            try eventually(condition) {
                do {
                    return try evaluate("Boolean(\(condition))", as: Bool.self)
                } catch let error as BrowserError where error.isOfNavigation {
                    // The page went to another address meanwhile, which may be what is waited for.
                    return false
                }
            }
        } catch let error as HangError {
            let seen = try evaluate("document.body.innerText", as: String.self)
            throw BrowserError("\(error). The page says: \(seen)")
        }
    }

    /// Waits until the element of a CSS selector can be seen and is enabled.
    package func wait(for selector: String) throws {
        try wait(
            until: "(e => e && e.checkVisibility() && !e.disabled)(document.querySelector('\(selector)'))")
    }

    /// Presses and lets go of a key, by its `KeyboardEvent.key`.
    package func press(_ key: String) throws { try hold(key, repeats: 0) }

    /// Presses and lets go of the key at a place (`KeyboardEvent.code`) that gives `key` in the person's layout.
    package func press(_ key: String, at place: String) throws {
        for type in ["keyDown", "keyUp"] {
            try call("Input.dispatchKeyEvent", ["type": type, "key": key, "code": place])
        }
    }

    /// Moves the mouse to the middle of the element of a CSS selector.
    package func hover(_ selector: String) throws {
        let middle = try middle(of: selector)
        try call("Input.dispatchMouseEvent", ["type": "mouseMoved", "x": middle["x"] ?? 0, "y": middle["y"] ?? 0])
    }

    /// Holds a key down until it has repeated itself so many times.
    package func hold(_ key: String, repeats: Int) throws {
        var event: [String: Any] = ["key": key]
        if let code = Self.virtualKeys[key] {
            event["windowsVirtualKeyCode"] = code
            event["code"] = key
        } else {
            event["text"] = key
            event["code"] = "Key\(key.uppercased())"
        }
        if key == "Enter" { event["text"] = "\r" }
        for count in 0...repeats {
            try call("Input.dispatchKeyEvent", event.merging(["type": "keyDown", "autoRepeat": count > 0]) { $1 })
        }
        try call("Input.dispatchKeyEvent", event.merging(["type": "keyUp"]) { $1 })
    }

    /// Waits for the element of a CSS selector and clicks in its middle (on a phone: taps).
    package func click(_ selector: String, touch: Bool = false) throws {
        let middle = try middle(of: selector)
        if touch {
            try call("Input.dispatchTouchEvent", ["type": "touchStart", "touchPoints": [middle]])
            try call("Input.dispatchTouchEvent", ["type": "touchEnd", "touchPoints": [Any]()])
        } else {
            try click(at: middle, count: 1)
        }
    }

    /// Waits for the element of a CSS selector and clicks in its middle twice.
    package func doubleClick(_ selector: String) throws {
        let middle = try middle(of: selector)
        for count in 1...2 { try click(at: middle, count: count) }
    }

    /// Writes what the window shows as a PNG file.
    package func screenshot(to file: URL) throws {
        let picture = try call("Page.captureScreenshot", ["format": "png"])["data"] as? String ?? ""
        try Data(base64Encoded: picture)?.write(to: file)
    }

    /// Brings the tab to the front.
    package func bringToFront() throws { try call("Page.bringToFront") }

    /// Closes the tab, without asking.
    package func close() throws { try process.call("Target.closeTarget", ["targetId": target]) }

    @discardableResult
    func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        try process.call(method, parameters, session: session)
    }

    private func middle(of selector: String) throws -> [String: Double] {
        try wait(for: selector)
        return try evaluate(
            """
            (e => { e.scrollIntoView({ block: "nearest" }); const r = e.getBoundingClientRect();
              return { x: r.x + r.width / 2, y: r.y + r.height / 2 } })(document.querySelector('\(selector)'))
            """)
    }

    private func click(at point: [String: Double], count: Int) throws {
        for type in ["mousePressed", "mouseReleased"] {
            try call(
                "Input.dispatchMouseEvent",
                ["type": type, "x": point["x"] ?? 0, "y": point["y"] ?? 0, "button": "left", "clickCount": count])
        }
    }

    private func awaitLoad() throws { _ = try process.await("Page.loadEventFired", session: session) }

    private func forgetLoads() { process.forget("Page.loadEventFired", session: session) }

    private static let virtualKeys = [
        "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Backspace": 8, "Enter": 13, "Tab": 9,
        "Escape": 27,
    ]
}
