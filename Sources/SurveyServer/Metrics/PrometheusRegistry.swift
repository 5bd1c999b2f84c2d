import CoreMetrics
import Synchronization

/// A backend of swift-metrics that keeps what was counted and timed, and writes it as Prometheus reads it.
///
/// Source: Prometheus' text-based exposition format, version 0.0.4.
final class PrometheusRegistry: MetricsFactory, Sendable {
    private let counters = Mutex<[Name: PrometheusCounter]>([:])
    private let timers = Mutex<[Name: PrometheusTimer]>([:])
    private let meters = Mutex<[Name: PrometheusMeter]>([:])

    /// What a series is called: its name, and its labels as they are written.
    private struct Name: Hashable, Comparable {
        let label: String
        let dimensions: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            self.label = label
            self.dimensions = dimensions.map { name, value in
                let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
                    "\n", with: "\\n")
                return "\(name)=\"\(escaped)\""
            }.joined(separator: ",")
        }

        /// The labels, with one more.
        func labels(_ more: String = "") -> String {
            let all = [dimensions, more].filter { !$0.isEmpty }.joined(separator: ",")
            return all.isEmpty ? "" : "{\(all)}"
        }

        static func < (one: Name, other: Name) -> Bool {
            (one.label, one.dimensions) < (other.label, other.dimensions)
        }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counters.withLock { Self.handler(Name(label, dimensions), in: &$0) { PrometheusCounter() } }
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        timers.withLock { Self.handler(Name(label, dimensions), in: &$0) { PrometheusTimer() } }
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        meters.withLock { Self.handler(Name(label, dimensions), in: &$0) { PrometheusMeter() } }
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate _: Bool) -> any RecorderHandler {
        meters.withLock { Self.handler(Name(label, dimensions), in: &$0) { PrometheusMeter() } }
    }

    // A series that was there stays: a process that forgets what it counted looks like one that restarted.
    func destroyCounter(_: any CounterHandler) {}
    func destroyRecorder(_: any RecorderHandler) {}
    func destroyTimer(_: any TimerHandler) {}
    func destroyMeter(_: any MeterHandler) {}

    private static func handler<Handler>(
        _ name: Name, in handlers: inout [Name: Handler], _ make: () -> Handler
    ) -> Handler {
        if let known = handlers[name] { return known }
        let new = make()
        handlers[name] = new
        return new
    }

    /// All series, in the order of their names.
    var text: String {
        var lines: [String] = []
        func write<Handler>(
            _ handlers: [Name: Handler], kind: String, _ lines: inout [String], _ series: (Name, Handler) -> [String]
        ) {
            var last: String?
            for (name, handler) in handlers.sorted(by: { $0.key < $1.key }) {
                if name.label != last { lines.append("# TYPE \(name.label) \(kind)") }
                last = name.label
                lines += series(name, handler)
            }
        }
        write(counters.withLock { $0 }, kind: "counter", &lines) { ["\($0.label)\($0.labels()) \($1.value)"] }
        write(meters.withLock { $0 }, kind: "gauge", &lines) { ["\($0.label)\($0.labels()) \($1.value)"] }
        write(timers.withLock { $0 }, kind: "histogram", &lines) { name, timer in
            let (counts, sum) = timer.seen
            var total: Int64 = 0
            var rows = zip(PrometheusTimer.bounds, counts).map { bound, count in
                total += count
                return "\(name.label)_bucket\(name.labels("le=\"\(bound)\"")) \(total)"
            }
            total += counts.last ?? 0
            rows.append("\(name.label)_bucket\(name.labels("le=\"+Inf\"")) \(total)")
            return rows + ["\(name.label)_sum\(name.labels()) \(sum)", "\(name.label)_count\(name.labels()) \(total)"]
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// A number that only grows.
final class PrometheusCounter: CounterHandler, Sendable {
    private let count = Atomic<Int64>(0)

    var value: Int64 { count.load(ordering: .relaxed) }

    func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }
}

/// A number that goes up and down.
final class PrometheusMeter: MeterHandler, RecorderHandler, Sendable {
    private let now = Mutex(0.0)

    var value: Double { now.withLock { $0 } }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { now.withLock { $0 = value } }
    func increment(by amount: Double) { now.withLock { $0 += amount } }
    func decrement(by amount: Double) { now.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// How long something took, in buckets.
final class PrometheusTimer: TimerHandler, Sendable {
    /// The upper ends of the buckets, in seconds; behind them is one without an end.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let buckets = Mutex((counts: [Int64](repeating: 0, count: bounds.count + 1), sum: 0.0))

    /// How many fell into each bucket, and the sum of all, in seconds.
    var seen: (counts: [Int64], sum: Double) { buckets.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        buckets.withLock { buckets in
            buckets.counts[place] += 1
            buckets.sum += seconds
        }
    }
}
