import Foundation
import TestKit
import Testing

@Suite("Training with no space left", .endsHangs)
struct FullDiskTests {
    @Test("ends with the file that could not be written, keeps what was there, and goes on when there is room")
    func goesOn() async throws {
        try await withTinyStudy { dotchi in
            let wide =
                "networks:\n  wide: {kind: dcgan, size: 16, latent: 8, width: 48, batch: 16, checkpoint_every: 1}"
            try TinyStudy.write(TinyStudy.yaml.replacing("networks:", with: wide), to: dotchi.folder)
            try await dotchi.well("train", "--network", "wide", "--threads", "1", "--epochs", "1")
            let folder = dotchi.folder.appending(path: "runs/wide")
            let resume = folder.appending(path: "resume.safetensors")
            let before = try Data(contentsOf: resume)
            #expect(before.count > 1 << 20, "the resume file must not fit into the limit below")

            // Files may grow to 1 MiB; the signal that says so is not taken, so that writing fails as on a full disk.
            var limited = dotchi
            limited.executable = URL(filePath: "/bin/bash")
            let ending = try await limited(
                "-c", "trap '' XFSZ; ulimit -f 1024; exec \"$0\" \"$@\"", dotchi.executable.path, "train", "--network",
                "wide", "--threads", "1", "--epochs", "3")
            #expect(ending.status == 74, "\(ending.status): \(ending.talk)")
            #expect(ending.talk.contains("resume.safetensors"), "\(ending.talk)")
            #expect(try Data(contentsOf: resume) == before)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(
                names.filter { !$0.hasPrefix("checkpoint-") && !$0.hasPrefix("samples-") }.sorted().filter {
                    $0 != "position.json"
                } == ["resume.safetensors"], "\(names)")

            let rest = try await dotchi("train", "--network", "wide", "--threads", "1", "--epochs", "3")
            #expect(rest.status == 0 && rest.talk.contains("going on after epoch 1"), "\(rest.talk)")
            try await withTinyStudy { whole in
                try TinyStudy.write(TinyStudy.yaml.replacing("networks:", with: wide), to: whole.folder)
                try await whole.well("train", "--network", "wide", "--threads", "1", "--epochs", "3")
                let file = "runs/wide/checkpoint-000003.safetensors"
                let one = try Safetensors(dotchi.folder.appending(path: file))
                let other = try Safetensors(whole.folder.appending(path: file))
                #expect(one.tensors == other.tensors && one.data == other.data)
            }
        }
    }
}
