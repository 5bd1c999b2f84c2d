import Hummingbird
import NIOCore

/// A request's context, with the address that it comes from.
struct CollectorContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the connection comes from: the participant, or the proxy before this collector.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
