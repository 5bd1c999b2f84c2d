import Foundation
import TestKit
import Testing

@Suite("Figures of a study", .endsHangs)
struct FigureTests {
    private static let methodA = ["samples-A.png", "stages-A.png", "interpolation-A.png"]
    private static let methodB = ["samples-B.png", "stages-B.png", "interpolation-B.png"]

    @Test("are drawn of every method, with captions, and are the same bytes for the same seed")
    func everyMethod() async throws {
        try await withTinyStudy { dotchi in
            let lines = try await captions(dotchi("figures"))
            #expect(lines.map(\.file) == (Self.methodA + Self.methodB).map { path(dotchi, "figures/\($0)") })
            let captions = lines.map(\.caption)
            #expect(captions[0] == "method A (faces32 after 4 epochs), seed 1: 32 images")
            #expect(captions[1].hasSuffix("of samples-A.png; rows: stage 1 (16x16), stage 2 (32x32)"), "\(captions[1])")
            #expect(captions[2].contains("image 1 to 2, 3 to 4, 5 to 6 of samples-A.png, in 9 equal steps"))
            #expect(captions[4].hasPrefix("method B (faces16 after 3 epochs, enlarge32 after 2 epochs), seed 1: "))
            #expect(captions[4].hasSuffix("rows: DCGAN (16x16), bicubic (32x32), SRCNN (32x32)"), "\(captions[4])")
            let first = try figures(in: dotchi.folder.appending(path: "figures"))
            #expect(first.count == 6 && Set(first.values).count == 6)
            #expect(
                try sizes(first) == [
                    "samples-A.png": [270, 134], "stages-A.png": [270, 66], "interpolation-A.png": [304, 100],
                    "samples-B.png": [270, 134], "stages-B.png": [270, 100], "interpolation-B.png": [304, 100],
                ])

            try await dotchi.well("figures", "--out", "again", "--seed", "1")
            #expect(try figures(in: dotchi.folder.appending(path: "again")) == first)
            try await dotchi.well("figures", "--out", "other", "--seed", "2", "--method", "B")
            let other = try figures(in: dotchi.folder.appending(path: "other"))
            #expect(other.keys.sorted() == Self.methodB.sorted())
            for (name, bytes) in other { #expect(bytes != first[name], "\(name)") }
        }
    }

    @Test("are of any kept checkpoint, and of runs that came with a file")
    func checkpoints() async throws {
        try await withTinyStudy { dotchi in
            let chosen = ["figures", "--method", "B", "--method", "A", "--epoch", "2"]
            let early = try await captions(dotchi(chosen))
            #expect(early.count == 6 && early[0].caption.contains("faces32 after 2 epochs"), "\(early)")
            #expect(early[3].caption.contains("faces16 after 2 epochs, enlarge32 after 2 epochs"), "\(early)")
            let own = try figures(in: dotchi.folder.appending(path: "figures"))

            let parent = Dotchi(folder: dotchi.folder.deletingLastPathComponent())
            try await parent.well("init", "other")
            let other = Dotchi(folder: parent.folder.appending(path: "other"))
            try TinyStudy.write(TinyStudy.yaml, to: other.folder)
            for network in ["faces32", "faces16", "enlarge32"] {
                try await dotchi.well("runs", "export", network, "../\(network).safetensors", "--epoch", "2")
                try await other.well("runs", "import", "../\(network).safetensors")
            }
            try await other.well("figures")
            #expect(try figures(in: other.folder.appending(path: "figures")) == own)
            let absent = try await dotchi.fails(66, "figures", "--epoch", "4", "--method", "B")
            #expect(absent.contains("faces16/1 has no checkpoint of 4 epochs; kept are 1, 2, 3"), "\(absent)")
        }
    }

    @Test("show photographs only when asked, and then say so")
    func photographs() async throws {
        try await withTinyStudy { dotchi in
            let ending = try await dotchi("figures", "--photographs", "--method", "B")
            let line = try #require(captions(ending).last)
            #expect(line.file == path(dotchi, "figures/photographs-enlarge32.png"))
            #expect(
                line.caption == """
                    enlarge32 after 2 epochs: 8 held-out photographs; rows: photograph (32x32), scaled down (16x16), \
                    bicubic (32x32), SRCNN (32x32)
                    """)
            #expect(ending.talk.contains("photographs-enlarge32.png shows photographs: mind their terms"))
            let files = try figures(in: dotchi.folder.appending(path: "figures"))
            #expect(try files.count == 4 && sizes(files)["photographs-enlarge32.png"] == [270, 134])

            try await dotchi.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16", "--seed", "2")
            let others = try await captions(dotchi("figures", "--photographs", "--method", "B"))
            #expect(
                others.last?.caption.contains("held-out photographs (the network was trained on another choice") == true
            )
            let none = try await dotchi.fails(64, "figures", "--photographs", "--method", "A")
            #expect(none.contains("the methods A have none; leave it out"), "\(none)")
        }
    }

    @Test("of one step have no figure of stages; bicubic enlargement is a step")
    func steps() async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(
                TinyStudy.yaml.replacing(
                    "methods:\n",
                    with: """
                          bicubic32: {kind: bicubic, size: 32, factor: 2}
                        methods:
                          C: {chain: [faces16, bicubic32]}
                          D: {chain: [faces16]}
                          E: {label: from elsewhere, chain: []}

                        """), to: dotchi.folder)
            let lines = try await captions(dotchi("figures", "--method", "C", "--method", "D"))
            #expect(
                lines.map { $0.file.split(separator: "/").last } == [
                    "samples-C.png", "stages-C.png", "interpolation-C.png", "samples-D.png", "interpolation-D.png",
                ])
            #expect(lines[1].caption.hasSuffix("rows: DCGAN (16x16), bicubic (32x32)"), "\(lines[1].caption)")
            let elsewhere = try await dotchi.fails(64, "figures", "--method", "E")
            #expect(elsewhere.contains("method E has no networks"), "\(elsewhere)")
            let unknown = try await dotchi.fails(64, "figures", "--method", "F")
            #expect(unknown.contains("no method “F”; it has C, D, E, A, B"), "\(unknown)")
        }
    }

    @Test("of what was not trained, or for a folder that cannot be made, are refused whole")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            try Data().write(to: dotchi.folder.appending(path: "file"))
            let inTheWay = try await dotchi.fails(73, "figures", "--out", "file")
            #expect(inTheWay.contains("cannot make \(path(dotchi, "file"))"), "\(inTheWay)")
            try TinyStudy.write(
                TinyStudy.yaml.replacing("chain: [faces32]", with: "chain: [new32]").replacing(
                    "methods:\n", with: "  new32: {kind: dcgan, size: 32, latent: 8, width: 4, batch: 16}\nmethods:\n"),
                to: dotchi.folder)
            let untrained = try await dotchi.fails(66, "figures")
            #expect(untrained.contains("network “new32” has no checkpoint yet; train it with `dotchi train`"))
            #expect(!FileManager.default.fileExists(atPath: path(dotchi, "figures")))
        }
    }

    private func path(_ dotchi: Dotchi, _ name: String) -> String { dotchi.folder.appending(path: name).path }

    /// The lines that a run printed: a file and its caption.
    private func captions(_ ending: Dotchi.Ending) throws -> [(file: String, caption: String)] {
        try #require(ending.status == 0, "\(ending.talk)")
        return ending.output.split(separator: "\n").map { line in
            let parts = line.split(separator: "\t").map(String.init)
            return (parts[0], parts.count == 2 ? parts[1] : "")
        }
    }

    /// The figures in a folder, beside which the list of them stands.
    private func figures(in folder: URL) throws -> [String: Data] {
        let files = try contents(of: folder)
        #expect(files[".dotchi-figures"] != nil)
        return files.filter { $0.key != ".dotchi-figures" }
    }

    /// Width and height of PNG files, as their headers tell them.
    private func sizes(_ files: [String: Data]) throws -> [String: [Int]] {
        files.mapValues { bytes in
            [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        }
    }
}
