package import Foundation
import Glibc

/// One request to a server of this machine, byte for byte as the test wants it, and what came back.
package struct HTTPExchange: Sendable {
    /// The status; nil where nothing came that is a reply.
    package let status: Int?
    /// The headers by their names in lower case.
    package let headers: [String: String]
    /// The body.
    package let body: Data

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// Sends a request and reads until the server closes.
    ///
    /// - Parameters:
    ///   - isWhole: whether `Content-Length` says how long the body is; else the headers say it.
    ///   - pieces: into how many pieces the request is cut, each sent alone.
    package static func request(
        _ method: String, _ path: String, port: Int, headers: [String: String] = [:], body: Data = Data(),
        isWhole: Bool = true
    ) async throws -> HTTPExchange {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        if isWhole { head += "Content-Length: \(body.count)\r\n" }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        return try await send(Data((head + "\r\n").utf8) + body, port: port)
    }

    /// Sends these bytes, whatever they are.
    package static func send(_ bytes: Data, port: Int) async throws -> HTTPExchange {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try HTTPExchange(sending: bytes, port: port) }) }
        }
    }

    private init(sending bytes: Data, port: Int) throws {
        let received = [UInt8](try Self.reply(to: bytes, port: port))
        let end = Data(received).range(of: Data("\r\n\r\n".utf8))
        let head = String(decoding: received[..<(end?.lowerBound ?? 0)], as: UTF8.self).split(separator: "\r\n")
        status = head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        headers = Dictionary(
            head.dropFirst().compactMap { line in
                line.firstIndex(of: ":").map {
                    (line[..<$0].lowercased(), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
                }
            }
        ) { first, _ in first }
        let rest = Data(received[(end?.upperBound ?? 0)...])
        body = headers["transfer-encoding"] == "chunked" ? Self.joined(rest) : rest
    }

    /// Sends these bytes and reads until the server closes; what came, byte for byte.
    package static func reply(to bytes: Data, port: Int) throws -> Data {
        let connection = try LocalSocket.connection(to: port)
        defer { close(connection) }
        // A server may answer and close before all of it was sent.
        LocalSocket.send(bytes, to: connection)
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return Data(received)
    }

    /// The parts of a chunked body.
    private static func joined(_ body: Data) -> Data {
        var (rest, all) = (body[...], Data())
        while let end = rest.range(of: Data("\r\n".utf8)),
            let count = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), count > 0
        {
            let start = end.upperBound
            all += rest[start..<min(start + count, rest.endIndex)]
            guard start + count + 2 <= rest.endIndex else { break }
            rest = rest[(start + count + 2)...]
        }
        return all
    }
}
