import Foundation
import TestKit
import Testing

@Suite("The installed command", .endsHangs)
struct InstallTests {
    @Test("works from another folder, with nothing of the clone: it finds its engine and templates, and trains")
    func installed() async throws {
        try await withTemporaryFolder { folder in
            let prefix = folder.appending(path: "first")
            try await make("install", "PREFIX=\(prefix.path)", "CONFIGURATION=debug")
            // To another place, so that nothing of the place it was installed to is needed either.
            let moved = folder.appending(path: "second")
            try FileManager.default.moveItem(at: prefix, to: moved)
            let command = moved.appending(path: "bin/dotchi")
            let elsewhere = folder.appending(path: "elsewhere")
            try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
            let dotchi = Dotchi(
                folder: elsewhere, environment: ["DOTCHI_ENGINE": nil, "DOTCHI_TEMPLATES": nil], executable: command)

            let doctor = try await dotchi.well("doctor")
            #expect(doctor.contains("(\(moved.path)/lib/dotchi/libTorchEngine.so)"), "\(doctor)")
            #expect(doctor.contains("(\(moved.path)/share/dotchi/survey-templates)"), "\(doctor)")
            #expect(!doctor.contains("missing") && !doctor.contains(Project.root.path), "\(doctor)")
            #expect(FileManager.default.fileExists(atPath: moved.appending(path: "share/dotchi/dotchi_torch.py").path))
            for file in ["bin/dotchi", "lib/dotchi/libTorchEngine.so"] {
                let libraries = try await Dotchi(folder: elsewhere, executable: URL(filePath: "/usr/bin/ldd"))
                    .well(moved.appending(path: file).path)
                #expect(!libraries.contains(Project.root.path), "\(libraries)")
            }

            try await dotchi.well("init", "study")
            var inside = dotchi
            inside.folder = elsewhere.appending(path: "study")
            try TinyStudy.write(TinyStudy.yaml, to: inside.folder)
            try await inside.well("dataset", "add", "procedural", "--count", "18", "--holdout", "2")
            try await inside.well("train", "--epochs", "1")
            let runs = try decoded([RunFacts].self, from: await inside.well("runs", "--json"))
            #expect(runs.map(\.epochs) == [1, 1, 1])
        }
    }

    @Test("an engine for a libtorch from elsewhere finds that one when it runs")
    func libtorchFromElsewhere() async throws {
        let commands = try await make("-n", "engine", "LIBTORCH=/elsewhere/libtorch")
        #expect(commands.contains("-L/elsewhere/libtorch/lib -Wl,-rpath,/elsewhere/libtorch/lib"), "\(commands)")
    }

    @discardableResult
    private func make(_ arguments: String...) async throws -> String {
        // As a person calls it, not as a part of the `make test` that may be running.
        let environment: [String: String?] = ["MAKEFLAGS": nil, "MFLAGS": nil, "MAKELEVEL": nil, "MAKEOVERRIDES": nil]
        let make = Dotchi(folder: Project.root, environment: environment, executable: URL(filePath: "/usr/bin/make"))
        let ending = try await make(arguments)
        try #require(ending.status == 0, "make \(arguments): \(ending.talk)\(ending.output)")
        return ending.output
    }
}
