package import Foundation
import Glibc

/// A real headless Firefox that was never used before, with one tab, for tests of pages. It is driven by Marionette, its
/// own protocol: JSON on a local connection, each message with its length before it.
@MainActor
package final class Firefox: ScriptedPage {
    /// Why no Firefox can be driven here; nil where one can.
    package nonisolated static let lack: String? =
        program == nil ? "no Firefox on the PATH (apt-get install firefox-esr)" : nil

    private nonisolated static let program = ["firefox-esr", "firefox"].lazy.compactMap(Tool.place).first

    private let shell: Process
    private let alive: Pipe
    private let connection: Int32
    private var unread: [UInt8] = []
    private var lastID = 0

    /// Starts the browser.
    package init() throws {
        guard let program = Self.program else { throw BrowserError(Self.lack ?? "no Firefox") }
        let profile = FileManager.default.temporaryDirectory.appending(path: "dotchi-firefox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let settings = [
            "marionette.port": "0", "browser.shell.checkDefaultBrowser": "false", "app.update.enabled": "false",
        ]
        let lines = settings.map { "user_pref(\"\($0.key)\", \($0.value));\n" }.sorted().joined()
        try Data(lines.utf8).write(to: profile.appending(path: "user.js"))
        // The browser ends when the pipe does, that is with the tests; then the shell clears its profile away. All of them
        // inherit the mask of a task's thread, which blocks what could be asked by a signal, and `wait` relies on one too.
        shell = Process()
        alive = Pipe()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [
            "-c",
            """
            exec 3<&0
            (cat <&3 >/dev/null; kill -KILL "$(cat "$0/pid")" 2>/dev/null; rm -rf "$0") &
            sh -c 'echo $$ > "$0/pid"; exec "$@"' "$0" "$@" 3<&-
            rm -rf "$0"
            """, profile.path, program.path, "--headless", "--marionette", "--profile", profile.path, "about:blank",
        ]
        shell.environment = ProcessInfo.processInfo.environment.merging(["HOME": profile.path]) { $1 }
        shell.standardInput = alive
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        connection = try Self.connect(portIn: profile.appending(path: "MarionetteActivePort"), of: shell)
        _ = try receive()
        try call("WebDriver:NewSession", [:])
        let patience = Int(HangLimit.wait) * 1000
        try call("WebDriver:SetTimeouts", ["script": patience, "pageLoad": patience])
    }

    isolated deinit {
        _ = try? call("Marionette:Quit", ["flags": ["eForceQuit"]])
        close(connection)
        try? alive.fileHandleForWriting.close()
        shell.waitUntilExit()
    }

    package func go(to address: URL) throws {
        try call("WebDriver:Navigate", ["url": address.absoluteString])
    }

    package func evaluate<Value: Decodable>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
        let script = "return JSON.stringify(\(expression))"
        let answer = try call("WebDriver:ExecuteScript", ["script": script, "args": [Any]()])
        guard let text = answer["value"] as? String else { throw BrowserError("\(expression): it has no value") }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    package func wait(until condition: String) throws {
        try eventually(condition) { try evaluate("Boolean(\(condition))", as: Bool.self) }
    }

    @discardableResult
    private func call(_ command: String, _ parameters: [String: Any]) throws -> [String: Any] {
        lastID += 1
        let message = try JSONSerialization.data(withJSONObject: [0, lastID, command, parameters] as [Any])
        var rest = Array("\(message.count):".utf8) + Array(message)
        while !rest.isEmpty {
            let count = send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { throw BrowserError("Firefox has gone: \(String(cString: strerror(errno)))") }
            rest.removeFirst(count)
        }
        let answer = try receive() as? [Any] ?? []
        guard answer.count == 4, answer[1] as? Int == lastID else { throw BrowserError("\(command): \(answer)") }
        if let error = answer[2] as? [String: Any] {
            throw BrowserError("\(command): \(error["message"] ?? error)")
        }
        return answer[3] as? [String: Any] ?? [:]
    }

    /// The next message.
    private func receive() throws -> Any {
        let deadline = ContinuousClock.now + .seconds(HangLimit.wait)
        while true {
            if let colon = unread.firstIndex(of: UInt8(ascii: ":")),
                let length = Int(String(decoding: unread[..<colon], as: UTF8.self)), unread.count > colon + length
            {
                let message = Data(unread[(colon + 1)...(colon + length)])
                unread.removeFirst(colon + 1 + length)
                return try JSONSerialization.jsonObject(with: message)
            }
            guard ContinuousClock.now < deadline else {
                throw BrowserError("no answer from Firefox within \(HangLimit.wait) s")
            }
            var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 1000) > 0 else { continue }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(connection, &bytes, bytes.count)
            guard count > 0 else { throw BrowserError("Firefox has gone") }
            unread += bytes[..<count]
        }
    }

    /// Connects to the port that Firefox writes down once it listens.
    private static func connect(portIn file: URL, of shell: Process) throws -> Int32 {
        var port: UInt16?
        try eventually("Firefox says where it listens") {
            guard shell.isRunning else { throw BrowserError("Firefox ended before it listened") }
            port = (try? String(contentsOf: file, encoding: .utf8)).flatMap(UInt16.init)
            return port != nil
        }
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = (port ?? 0).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw BrowserError("no connection to Firefox: \(String(cString: strerror(errno)))") }
        return connection
    }
}
