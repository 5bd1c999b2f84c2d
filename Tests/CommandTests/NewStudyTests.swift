import Foundation
import TestKit
import Testing

@Suite("A new study in a folder that is there", .endsHangs)
struct NewStudyTests {
    @Test("a folder's own files stay as they are, links too, and are named")
    func others() async throws {
        try await withTemporaryFolder { folder in
            let runs = folder.appending(path: "study/runs")
            try FileManager.default.createDirectory(at: runs, withIntermediateDirectories: true)
            try Data("mine\n".utf8).write(to: runs.appending(path: "README.md"))
            let target = folder.appending(path: "terms")
            try FileManager.default.createSymbolicLink(
                at: runs.appending(path: "TERMS.md"), withDestinationURL: target)
            let ending = try await Dotchi(folder: folder)("init", "study", "--template", "demo")
            try #require(ending.status == 0, "\(ending.talk)")
            #expect(try Data(contentsOf: runs.appending(path: "README.md")) == Data("mine\n".utf8))
            #expect(!FileManager.default.fileExists(atPath: target.path))
            for name in ["README.md", "TERMS.md"] {
                #expect(ending.talk.contains("/runs/\(name) is there already and stays as it is."), "\(ending.talk)")
            }
        }
    }

    @Test("a study of images that one has says what brings them in")
    func images() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("init", "mine", "--template", "images")
            try #require(ending.status == 0, "\(ending.talk)")
            #expect(ending.talk.contains("`dotchi pool import METHOD FOLDER --study "), "\(ending.talk)")
            #expect(try await Dotchi(folder: folder)("survey", "plan", "--study", "mine").talk.contains("pool import"))
        }
    }

    /// The paths of all that is in `folder`, without the empty log that reading a store leaves beside it.
    private func paths(in folder: URL) throws -> Set<String> {
        Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path)).filter { path in
            !["-wal", "-shm"].contains { path.hasSuffix("study.sqlite" + $0) }
        }
    }

    @Test("where making it fails, nothing of it stays, and the same command makes it when there is room")
    func fails() async throws {
        try await withTemporaryFolder { folder in
            let study = folder.appending(path: "study")
            try FileManager.default.createDirectory(at: study, withIntermediateDirectories: false)
            for name in ["runs", "notes.txt"] { try Data("mine\n".utf8).write(to: study.appending(path: name)) }
            let dotchi = Dotchi(folder: folder)
            let talk = try await dotchi.fails(73, "init", "study", "--template", "demo")
            #expect(talk.contains("/study/runs/"), "\(talk)")
            #expect(try paths(in: folder) == ["study", "study/runs", "study/notes.txt"])
            try FileManager.default.removeItem(at: study.appending(path: "runs"))
            try await dotchi.well("init", "study", "--template", "demo")
            #expect(try await Dotchi(folder: study).well("runs").contains("faces128/1"))
        }
    }

    @Test("on a disk that is full nothing of it stays, nor the folders above it", arguments: [8, 100, 2_000])
    func full(kilobytes: Int) async throws {
        try await withTemporaryFolder { folder in
            var limited = Dotchi(folder: folder)
            let dotchi = limited
            limited.executable = URL(filePath: "/bin/bash")
            let ending = try await limited(
                "-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" \"$@\"", dotchi.executable.path, "init",
                "above/new/study", "--template", "demo")
            #expect([73, 74].contains(ending.status), "\(ending)")
            #expect(try paths(in: folder) == [], "\(ending)")
            try await dotchi.well("init", "above/new/study", "--template", "demo")
        }
    }

    @Test("killed wherever it is, it leaves no study.yaml, and the same command makes what it would have made")
    func killed() async throws {
        try await withTemporaryFolder { folder in
            let command = ["init", "study", "--template", "demo"]
            let whole = folder.appending(path: "whole")
            try FileManager.default.createDirectory(at: whole, withIntermediateDirectories: false)
            try await Dotchi(folder: whole).well("init", "study", "--template", "demo")
            let points = (1...8).map { ("file: before rename", $0) } + [("init: before study.yaml", 1)]
            for (point, turn) in points {
                let place = folder.appending(path: "\(point.prefix(4))-\(turn)")
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
                let dotchi = Dotchi(folder: place)
                let held = try await dotchi.held(at: point, turn: turn, command)
                #expect(try await held.kill() == .signal(SIGKILL))
                let yaml = place.appending(path: "study/study.yaml").path
                #expect(!FileManager.default.fileExists(atPath: yaml), "\(point) \(turn)")
                let ending = try await dotchi(command)
                #expect(ending.status == 0 && !ending.talk.contains("is there already"), "\(point) \(turn): \(ending)")
                #expect(try paths(in: place) == paths(in: whole), "\(point) \(turn)")
                let runs = try await Dotchi(folder: place.appending(path: "study")).well("runs", "--json")
                #expect(
                    try await runs == Dotchi(folder: whole.appending(path: "study")).well("runs", "--json"),
                    "\(point) \(turn)")
            }
        }
    }

    @Test(
        "its id is the folder's name, and said where an id cannot hold that",
        arguments: [
            ("顔の研究", "study"), ("顔 2", "2"), ("...", "study"), ("n", nil), ("2026", nil), ("1e5", nil), ("null", nil),
            ("My faces", nil), ("faces", nil),
        ])
    func folder(name: String, id: String?) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("init", "./" + name)
            try #require(ending.status == 0, "\(ending.talk)")
            let yaml = try String(
                contentsOf: folder.appending(path: name).appending(path: "study.yaml"), encoding: .utf8)
            // A study.yaml that cannot be read ends with 65.
            #expect(try await Dotchi(folder: folder.appending(path: name))("runs").status != 65, "\(yaml)")
            guard let id else {
                #expect(!ending.talk.contains("the study's id"), "\(ending.talk)")
                return
            }
            #expect(ending.talk.contains("the study's id is “\(id)”: an id has only ASCII letters"), "\(ending.talk)")
            #expect(
                ending.talk.contains("Change it in study.yaml")
                    && [id, "\"\(id)\""].contains { yaml.contains("\n  id: \($0)\n") }, "\(yaml)")
        }
    }
}
