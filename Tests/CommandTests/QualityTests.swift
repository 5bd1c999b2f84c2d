import Foundation
import TestKit
import Testing

@Suite("Numbers for the quality of images", .endsHangs)
struct QualityTests {
    private struct Document: Decodable, Equatable {
        struct Table: Decodable, Equatable {
            struct Row: Decodable, Equatable {
                var measure: String
                var network, reference: Double
            }
            var pictures: Int
            var reference: String
            var rows: [Row]
        }
        var run: String
        var epoch: Int
        var table: Table
    }

    @Test("of a generator stand beside those of photographs, the same ones for the same seed")
    func generator() async throws {
        try await withTinyStudy { dotchi in
            let first = try await measure("faces32", dotchi)
            #expect(first.run == "faces32/1" && first.epoch == TinyStudy.epochs["faces32"])
            #expect(first.table.pictures == 16 && first.table.reference == "photographs")
            #expect(first.table.rows.map(\.measure).map { $0.suffix(5) } == ["32x32", "16x16", " mean", " mean"])
            // Four epochs of a tiny network: far from photographs, and more alike than they are.
            for row in first.table.rows { #expect(row.network > row.reference && row.reference > 0, "\(row)") }
            #expect(try await measure("faces32", dotchi) == first)
            let text = try await dotchi.well("runs", "quality", "faces32")
            #expect(text.contains("faces32/1, epoch 4, 16 pictures each") && text.contains("photographs"))
        }
    }

    @Test("of a super-resolution network stand beside bicubic enlargement")
    func enlargement() async throws {
        try await withTinyStudy { dotchi in
            let table = try await measure("enlarge32", dotchi).table
            #expect(table.rows.map(\.measure) == ["PSNR [dB]", "SSIM"] && table.reference == "bicubic")
            for row in table.rows { #expect(abs(row.network / row.reference - 1) < 0.2, "\(row)") }
            #expect(table.rows[0].reference > 15 && table.rows[1].reference < 1)
        }
    }

    @Test("of a super-resolution network are told when it is trained, the same as later; of others nothing is")
    func told() async throws {
        let talk = try await TinyStudy.made().training.talk
        let told = talk.split(separator: "\n").filter { $0.contains("held-out photographs") }
        try await withTinyStudy { dotchi in
            let numbers = try await measure("enlarge32", dotchi).table.rows.map { row in
                let (network, reference) = (row.network, row.reference)
                return row.measure + String(format: " %.4f (bicubic %.4f)", network, reference)
            }
            #expect(told == ["enlarge32: \(numbers.joined(separator: ", ")) on 16 held-out photographs"], "\(talk)")
            // Nothing was trained, so nothing is measured.
            #expect(try await !dotchi("train").talk.contains("held-out"))
        }
    }

    @Test("of a super-resolution network that may have learned from the photographs say so")
    func seen() async throws {
        try await withTinyStudy { dotchi in
            let note = "may have learned from those that are held out here"
            #expect(try await !dotchi("runs", "quality", "enlarge32").talk.contains(note))
            try await dotchi.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16", "--seed", "2")
            #expect(
                try await dotchi("runs", "quality", "enlarge32").talk.contains(
                    "note: enlarge32/1 was trained on another"))
            #expect(try await dotchi("runs", "quality", "enlarge32").talk.contains(note))
            let generator = try await dotchi("runs", "quality", "faces32").talk
            #expect(!generator.contains(note) && generator.contains("and is held against those of this study."))
        }
    }

    @Test("of images that are too small, or of a run that is not there, are refused with the reason")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            let small = try await dotchi.fails(65, "runs", "quality", "faces16")
            #expect(small.contains("16x16") && small.contains("at least 32x32"), "\(small)")
            let absent = try await dotchi.fails(66, "runs", "quality", "faces64")
            #expect(absent.contains("there is no run “faces64”"), "\(absent)")
        }
    }

    private func measure(_ run: String, _ dotchi: Dotchi) async throws -> Document {
        try decoded(Document.self, from: await dotchi.well("runs", "quality", run, "--json"))
    }
}
