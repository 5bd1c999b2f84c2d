import HTTPTypes
import Hummingbird

/// The headers that each reply has: what a page may do, and nothing of who asks.
struct PageHeaders: RouterMiddleware {
    typealias Context = CollectorContext

    /// The Content Security Policy.
    let policy: String
    /// The origins of other hosts whose pages may send.
    let origins: [String]
    /// What replies are counted by.
    let metrics: CollectorMetrics

    private static let fixed: HTTPFields = {
        var headers = HTTPFields()
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"), ("Vary", "Origin"),
        ] {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return headers
    }()

    func handle(
        _ request: Request, context: CollectorContext, next: (Request, CollectorContext) async throws -> Response
    ) async throws -> Response {
        let origin = request.headers[.origin].flatMap { origins.contains($0) ? $0 : nil }
        var response: Response
        if request.method == .options {
            response = Response(status: origin == nil ? .forbidden : .noContent)
            if origin != nil {
                response.headers[.accessControlAllowMethods] = "GET, POST"
                response.headers[.accessControlAllowHeaders] = "authorization, content-type"
                response.headers[.accessControlMaxAge] = "600"
            }
        } else {
            do {
                response = try await next(request, context)
            } catch let error as any HTTPResponseError {
                response = try error.response(from: request, context: context)
            }
        }
        metrics.answered(response.status)
        if let origin { response.headers[.accessControlAllowOrigin] = origin }
        response.headers.append(contentsOf: Self.fixed)
        if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = policy }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
