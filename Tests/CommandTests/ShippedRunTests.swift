import Foundation
import TestKit
import Testing

@Suite("Runs that came with a file", .endsHangs)
struct ShippedRunTests {
    @Test("have the epochs, seconds and device of their file, and make the same images")
    func roundTrip() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            let other = try await emptyStudy(beside: dotchi)
            try await other.well("runs", "import", "../A2.safetensors", "../A4.safetensors", "../B.safetensors")
            try await other.well("runs", "import", "../enlarge.safetensors")

            let (own, shipped) = (try await runs(of: dotchi), try await runs(of: other))
            #expect(shipped.map(\.network) == ["enlarge32", "faces16", "faces32"])
            for (own, shipped) in zip(own, shipped) {
                #expect(shipped.shipped && !own.shipped && shipped.current)
                #expect(shipped.epochs == own.epochs && shipped.seconds == own.seconds && shipped.images == own.images)
                #expect(shipped.device == own.device && shipped.threads == own.threads)
            }
            #expect(shipped.last?.checkpoints == 2)
            let rows = try await other.well("runs", "show", "faces32")
            #expect(rows.contains("stage2.generator") && rows.contains("checkpoint 2:"), "\(rows)")

            try await other.well("pool", "refresh")
            for pool in ["A/equal-iterations", "B/equal-iterations"] {
                #expect(try await images(of: pool, dotchi) == images(of: pool, other), "\(pool)")
            }
        }
    }

    @Test("in half precision are near half the size, and tell the same")
    func half() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("runs", "export", "faces32", "../whole.safetensors")
            try await dotchi.well("runs", "export", "faces32", "../half.safetensors", "--half")
            let parent = dotchi.folder.deletingLastPathComponent()
            let whole = try Safetensors(parent.appending(path: "whole.safetensors"))
            let half = try Safetensors(parent.appending(path: "half.safetensors"))
            #expect(half.tensors.contains(#""F16""#) && !whole.tensors.contains(#""F16""#))
            #expect(Double(half.data.count) < 0.6 * Double(whole.data.count))
            func facts(_ file: Safetensors) -> [String: String] { file.metadata.filter { $0.key != "dotchi.sha256" } }
            #expect(facts(half) == facts(whole) && half.metadata != whole.metadata)
        }
    }

    @Test(
        "that PyTorch opened and saved make the same images",
        .enabled(if: Python.withTorch != nil, "\(Python.torchLack)"))
    func throughPyTorch() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            let parent = dotchi.folder.deletingLastPathComponent()
            try Python.run(
                """
                import sys, dotchi_torch
                for name in ("A4", "B", "enlarge"):
                    network = dotchi_torch.load(f"{sys.argv[1]}/{name}.safetensors")
                    epochs, seconds = network.facts["epochs"], network.facts["seconds"]
                    dotchi_torch.save(network, f"{sys.argv[1]}/{name}-torch.safetensors", epochs, seconds)
                """, [parent])
            let other = try await emptyStudy(beside: dotchi)
            for name in ["A4", "B", "enlarge"] {
                try await other.well("runs", "import", "../\(name)-torch.safetensors")
            }
            let (own, shipped) = (try await runs(of: dotchi), try await runs(of: other))
            #expect(shipped.map(\.epochs) == own.map(\.epochs) && shipped.map(\.seconds) == own.map(\.seconds))
            try await other.well("pool", "refresh")
            for pool in ["A/equal-iterations", "B/equal-iterations"] {
                #expect(try await images(of: pool, dotchi) == images(of: pool, other), "\(pool)")
            }
        }
    }

    @Test("are taken once, however often they are given")
    func again() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            let other = try await emptyStudy(beside: dotchi)
            for _ in 0..<2 { try await other.well("runs", "import", "../A2.safetensors", "../A4.safetensors") }
            let found = try await runs(of: other)
            #expect(found.map(\.checkpoints) == [2] && found.map(\.epochs) == [4])
        }
    }

    @Test("stand under another network's name where --as says so, and are trained again only when named")
    func renamed() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            let refused = try await dotchi.fails(65, "runs", "import", "../B.safetensors")
            #expect(refused.contains("faces16/1") && refused.contains("--as"), "\(refused)")
            try TinyStudy.write(
                TinyStudy.yaml.replacing(
                    "  enlarge32:",
                    with: "  other: {kind: dcgan, size: 16, latent: 8, width: 4, batch: 16, epochs: 1}\n  enlarge32:"
                ), to: dotchi.folder)
            try await dotchi.well("runs", "import", "../B.safetensors", "--as", "other")
            #expect(try await runs(of: dotchi).contains { $0.network == "other" && $0.shipped && $0.epochs == 3 })

            let skipped = try await dotchi("train")
            #expect(skipped.status == 0 && skipped.talk.contains("other: came trained"), "\(skipped.talk)")
            #expect(try await runs(of: dotchi).filter { $0.network == "other" }.count == 1)
            try await dotchi.well("train", "--network", "other")
            let both = try await runs(of: dotchi).filter { $0.network == "other" }
            #expect(both.map(\.shipped) == [true, false] && both.map(\.epochs) == [3, 1])
            #expect(both.map(\.current) == [false, true])
        }
    }

    @Test("are refused where they do not fit, and then nothing is taken")
    func refused() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            let parent = dotchi.folder.deletingLastPathComponent()
            let other = try await emptyStudy(beside: dotchi)
            try Data("no tensors at all".utf8).write(to: parent.appending(path: "broken.safetensors"))
            _ = try await other.fails(65, "runs", "import", "../A4.safetensors", "../broken.safetensors")

            let yaml = TinyStudy.yaml
            try TinyStudy.write(yaml.replacing("size: 16, latent: 8", with: "size: 16, latent: 9"), to: other.folder)
            let latent = try await other.fails(65, "runs", "import", "../A4.safetensors", "../B.safetensors")
            #expect(latent.contains("latent is 8 in the file and 9 in study.yaml"), "\(latent)")

            try TinyStudy.write(yaml.replacing("faces16", with: "faces_16"), to: other.folder)
            let unknown = try await other.fails(65, "runs", "import", "../B.safetensors")
            #expect(unknown.contains("“faces16”") && unknown.contains("faces_16"), "\(unknown)")

            let missing = try await dotchi.fails(66, "runs", "export", "faces32", "../x.safetensors", "--epoch", "9")
            #expect(missing.contains("1, 2, 3, 4"), "\(missing)")
            #expect(try await runs(of: other).isEmpty)
            let left = FileManager.default.subpaths(atPath: other.folder.appending(path: "runs").path) ?? []
            #expect(left.filter { $0.hasSuffix(".safetensors") }.isEmpty, "\(left)")
        }
    }

    @Test("show the samples that training wrote, made from their checkpoints, in a grid and in the report")
    func samples() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            let other = try await emptyStudy(beside: dotchi)
            for name in ["A2", "A4", "enlarge"] { try await other.well("runs", "import", "../\(name).safetensors") }
            func grid(_ network: String, _ dotchi: Dotchi) async throws -> Data {
                try await dotchi.well("runs", "show", network, "--grid", "grid.png")
                return try Data(contentsOf: dotchi.folder.appending(path: "grid.png"))
            }
            #expect(try await grid("faces32", other) == grid("faces32", dotchi))
            try await other.well("runs", "show", "faces32", "--report", "report.html")
            #expect(try pictures(of: "report.html", other) == 3)

            // SRCNN shows photographs.
            let absent = try await other.fails(66, "runs", "show", "enlarge32", "--grid", "grid.png")
            #expect(absent.contains("no photographs yet"), "\(absent)")
            let report = try await other("runs", "show", "enlarge32", "--report", "report.html")
            #expect(report.status == 0 && report.talk.contains("no samples of epoch 2: this study has no photographs"))
            #expect(try pictures(of: "report.html", other) == 0)
            try await other.well("dataset", "add", "procedural", "--count", "48", "--holdout", "16")
            #expect(try await grid("enlarge32", other) == grid("enlarge32", dotchi))

            var withoutEngine = other
            withoutEngine.environment["DOTCHI_ENGINE"] = "/nonexistent/libTorchEngine.so"
            try await withoutEngine.fails(69, "runs", "show", "faces32", "--grid", "grid.png")
            let bare = try await withoutEngine("runs", "show", "faces32", "--report", "report.html")
            #expect(bare.status == 0 && bare.talk.contains("make engine"), "\(bare.talk)")
            #expect(try pictures(of: "report.html", other) == 0)
        }
    }

    @Test("come with the demo: its pools need no training, and its model card tells what the files tell")
    func demo() async throws {
        try await withTemporaryFolder { folder in
            try await Dotchi(folder: folder).well("init", "study", "--template", "demo")
            let dotchi = Dotchi(folder: folder.appending(path: "study"))
            let found = try await runs(of: dotchi)
            #expect(found.map(\.network) == ["enlarge", "faces128", "faces64"] && found.allSatisfy(\.shipped))
            #expect(try #require(found.last).epochs >= 40 && found[1].epochs >= 20)
            let card = try String(contentsOf: dotchi.folder.appending(path: "runs/README.md"), encoding: .utf8)
            for run in found {
                let hours = String(format: "%.3f", run.seconds / 3600)
                #expect(card.contains("| \(run.network) | \(run.epochs) | \(hours) |"), "\(run), \(hours)")
            }
            #expect(FileManager.default.fileExists(atPath: dotchi.folder.appending(path: "runs/TERMS.md").path))

            // Only a network that is named is trained again.
            let named = try await dotchi("train", "--method", "A")
            #expect(named.status == 0 && named.talk.contains("faces128: came trained"), "\(named.talk)")
            let timed = try await dotchi.fails(65, "train", "--budget", "20s")
            #expect(timed.contains("faces128, faces64, enlarge came trained"), "\(timed)")
            #expect(timed.contains("`dotchi train --network faces128 --budget …`"), "\(timed)")
            #expect(try await runs(of: dotchi).allSatisfy { $0.shipped && $0.current })

            let published = try await dotchi.well("pool", "refresh", "--images", "2")
            #expect(published.split(separator: "\n").count == 4, "\(published)")
            let epochs = try await dotchi.well("pool", "show", "B/equal-iterations")
            #expect(epochs.contains("epochs: 20, "), "\(epochs)")
        }
    }

    @Test("that come with the demo are less than 25 MB")
    func size() throws {
        let folder = Project.root.appending(path: "survey-templates/studies/demo/runs")
        let files = try contents(of: folder)
        #expect(files.keys.filter { $0.hasSuffix(".safetensors") }.count >= 4)
        #expect(files.values.reduce(0) { $0 + $1.count } < 25_000_000)
    }

    @Test("are refused where weights are no numbers, or seconds are below 0")
    func broken() async throws {
        try await withTinyStudy { dotchi in
            try await export(from: dotchi)
            var whole = try Data(contentsOf: dotchi.folder.deletingLastPathComponent().appending(path: "B.safetensors"))
            // Without its checksum, which would show any change.
            let seal = try #require(whole.range(of: Data("dotchi.sha256".utf8)))
            whole.replaceSubrange(seal, with: Data("foreign.sha25".utf8))
            let target = dotchi.folder.deletingLastPathComponent().appending(path: "changed.safetensors")
            let other = try await emptyStudy(beside: dotchi)

            var changed = whole
            changed.replaceSubrange(changed.count - 4..<changed.count, with: Data(repeating: 0xff, count: 4))
            try changed.write(to: target)
            let weights = try await other.fails(65, "runs", "import", "../changed.safetensors")
            #expect(weights.contains("has weights that are infinite or no numbers"), "\(weights)")

            changed = whole
            let key = try #require(changed.range(of: Data(#""seconds":""#.utf8)))
            changed[key.upperBound] = UInt8(ascii: "-")
            try changed.write(to: target)
            let seconds = try await other.fails(65, "runs", "import", "../changed.safetensors")
            #expect(seconds.contains("is damaged: its metadata say 3 epochs in -"), "\(seconds)")
            #expect(try await runs(of: other).isEmpty)
        }
    }

    private func export(from dotchi: Dotchi) async throws {
        try await dotchi.well("runs", "export", "faces32", "../A2.safetensors", "--epoch", "2")
        try await dotchi.well("runs", "export", "faces32", "../A4.safetensors")
        try await dotchi.well("runs", "export", "faces16", "../B.safetensors")
        try await dotchi.well("runs", "export", "enlarge32", "../enlarge.safetensors")
    }

    private func emptyStudy(beside dotchi: Dotchi) async throws -> Dotchi {
        let parent = Dotchi(folder: dotchi.folder.deletingLastPathComponent())
        try await parent.well("init", "other", "--template", "paper")
        let other = parent.folder.appending(path: "other")
        try TinyStudy.write(TinyStudy.yaml, to: other)
        return Dotchi(folder: other)
    }

    private func runs(of dotchi: Dotchi) async throws -> [RunFacts] {
        try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
    }

    private func images(of pool: String, _ dotchi: Dotchi) async throws -> [String: Data] {
        let name = "images-\(UUID().uuidString)"
        try await dotchi.well("pool", "export", pool, name)
        return try contents(of: dotchi.folder.appending(path: name))
    }

    private func pictures(of report: String, _ dotchi: Dotchi) throws -> Int {
        try String(contentsOf: dotchi.folder.appending(path: report), encoding: .utf8).matches(of: /<img width/).count
    }
}
