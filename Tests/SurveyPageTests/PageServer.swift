import Foundation
import Glibc
import TestKit
import Testing

/// A web server of the test's own that gives out a folder, one request a connection.
final class PageServer: Sendable {
    /// The page.
    let index: URL
    private let listener: Int32

    /// A server of `folder`, on a port that was free.
    init(_ folder: URL) throws {
        let (listener, port) = try LocalSocket.listener()
        self.listener = listener
        index = try #require(URL(string: "http://127.0.0.1:\(port)/index.html"))
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { Self.answer(connection, folder) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private static let types = ["html": "text/html", "js": "text/javascript", "css": "text/css", "png": "image/png"]

    private static func answer(_ connection: Int32, _ folder: URL) {
        defer { close(connection) }
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return }
            request += buffer[..<count]
        }
        let words = String(decoding: request, as: UTF8.self).split(separator: " ")
        let path = words.count > 1 ? words[1].prefix { $0 != "?" } : "/"
        let file = folder.appending(path: path == "/" ? "index.html" : String(path.dropFirst()))
        let body = try? Data(contentsOf: file)
        let head = """
            HTTP/1.1 \(body == nil ? "404 Not Found" : "200 OK")\r
            Content-Type: \(types[file.pathExtension] ?? "text/plain")\r
            Content-Length: \(body?.count ?? 0)\r
            Cache-Control: no-store\r
            Connection: close\r
            \r

            """
        LocalSocket.send(Data(head.utf8) + (body ?? Data()), to: connection)
    }
}
