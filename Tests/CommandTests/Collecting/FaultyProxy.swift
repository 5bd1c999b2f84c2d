import Foundation
import Glibc
import Synchronization
import TestKit
import Testing

/// Stands before a collector, and spoils some of the requests that bring answers.
final class FaultyProxy: Sendable {
    /// What becomes of a request.
    enum Fault: Sendable {
        /// The collector never sees it; the reply has this status.
        case status(Int)
        /// The collector takes it, and its reply is lost.
        case lostReply
        /// Nothing ever comes back.
        case silence
    }

    /// Its port.
    let port: Int
    private let listener: Int32
    private let faults: Mutex<[Fault]>
    /// Connections that are kept open without a word.
    private let held = Mutex<[Int32]>([])

    /// A proxy before the collector at `collector`, which spoils the first requests so.
    init(before collector: Int, _ faults: [Fault]) throws {
        self.faults = Mutex(faults)
        let (listener, port) = try LocalSocket.listener()
        self.listener = listener
        self.port = port
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                guard let proxy = self else {
                    close(connection)
                    return
                }
                Thread.detachNewThread { proxy.answer(connection, collector) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        for connection in held.withLock({ $0 }) { close(connection) }
    }

    /// How many faults are still to come.
    var left: Int { faults.withLock { $0.count } }

    private func answer(_ connection: Int32, _ collector: Int) {
        guard let request = Self.request(of: connection) else {
            close(connection)
            return
        }
        let bringsAnswers = request.starts(with: Data("POST /v1/answers".utf8))
        let fault = bringsAnswers ? faults.withLock { $0.isEmpty ? nil : $0.removeFirst() } : nil
        switch fault {
        case .silence: return held.withLock { $0.append(connection) }
        case .status(let status):
            let reply = "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            LocalSocket.send(Data(reply.utf8), to: connection)
        case .lostReply: _ = try? HTTPExchange.reply(to: request, port: collector)
        case nil: (try? HTTPExchange.reply(to: request, port: collector)).map { LocalSocket.send($0, to: connection) }
        }
        close(connection)
    }

    /// The request of a connection, which is to be closed after it.
    private static func request(of connection: Int32) -> Data? {
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let end = received.range(of: Data("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = head.lowercased().firstMatch(of: /content-length: *([0-9]+)/).flatMap { Int($0.output.1) }
                if received.count >= end.upperBound + (length ?? 0) {
                    let lines = head.split(separator: "\r\n").filter { !$0.lowercased().hasPrefix("connection:") }
                    let closed = lines.joined(separator: "\r\n") + "\r\nConnection: close\r\n\r\n"
                    return Data(closed.utf8) + received[end.upperBound...]
                }
            }
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return nil }
            received += buffer[..<count]
        }
    }
}
