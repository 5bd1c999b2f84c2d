import Foundation
import TestKit
import Testing

@Suite("The report of a training run", .endsHangs)
struct TrainingReportTests {
    @Test("has every epoch as `runs show` tells it, and pictures of every checkpoint")
    func numbers() async throws {
        try await withTinyStudy { dotchi in
            let facts = try await dotchi.well("runs", "show", "faces32", "--report", "report.html")
            let html = try report(dotchi)
            let epochs = facts.split(separator: "\n").map { $0.split(separator: " ") }.filter {
                $0.count == 7 && Int($0[0]) != nil
            }
            #expect(epochs.count == TinyStudy.epochs["faces32"])
            for epoch in epochs {
                let start = "<tr><td class=\"number\">\(epoch[0])</td><td class=\"number\">\(epoch[1])</td>"
                #expect(html.contains(start), "\(epoch)")
            }
            #expect(html.contains("Training of faces32") && html.contains(">procedural<"))
            // One a checkpoint, and the last one whole.
            #expect(html.matches(of: /<img width="134" height="134"/).count == epochs.count)
            #expect(html.matches(of: /<img width="270" height="270"/).count == 1)
        }
    }

    @Test("leaves out pictures that are gone, and those of a later run in their place")
    func gone() async throws {
        try await withTinyStudy { dotchi in
            let runs = dotchi.folder.appending(path: "runs")
            try await dotchi.well("runs", "show", "enlarge32", "--report", "report.html")
            #expect(try report(dotchi).contains("This page shows photographs"))
            // Another network's weights where this run's were.
            for epoch in 1...2 {
                let file = "checkpoint-00000\(epoch).safetensors"
                try FileManager.default.removeItem(at: runs.appending(path: "enlarge32/\(file)"))
                try FileManager.default.copyItem(
                    at: runs.appending(path: "faces16/\(file)"), to: runs.appending(path: "enlarge32/\(file)"))
            }
            try await dotchi.well("runs", "show", "enlarge32", "--report", "report.html")
            let html = try report(dotchi)
            #expect(html.contains("No samples of this run lie beside") && !html.contains("<img"))
        }
    }

    private func report(_ dotchi: Dotchi) throws -> String {
        try String(contentsOf: dotchi.folder.appending(path: "report.html"), encoding: .utf8)
    }
}
