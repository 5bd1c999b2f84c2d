import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Reports
import ServiceLifecycle
import Study
import Synchronization
import Workflows

/// What the board's paths answer: the page, and what becomes of it.
final class BoardRoutes: Sendable {
    private let board: StudyBoard
    private let token: String
    private let logger: Logger
    private let feed: BoardFeed
    /// The pages that were opened since this collector began, by ids that nobody can guess.
    private let openings = Mutex<Set<String>>([])

    /// How many of the openings may go on to hear what becomes of the board.
    private static let mostOpenings = 1_000

    init(_ board: StudyBoard, token: String, logger: Logger) {
        self.board = board
        self.token = token
        self.logger = logger
        feed = BoardFeed(board)
    }

    /// The page, which says that it was opened before it shows anything.
    func page(_ request: Request) async throws -> Response {
        let given = request.uri.queryParameters.get("token") ?? ""
        guard Collector.areSame(String(given), token) else {
            throw Problem(.unauthorized, "expected ?token= with the token that the collector was started with")
        }
        let seen = try await BoardFeed.aside { [board] in try board.open() }
        logger.notice("the board was opened", metadata: ["shows": "\(seen.scope.rawValue)"])
        let opening = Collector.secret()
        openings.withLock { openings in
            if openings.count >= Self.mostOpenings { openings.removeAll() }
            openings.insert(opening)
        }
        let page = seen.livePage(events: "board/events?opening=\(opening)")
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8",
                // The page's own policy is narrower.
                .contentSecurityPolicy: "frame-ancestors 'none'",
            ], body: .init(byteBuffer: ByteBuffer(string: page)))
    }

    /// The board again and again, whenever something changed, until the reader or the collector goes.
    func events(_ request: Request) throws -> Response {
        let opening = request.uri.queryParameters.get("opening") ?? ""
        guard openings.withLock({ $0.contains(opening) }) else {
            throw Problem(.unauthorized, "Load the board again: the collector was started anew since.")
        }
        var headers: HTTPFields = [.contentType: "text/event-stream"]
        // nginx hands on what comes as it comes.
        if let name = HTTPField.Name(parsed: "X-Accel-Buffering") { headers[name] = "no" }
        // A collector that ends is not held by who watches.
        return Response(
            status: .ok, headers: headers,
            body: .init(asyncSequence: BoardEvents(feed: feed).cancelOnGracefulShutdown()))
    }
}

/// What a page of the board hears: after each pause the board where it changed, else that it is still heard.
private struct BoardEvents: AsyncSequence, Sendable {
    let feed: BoardFeed

    struct Iterator: AsyncIteratorProtocol {
        let feed: BoardFeed
        var last = ""

        mutating func next() async throws -> ByteBuffer? {
            try await Task.sleep(for: BoardFeed.pause)
            let seen = try await feed.html()
            // A comment keeps proxies from taking the connection for dead.
            guard seen != last else { return ByteBuffer(string: ":\n\n") }
            last = seen
            return ByteBuffer(
                string: "data: \(String(decoding: try JSONEncoder().encode(seen), as: UTF8.self))\n\n")
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(feed: feed) }
}

/// What is on the board, looked at once for all who watch.
private actor BoardFeed {
    /// How long a look is good for.
    static let pause = Duration.seconds(5)

    private let board: StudyBoard
    private var latest: (html: String, at: ContinuousClock.Instant)?

    init(_ board: StudyBoard) { self.board = board }

    /// The board as HTML, at most as old as ``pause``.
    func html() async throws -> String {
        if let latest, ContinuousClock.now - latest.at < Self.pause { return latest.html }
        let html = try await Self.aside { [board] in try board.look().html }
        latest = (html, .now)
        return html
    }

    /// Does long work on a thread of its own, beside those that answer requests.
    static func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
        }
    }
}
