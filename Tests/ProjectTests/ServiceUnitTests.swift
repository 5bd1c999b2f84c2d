import Foundation
import TestKit
import Testing

/// The unit of systemd that docs/collector.md shows, read by systemd's own tool; nothing is started.
@Suite(
    "The service of the collector", .endsHangs,
    .enabled(if: canAnalyze(), "there is no systemd-analyze of version 250 or newer"))
struct ServiceUnitTests {
    @Test("the documented unit has no fault, and leaves little of the machine open")
    func unit() throws {
        let docs = try String(contentsOf: Project.root.appending(path: "docs/collector.md"), encoding: .utf8)
        let example = try #require(docs.firstMatch(of: /(?s)```ini\n(.*?)```/)).output.1
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "faces.service")
            // A program that is there.
            try example.replacing("/usr/local/bin/dotchi", with: "/usr/bin/env dotchi")
                .write(to: file, atomically: true, encoding: .utf8)
            let faults = try ProgramRun("systemd-analyze", "verify", file.path)
            #expect(faults.status == 0 && faults.said.isEmpty, "\(faults.said)")
            // 20 is 2.0 of 10; a unit without these lines has 9.6.
            let security = try ProgramRun(
                "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", file.path)
            #expect(security.status == 0, "\(security.said)")
        }
    }
}

/// Whether systemd's tool is here, starts, and looks at files of units without a systemd that runs.
private func canAnalyze() -> Bool {
    guard Tool.isThere("systemd-analyze"), let run = try? ProgramRun("systemd-analyze", "--version"),
        let version = run.said.firstMatch(of: /systemd ([0-9]+)/).flatMap({ Int($0.output.1) })
    else { return false }
    return run.status == 0 && version >= 250
}
