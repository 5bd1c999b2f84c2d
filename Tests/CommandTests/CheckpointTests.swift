import Foundation
import TestKit
import Testing

@Suite("Checkpoints that are not as they were recorded", .endsHangs)
struct CheckpointTests {
    private static let last = "runs/faces32/checkpoint-000004.safetensors"

    @Test("the last one, changed: doctor and refresh name it and what mends it, which it does")
    func changedLast() async throws {
        try await withTinyStudy { dotchi in
            #expect(try await dotchi.well("doctor").contains("\nok       checkpoints: 9, all as they were recorded\n"))
            let file = dotchi.folder.appending(path: Self.last)
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count - 1] ^= 1
            try bytes.write(to: file)

            let remedy = "`dotchi train --network faces32 --epochs 4` writes it again"
            let ending = try await dotchi("doctor")
            #expect(ending.status == 65)
            #expect(
                ending.output.contains(
                    "\nwrong    checkpoints: the checkpoint \(file.path) is damaged: its content is not what was written"
                )
            )
            #expect(ending.output.contains(remedy), "\(ending.output)")
            #expect(try await dotchi.fails(65, "pool", "refresh", "--seed", "2").contains(remedy))

            try FileManager.default.removeItem(at: file)
            try await dotchi.well("train", "--network", "faces32", "--epochs", "4")
            #expect(try await dotchi.well("doctor").contains("checkpoints: 9, all"))
            #expect(try await dotchi.well("pool", "refresh", "--condition", "equal-iterations").isEmpty)
        }
    }

    @Test("an earlier one, cut off or gone: it is put back, or the network trained again")
    func earlier() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "runs/faces32/checkpoint-000001.safetensors")
            let bytes = try Data(contentsOf: file)
            try bytes.dropLast(100).write(to: file)
            let cut = try await dotchi("doctor")
            #expect(cut.status == 65)
            #expect(cut.output.contains("\(file.path) is damaged: tensor ") && cut.output.contains("cut off"))
            #expect(cut.output.contains("Put a copy of it back, or move runs/faces32 away"), "\(cut.output)")

            try FileManager.default.removeItem(at: file)
            let gone = try await dotchi("doctor")
            #expect(gone.status == 66)
            #expect(
                gone.output.contains("\nmissing  checkpoints: the checkpoint \(file.path) is gone."), "\(gone.output)")
            try bytes.write(to: file)
            try await dotchi.well("doctor")
        }
    }

    @Test("a damaged resume file is named by doctor and train; moved away, training starts over")
    func resumeFile() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "runs/enlarge32/resume.safetensors")
            try Data(contentsOf: file).dropLast(100).write(to: file)
            let ending = try await dotchi("doctor")
            #expect(
                ending.status == 65 && ending.output.contains("\(file.path), from which training goes on, is damaged"))
            let talk = try await dotchi.fails(65, "train", "--network", "enlarge32")
            #expect(
                talk.contains("\(file.path) cannot be resumed: tensor ") && talk.contains("Move it away"), "\(talk)")
            try FileManager.default.removeItem(at: file)
            try await dotchi.well("train", "--network", "enlarge32")
            try await dotchi.well("doctor")
        }
    }
}
