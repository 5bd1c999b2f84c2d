import CoreMetrics
import HTTPTypes
import Hummingbird
import NIOCore
import Workflows

/// What is counted of a collector at work. Nothing of it names a person, a session or what was chosen.
struct CollectorMetrics: Sendable {
    private let registry = PrometheusRegistry()
    private let collector: Collector
    private let begun: Counter
    private let accepted: Counter
    private let refused: Counter
    private let failures: Counter
    private let taking: CoreMetrics.Timer
    private let finished: Meter
    private let underWay: Meter
    private let replies: [Counter]

    /// The metrics of `collector`, all at 0.
    init(_ collector: Collector) {
        self.collector = collector
        let registry = registry
        begun = Counter(label: "dotchi_sessions_begun_total", factory: registry)
        accepted = Counter(label: "dotchi_events_accepted_total", factory: registry)
        refused = Counter(label: "dotchi_events_refused_total", factory: registry)
        failures = Counter(label: "dotchi_store_failures_total", factory: registry)
        taking = CoreMetrics.Timer(label: "dotchi_answers_seconds", factory: registry)
        finished = Meter(label: "dotchi_people", dimensions: [("state", "finished")], factory: registry)
        underWay = Meter(label: "dotchi_people", dimensions: [("state", "under_way")], factory: registry)
        replies = (1...5).map {
            Counter(label: "dotchi_http_replies_total", dimensions: [("status", "\($0)xx")], factory: registry)
        }
    }

    /// A session was let in.
    func began() { begun.increment() }

    /// Answers are on disk, so long after they came: so many events, those that were there before among them.
    func took(accepted taken: Int, refused left: Int, in duration: Duration) {
        let (seconds, rest) = duration.components
        taking.recordNanoseconds(seconds * 1_000_000_000 + rest / 1_000_000_000)
        accepted.increment(by: taken)
        refused.increment(by: left)
    }

    /// The store could not be written or read.
    func failed() { failures.increment() }

    /// A request was answered.
    func answered(_ status: HTTPResponse.Status) {
        let kind = status.code / 100 - 1
        if replies.indices.contains(kind) { replies[kind].increment() }
    }

    /// All of it as Prometheus reads it.
    var text: String {
        let people = collector.people
        finished.set(people.finished)
        underWay.set(people.underWay)
        return registry.text
    }

    /// What answers at the address for metrics, and at no other.
    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: text)))
        }
        return router
    }
}
