import Foundation
import TestKit
import Testing

@Suite("Before anything is trained", .endsHangs)
struct BeforeTrainingTests {
    @Test(
        "all networks are looked at: what keeps a later one from being trained ends the command before the first is",
        arguments: [
            // A setting other than the one it was trained with so far.
            (
                "faces16: {kind: dcgan, size: 16, latent: 8", "faces16: {kind: dcgan, size: 16, latent: 9",
                "runs/faces16 was trained with other settings: latent was 8 and now is 9"
            ),
            // More than the photographs that were added; study.yaml plans enough.
            (
                "maps: [8, 4], batch: 16", "maps: [8, 4], batch: 40",
                "network enlarge32 takes 40 photographs in a step (batch), and there are only 32"
            ),
        ])
    func laterNetwork(old: String, new: String, says: String) async throws {
        try await withTinyStudy { dotchi in
            let runs = try await dotchi.well("runs", "--json")
            let planned = TinyStudy.yaml.replacing("count: 48", with: "count: 480").replacing(old, with: new)
            #expect(planned.contains(new))
            try TinyStudy.write(planned, to: dotchi.folder)
            let talk = try await dotchi.fails(65, "train", "--epochs", "6")
            #expect(talk.contains(says), "\(talk)")
            let timed = try await dotchi.fails(65, "train", "--budget", "1h")
            #expect(timed.contains(says), "\(timed)")
            #expect(try await dotchi.well("runs", "--json") == runs)
        }
    }

    @Test("a resume file that lies about its tensors is refused by name")
    func lyingResumeFile() async throws {
        try await withTinyStudy { dotchi in
            let file = dotchi.folder.appending(path: "runs/enlarge32/resume.safetensors")
            let whole = try Data(contentsOf: file)
            try whole.dropLast(4).write(to: file)
            let talk = try await dotchi.fails(65, "train", "--epochs", "6")
            #expect(talk.contains("enlarge32/resume.safetensors") && talk.contains("cut off"), "\(talk)")
            #expect(try await dotchi.well("runs", "show", "faces32").contains("trained: 4 epochs"))
            try whole.write(to: file)
            try await dotchi.well("train")
        }
    }

    @Test("checkpoints that the disk cannot hold are counted: nothing is trained, and the room they need is told")
    func noRoom() async throws {
        try await withTinyStudy { dotchi in
            let runs = try await dotchi.well("runs", "--json")
            let huge = """
                networks:
                  huge: {kind: dcgan, size: 256, width: 1024, batch: 16, epochs: 10000000, checkpoint_every: 1}
                """
            try TinyStudy.write(TinyStudy.yaml.replacing("networks:", with: huge), to: dotchi.folder)
            let talk = try await dotchi.fails(74, "train")
            #expect(talk.contains(/training needs up to [0-9]+ PB .*\(huge up to [0-9]+ PB\), and .* are free where/))
            #expect(talk.contains("checkpoint_every") && !talk.contains("enlarge32"), "\(talk)")
            #expect(try await dotchi.well("runs", "--json") == runs)
            try await dotchi.well("train", "--method", "B")
        }
    }

    @Test("another training of the same network is noticed, and disturbed in nothing")
    func twoAtOnce() async throws {
        try await withLongStudy(epochs: 100_000, checkpointEvery: 100_000) { dotchi in
            let first = try await dotchi.held(
                at: "training: step", turn: 3, "train", "--network", "long", "--threads", "1")
            for arguments in [["train"], ["train", "--network", "long", "--epochs", "3"]] {
                let talk = try await dotchi.fails(75, arguments)
                #expect(talk.contains("network long is being trained by another dotchi, in"), "\(talk)")
            }
            // Other networks are free.
            try await dotchi.well("train", "--network", "faces16", "--epochs", "4", "--threads", "1")
            #expect(try await first.interrupt() == .status(130))
            try await dotchi.well("train", "--network", "long", "--epochs", "1", "--threads", "1")
        }
    }

    @Test("going on with another number of threads is told, with both")
    func otherThreads() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("train", "--network", "faces16", "--epochs", "4", "--threads", "1")
            let same = try await dotchi("train", "--network", "faces16", "--epochs", "5", "--threads", "1")
            #expect(!same.talk.contains("note:"), "\(same.talk)")
            let other = try await dotchi("train", "--network", "faces16", "--epochs", "6", "--threads", "2")
            #expect(other.status == 0)
            #expect(
                other.talk.contains(
                    /faces16 was trained on cpu with 1 thread \(.*\) and goes on on cpu with 2 threads/),
                "\(other.talk)")
        }
    }
}
