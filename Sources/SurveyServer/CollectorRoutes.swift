import Answers
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Study
import StudyStore
import SurveyPage
import Workflows

/// What each path answers.
struct CollectorRoutes: Sendable {
    private let collector: Collector
    private let options: ServerOptions
    private let rate: SessionRate
    private let logger: Logger
    private let board: BoardRoutes?
    private let metrics: CollectorMetrics

    init(
        _ collector: Collector, board: StudyBoard?, metrics: CollectorMetrics, options: ServerOptions, logger: Logger
    ) {
        self.collector = collector
        self.metrics = metrics
        self.board = board.flatMap { board in options.boardToken.map { BoardRoutes(board, token: $0, logger: logger) } }
        self.options = options
        self.logger = logger
        rate = SessionRate(most: options.sessionsPerMinute, ofAddress: options.sessionsPerMinuteAndAddress)
    }

    func router() -> Router<CollectorContext> {
        let router = Router(context: CollectorContext.self)
        router.add(
            middleware: PageHeaders(
                policy: collector.page.policy, origins: collector.plan.survey.origins, metrics: metrics))
        let root = options.basePath.isEmpty ? router.group() : router.group(RouterPath(options.basePath))
        root.get("/") { _, _ in try page("index.html") }
        root.get("/healthz") { _, _ in Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "ok\n"))) }
        if let board {
            root.get("/board") { request, _ in try await board.page(request) }
            root.get("/board/events") { request, _ in try board.events(request) }
        }
        root.get("/{file}") { _, context in try page(context.parameters.require("file")) }
        root.get("/\(collector.page.imageFolder)/{image}") { _, context in
            try await image(context.parameters.require("image"))
        }
        root.post("/v1/sessions") { request, context in try await begin(request, context) }
        root.get("/v1/sessions/{session}") { request, context in
            try await resume(context.parameters.require("session"), request)
        }
        root.post("/v1/answers") { request, _ in try await take(request) }
        root.post("/v1/quota") { request, _ in try await place(request) }
        root.post("/v1/finish") { request, _ in try await finish(request) }
        return router
    }

    // MARK: - The page

    private func page(_ name: String) throws -> Response {
        guard let file = collector.page.files[name] else { throw Problem(.notFound, "There is no such page.") }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.type,
                .cacheControl: file.isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache",
            ], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    private func image(_ file: String) async throws -> Response {
        guard file.hasSuffix(".png"), let image = try collector.page.image(String(file.dropLast(4))) else {
            throw Problem(.notFound, "There is no such image.")
        }
        return Response(
            status: .ok,
            headers: [.contentType: "image/png", .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: ByteBuffer(bytes: image)))
    }

    // MARK: - Answers

    private struct Beginning: Decodable {
        let plan: String
    }

    private struct Begun: Encodable {
        let session: String
        let secret: String
        let seat: Int
        let trials: [[String]]
        let texts: [String]
        let checks: [String: String]

        init(_ begun: Collector.Begun) {
            session = begun.session
            secret = begun.secret
            seat = begun.seat
            trials = begun.content.trials
            texts = begun.content.texts
            checks = begun.content.checks
        }
    }

    private func begin(_ request: Request, _ context: CollectorContext) async throws -> Response {
        let beginning: Beginning = try await decoded(request)
        let now = Int64(Date.now.timeIntervalSince1970)
        if let seconds = rate.refusal(of: address(request, context), at: now) {
            throw Problem(.tooManyRequests, "Many people begin at this moment. Try again.", retryAfter: seconds)
        }
        switch try stored({ try collector.admit(toPlan: beginning.plan) }) {
        case .begun(let begun):
            metrics.began()
            return try json(Begun(begun), status: .created)
        case .full(let exit): throw Problem(.conflict, "The study is full.", exit: exit)
        case .closed: throw Problem(.gone, "This plan is not in use any more. Load the page again.")
        }
    }

    private struct Taken: Encodable {
        let accepted: [String]
        let refused: [Refused]
    }

    private struct Refused: Encodable {
        let id: String
        let line: Int?
        let why: String
    }

    private func take(_ request: Request) async throws -> Response {
        let secret = try secret(of: request)
        let body = try await body(of: request, atMost: ServerOptions.mostBytes)
        let taking: Collector.Taking
        let start = ContinuousClock.now
        do {
            taking = try await collector.take(body, secret: secret)
        } catch {
            throw unavailable(error)
        }
        switch taking {
        case .taken(let receipt):
            metrics.took(
                accepted: receipt.accepted.count, refused: receipt.refused.count, in: ContinuousClock.now - start)
            return try json(
                Taken(
                    accepted: receipt.accepted,
                    refused: receipt.refused.map { Refused(id: $0.id, line: $0.line, why: $0.why) }))
        case .unreadable(let why): throw Problem(.badRequest, why)
        case .unauthorised: throw Problem(.unauthorized, Self.notOwn)
        case .refused(let why, let isGone): throw Problem(isGone ? .gone : .conflict, why)
        }
    }

    private struct Resumed: Encodable {
        let begun: Begun
        /// The answer file so far; nil where nothing was answered.
        let answers: String?
    }

    private func resume(_ session: String, _ request: Request) async throws -> Response {
        let secret = try secret(of: request)
        guard let found = try stored({ try collector.resume(session: session, secret: secret) }) else {
            throw Problem(.unauthorized, Self.notOwn)
        }
        let answers = found.answers.map { String(decoding: $0.bytes, as: UTF8.self) }
        return try json(Resumed(begun: Begun(found.begun), answers: answers))
    }

    private struct Placed: Encodable {
        let placed: Bool
    }

    private func place(_ request: Request) async throws -> Response {
        let asking: Ending = try await decoded(request)
        let secret = try secret(of: request)
        switch try stored({ try collector.place(session: asking.session ?? "", secret: secret) }) {
        case .placed: return try json(Placed(placed: true))
        case .full: throw Problem(.conflict, "The study is full for people with such answers.")
        case nil: throw Problem(.unauthorized, Self.notOwn)
        }
    }

    private struct Ending: Decodable {
        let session: String?
        let reason: String?
    }

    private struct Left: Encodable {
        let outcome: String
        let exit: String?
        let receipt: String?
    }

    private func finish(_ request: Request) async throws -> Response {
        let ending: Ending = try await decoded(request)
        let leaving: Collector.Leaving?
        if let session = ending.session {
            let secret = try secret(of: request)
            leaving = try stored { try collector.finish(session: session, secret: secret) }
            if leaving == nil { throw Problem(.unauthorized, Self.notOwn) }
        } else {
            leaving = ending.reason.flatMap(ExitReason.init).flatMap(collector.exit)
        }
        guard let leaving else {
            throw Problem(
                .badRequest, "expected {\"session\": ID}, or {\"reason\": \"declined\"} before a session began")
        }
        return try json(Left(outcome: leaving.outcome.rawValue, exit: leaving.exit, receipt: leaving.receipt))
    }

    // MARK: - Requests and replies

    private static let notOwn = "The secret is not that of this session."

    private func secret(of request: Request) throws -> String {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count <= 200 else {
            throw Problem(.unauthorized, "expected the header Authorization: Bearer SECRET")
        }
        return String(words[1])
    }

    private func body(of request: Request, atMost most: Int) async throws -> [UInt8] {
        if let encoding = request.headers[.contentEncoding], encoding != "identity" {
            throw Problem(.unsupportedMediaType, "expected a body that is not compressed")
        }
        let tooLarge = Problem(.contentTooLarge, "expected a body of at most \(most) bytes; send it in parts")
        if let length = request.headers[.contentLength].flatMap(Int.init), length > most { throw tooLarge }
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in request.body {
                    guard bytes.count + part.readableBytes <= most else { throw tooLarge }
                    bytes.append(contentsOf: part.readableBytesView)
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: .seconds(ServerOptions.patience))
                throw Problem(.requestTimeout, "the body did not come")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private func decoded<Value: Decodable>(_ request: Request) async throws -> Value {
        let body = try await body(of: request, atMost: ServerOptions.mostSmallBytes)
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body))
        } catch {
            throw Problem(.badRequest, "expected a JSON object as docs/collector.md has it")
        }
    }

    private func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }

    private func stored<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw unavailable(error)
        }
    }

    /// The store cannot be written or read at this moment: nothing was taken, and the same can be sent again.
    private func unavailable(_ error: any Error) -> Problem {
        metrics.failed()
        logger.error("the store refuses", metadata: ["why": "\(error)"])
        return Problem(.serviceUnavailable, "The answers cannot be stored at this moment. Try again.", retryAfter: 5)
    }

    /// Who asks: what a proxy says, where one is trusted, else where the connection comes from.
    private func address(_ request: Request, _ context: CollectorContext) -> String {
        guard options.trustsProxy, let name = HTTPField.Name("X-Forwarded-For"), let said = request.headers[name] else {
            return context.address
        }
        // The last one is what the proxy itself saw; those before it anybody can write.
        return said.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? context.address
    }
}
