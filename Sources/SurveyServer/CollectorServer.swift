import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
package import Workflows

/// The collector over HTTP.
package struct CollectorServer: Sendable {
    private let collector: Collector
    private let board: StudyBoard?
    private let options: ServerOptions
    private let logger: Logger

    /// A server of `collector`.
    ///
    /// - Parameter board: the study's board, which the options have a token for; nil where nobody sees it here.
    package init(_ collector: Collector, board: StudyBoard?, options: ServerOptions, logger: Logger) {
        self.collector = collector
        self.board = board
        self.options = options
        self.logger = logger
    }

    /// Serves until SIGTERM, SIGINT or the cancellation of the task; requests that were taken are answered first.
    ///
    /// - Parameters:
    ///   - listening: told the port, once people can come.
    ///   - measuring: told the port of the metrics, once they can be read.
    /// - Throws: where an address cannot be listened on.
    package func run(
        listening: @escaping @Sendable (Int) -> Void, measuring: @escaping @Sendable (Int) -> Void
    ) async throws {
        let metrics = CollectorMetrics(collector)
        let application = Application(
            router: CollectorRoutes(collector, board: board, metrics: metrics, options: options, logger: logger)
                .router(),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(ServerOptions.patience)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(options.host, port: options.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(options.connections)),
            onServerRunning: { channel in listening(channel.localAddress?.port ?? 0) },
            logger: logger)
        let measurements = options.metricsPort.map { port in
            Application(
                router: metrics.router(), configuration: .init(address: .hostname("127.0.0.1", port: port)),
                onServerRunning: { channel in measuring(channel.localAddress?.port ?? 0) }, logger: logger)
        }
        let services: [any Service] = [application] + (measurements.map { [$0] } ?? [])
        try await ServiceGroup(
            configuration: .init(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }
}
