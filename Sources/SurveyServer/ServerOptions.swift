/// How a collector is reached, and how much it takes from strangers.
package struct ServerOptions: Sendable {
    /// The address it listens on: a name or a number of this machine.
    package var host = "127.0.0.1"
    /// Its port; 0 takes a free one.
    package var port = 8080
    /// What stands before all paths: `/faces`, without a slash at its end; empty for nothing.
    package var basePath = ""
    /// Whether a proxy says who asks (`X-Forwarded-For`).
    package var trustsProxy = false
    /// The most sessions that begin in a minute, in all.
    package var sessionsPerMinute = 600
    /// The same from one address; nil for any number, since a lecture hall shares one.
    package var sessionsPerMinuteAndAddress: Int?
    /// The token by which the board is seen, where there is one.
    package var boardToken: String?
    /// The port of this machine alone where Prometheus reads metrics, 0 for a free one; nil for none.
    package var metricsPort: Int?
    /// The most connections at a time.
    package var connections = 2_000

    /// A collector for this machine alone.
    package init() {}

    /// The most bytes of a request's answers.
    static let mostBytes = 1 << 20
    /// The most bytes of any other body.
    static let mostSmallBytes = 4096
    /// After how many seconds a connection is closed that says nothing, and a body given up that does not come.
    static let patience = 30
}
