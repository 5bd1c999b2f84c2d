import Foundation
import TestKit
import Testing

/// The collector behind the proxy that docs/collector.md shows.
@Suite(
    "The collector behind nginx", .endsHangs,
    .enabled(if: Tool.isThere("nginx"), "nginx is not installed; `make setup-test` installs it"))
struct ProxyTests {
    /// nginx with the example of the documentation, but for its port, its certificate, and where its log lies.
    private func configuration(_ folder: URL, port: Int, collector: Int) throws -> String {
        let docs = try String(
            contentsOf: Project.root.appending(path: "docs/collector.md"), encoding: .utf8)
        let example = try #require(docs.firstMatch(of: /(?s)```nginx\n(.*?)```/)).output.1
        let server = example.replacing("listen 443 ssl;", with: "listen 127.0.0.1:\(port);")
            .replacing(/ssl_certificate.*;\n/, with: "").replacing("127.0.0.1:8080", with: "127.0.0.1:\(collector)")
            .replacing("/var/log/nginx/faces.log", with: folder.appending(path: "access.log").path)
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path \(folder.path)/\($0);"
        }.joined(separator: "\n")
        return """
            pid \(folder.path)/pid;
            error_log \(folder.path)/error.log;
            daemon off;
            events {}
            http {
            \(places)
            \(server)
            }
            """
    }

    @Test("the documented example serves page, answers and exit below its path, and logs no query")
    func example() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(TinyStudy.yaml.replacing("trials: 3,", with: ServedStudy.survey), to: dotchi.folder)
            let plan = try await dotchi.well("survey", "plan", "--seats", "4").trimmingCharacters(in: .newlines)
            let served = try await ServedStudy(
                dotchi, "--base-path", "/faces", "--trust-proxy", "--sessions-per-address", "2")
            let folder = dotchi.folder.deletingLastPathComponent().appending(path: "nginx")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // A port that was free just now.
            let port = try FaultyProxy(before: served.port, []).port
            let file = folder.appending(path: "nginx.conf")
            try configuration(folder, port: port, collector: served.port)
                .write(to: file, atomically: true, encoding: .utf8)
            let nginx = Process()
            nginx.executableURL = URL(filePath: "/usr/bin/env")
            nginx.arguments = ["nginx", "-p", folder.path, "-c", file.path]
            try nginx.run()
            defer { nginx.terminate() }
            try await eventually("nginx answers") {
                let asked = Data("GET /faces/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8)
                return (try? HTTPExchange.reply(to: asked, port: port))?.starts(with: Data("HTTP/1.1 200".utf8)) == true
            }
            let page = try await HTTPExchange.request("GET", "/faces/?PROLIFIC_PID=p1secret", port: port)
            #expect(page.status == 200 && page.headers["content-security-policy"] != nil)
            for name in page.text.matches(of: /(?:src|href)="([^"]+\.(?:js|css))"/).map({ String($0.output.1) }) {
                #expect(try await HTTPExchange.request("GET", "/faces/\(name)", port: port).status == 200, "\(name)")
            }
            let body = Data(#"{"plan":"\#(plan)"}"#.utf8)
            let begun = try JSONDecoder().decode(
                ServedStudy.Begun.self,
                from: try await HTTPExchange.request("POST", "/faces/v1/sessions", port: port, body: body).body)
            var answers = AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))
            (answers.session, answers.seat) = (begun.session, begun.seat)
            let secret = ["Authorization": "Bearer \(begun.secret)"]
            let taken = try await HTTPExchange.request(
                "POST", "/faces/v1/answers", port: port, headers: secret, body: Data(answers.text.utf8))
            #expect(taken.status == 200, "\(taken.text)")
            let left = try await HTTPExchange.request(
                "POST", "/faces/v1/finish", port: port, headers: secret,
                body: Data(#"{"session":"\#(begun.session)"}"#.utf8))
            #expect(left.text.contains(#""outcome":"finished""#), "\(left.text)")
            // The address is the one that nginx saw, whatever a person writes there.
            let forged = ["X-Forwarded-For": "10.0.0.\(Int.random(in: 1...200))"]
            let second = try await HTTPExchange.request(
                "POST", "/faces/v1/sessions", port: port, headers: forged, body: body)
            let third = try await HTTPExchange.request(
                "POST", "/faces/v1/sessions", port: port, headers: forged, body: body)
            // Both may begin where a minute ended between them.
            #expect(second.status == 201 && [429, 201].contains(third.status))
            #expect(third.status == 201 || third.headers["retry-after"] != nil)
            let log = try String(contentsOf: folder.appending(path: "access.log"), encoding: .utf8)
            #expect(log.contains("/faces/v1/answers 200") && !log.contains("p1secret"), "\(log)")
            #expect(try await served.end() == 0)
        }
    }
}
