import Foundation
import Synchronization
import TestKit
import Testing

/// A study whose collector runs: the real command, on a port that was free.
final class ServedStudy: Sendable {
    /// The study's command.
    let dotchi: Dotchi
    /// The port.
    let port: Int
    private let process: Process
    private let talk: Pipe

    /// What study.yaml has under `survey` in a study whose answers are sent.
    static let survey = "submit: collector, trials: 3,"

    /// Starts the collector of the study that `dotchi` works on, whose plan sends its answers.
    ///
    /// - Parameter port: the port; 0 takes a free one.
    init(
        _ dotchi: Dotchi, port wish: Int = 0, _ arguments: String..., isolation: isolated (any Actor)? = #isolation
    ) async throws {
        self.dotchi = dotchi
        process = Process()
        process.executableURL = dotchi.executable
        process.arguments = ["survey", "serve", "--port", "\(wish)"] + arguments
        process.currentDirectoryURL = dotchi.folder
        talk = Pipe()
        let output = Pipe()
        process.standardOutput = output
        process.standardError = talk
        try process.run()
        let said = Said()
        output.fileHandleForReading.readabilityHandler = { said.add($0.availableData) }
        talk.fileHandleForReading.readabilityHandler = { said.addTalk($0.availableData) }
        self.said = said
        let running = process
        try await eventually("the collector says where it listens") { said.port != nil || !running.isRunning }
        port = try #require(said.port, "\(said.talk)")
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    private let said: Said

    /// The port of its metrics.
    func metricsPort(isolation: isolated (any Actor)? = #isolation) async throws -> Int {
        try await eventually("the collector says where its metrics are") { words.contains("/metrics") }
        let match = words.firstMatch(of: /127\.0\.0\.1:([0-9]+)\/metrics/)
        return try #require(match.flatMap { Int($0.output.1) })
    }

    /// What was said on standard error so far.
    var words: String { said.talk }

    /// Ends it as a service manager does, and waits for it; its exit status.
    func end(isolation: isolated (any Actor)? = #isolation) async throws -> Int32 {
        kill(process.processIdentifier, SIGTERM)
        let process = process
        try await eventually("the collector ends") { !process.isRunning }
        return process.terminationStatus
    }

    /// Kills it.
    func kill9(isolation: isolated (any Actor)? = #isolation) async throws {
        kill(process.processIdentifier, SIGKILL)
        let process = process
        try await eventually("the collector is gone") { !process.isRunning }
    }

    /// A request.
    func request(
        _ method: String, _ path: String, secret: String? = nil, _ body: String = "", headers: [String: String] = [:]
    ) async throws -> HTTPExchange {
        var headers = headers
        if let secret { headers["Authorization"] = "Bearer \(secret)" }
        return try await HTTPExchange.request(method, path, port: port, headers: headers, body: Data(body.utf8))
    }

    /// A session that begins.
    func begin(plan: String) async throws -> Begun {
        let reply = try await request("POST", "/v1/sessions", #"{"plan":"\#(plan)"}"#)
        try #require(reply.status == 201, "\(reply.text)")
        return try JSONDecoder().decode(Begun.self, from: reply.body)
    }

    /// What the collector gives somebody who begins.
    struct Begun: Decodable {
        var session: String
        var secret: String
        var seat: Int
        var trials: [[String]]
        var checks: [String: String]
    }

    /// What became of answers.
    struct Taken: Decodable {
        var accepted: [String]
        var refused: [Refused]
        struct Refused: Decodable {
            var id: String
            var why: String
        }
    }

    /// How somebody leaves.
    struct Left: Decodable {
        var outcome: String
        var exit: String?
        var receipt: String?
    }
}

/// What a command said until now.
private final class Said: Sendable {
    private let both = Mutex<(output: Data, talk: Data)>((Data(), Data()))

    func add(_ data: Data) { both.withLock { $0.output += data } }
    func addTalk(_ data: Data) { both.withLock { $0.talk += data } }

    var talk: String { both.withLock { String(decoding: $0.talk, as: UTF8.self) } }

    /// The port of the address that was printed.
    var port: Int? {
        let text = both.withLock { String(decoding: $0.output, as: UTF8.self) }
        return text.firstMatch(of: /http:\/\/[^ ]*:([0-9]+)[^ ]*\n/).flatMap { Int($0.output.1) }
    }
}
