import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What was wrong with a request, as its reply says it.
///
/// Source: RFC 9457, "Problem Details for HTTP APIs".
struct Problem: Error, HTTPResponseError {
    let status: HTTPResponse.Status
    /// What was wrong, and what to do.
    let detail: String
    /// After how many seconds to try again.
    var retryAfter: Int?
    /// Where the person is sent; nil where nowhere.
    var exit: String?

    /// A problem of a status.
    init(_ status: HTTPResponse.Status, _ detail: String, retryAfter: Int? = nil, exit: String? = nil) {
        self.status = status
        self.detail = detail
        self.retryAfter = retryAfter
        self.exit = exit
    }

    private struct Body: Encodable {
        let title: String
        let status: Int
        let detail: String
        let exit: String?
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        let body = Body(title: status.reasonPhrase, status: status.code, detail: detail, exit: exit)
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(body)))
        )
    }
}
