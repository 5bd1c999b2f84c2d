import Foundation
import Glibc
import Testing

/// A web server of the test's own that gives out a folder, one request a connection.
final class PageServer: Sendable {
    /// The page.
    let index: URL
    private let listener: Int32

    /// A server of `folder`, on a port that was free.
    init(_ folder: URL) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        try #require(isOpen)
        self.listener = listener
        index = try #require(URL(string: "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/index.html"))
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
        var rest = Array(head.utf8) + Array(body ?? Data())
        while !rest.isEmpty {
            let count = send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return }
            rest.removeFirst(count)
        }
    }
}
