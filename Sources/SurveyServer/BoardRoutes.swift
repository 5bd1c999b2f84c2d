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

/// What the board's paths answer: the page, and the events by which it keeps up.
final class BoardRoutes: Sendable {
    private let board: StudyBoard
    private let token: String
    private let logger: Logger
    private let feed: BoardFeed
    /// The pages that were opened since this collector began, by ids that nobody can guess.
    private let openings = Mutex<Set<String>>([])

    /// After so many openings the pages of earlier ones are to be loaded again.
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
        guard Secret.areSame(String(given), token) else {
            throw Problem(.unauthorized, "expected ?token= with the token that the collector was started with")
        }
        let seen = try await BoardFeed.aside { [board] in try board.open() }
        logger.notice("the board was opened", metadata: ["shows": "\(seen.scope.rawValue)"])
        let opening = Secret.make()
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

    /// The board again and again, until the reader or the collector goes.
    func events(_ request: Request) throws -> Response {
        let opening = request.uri.queryParameters.get("opening") ?? ""
        guard openings.withLock({ $0.contains(opening) }) else {
            throw Problem(.unauthorized, "Load the board again: the collector has restarted.")
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

/// What a page of the board hears: the board after each pause.
private struct BoardEvents: AsyncSequence, Sendable {
    let feed: BoardFeed

    struct Iterator: AsyncIteratorProtocol {
        let feed: BoardFeed

        mutating func next() async throws -> ByteBuffer? {
            try await Task.sleep(for: BoardFeed.pause)
            let seen = try JSONEncoder().encode(try await feed.html())
            return ByteBuffer(string: "data: \(String(decoding: seen, as: UTF8.self))\n\n")
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(feed: feed) }
}

/// What is on the board, looked at once for all who watch.
private actor BoardFeed {
    /// How long a look is good for, at least.
    static let pause = Duration.seconds(5)

    private let board: StudyBoard
    private var latest: (html: String, until: ContinuousClock.Instant)?

    init(_ board: StudyBoard) { self.board = board }

    /// The board as HTML. A look at many votes takes long: it is good for nine times as long as it took, so that looking takes a
    /// tenth of one thread.
    func html() async throws -> String {
        let start = ContinuousClock.now
        if let latest, start < latest.until { return latest.html }
        let html = try await Self.aside { [board] in try board.look().html }
        latest = (html, .now + max(Self.pause, (ContinuousClock.now - start) * 9))
        return html
    }

    /// Does long work on a thread of its own, beside those that answer requests.
    static func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
        }
    }
}
