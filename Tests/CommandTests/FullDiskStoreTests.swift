import Foundation
import TestKit
import Testing

@Suite("A study on a disk with no space left", .endsHangs)
struct FullDiskStoreTests {
    /// Copies the study onto a small disk, leaves `$2` bytes free there, runs the command, and then, with the space free
    /// again, tells what the study holds.
    private static let script = """
        mount -t tmpfs -o size=8m tmpfs "$0" && cp -r "$1"/. "$0" && cd "$0" || exit 99
        exe=$3; free=$2; shift 3
        room=$(($(stat -f -c '%a * %S' .)))
        head -c $((room - free)) /dev/zero > filler || exit 98
        "$exe" "$@" > /dev/null; echo "status $?"
        "$exe" analyze --json > figures; echo "analyze $?" > /dev/null
        rm filler
        "$exe" votes export
        """

    @Test(
        "keeps nothing of a change that finds no space, says so, and goes on when there is some",
        .enabled(if: Mounting.isPossible, "\(Mounting.skipped)"))
    func simulate() async throws {
        try await withAnsweredStudy { dotchi in
            for name in ["runs", "cache"] {
                try FileManager.default.removeItem(at: dotchi.folder.appending(path: name))
            }
            let before = try await dotchi.well("votes", "export").split(separator: "\n").count
            for end in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(at: dotchi.folder.appending(path: "study.sqlite\(end)"))
            }
            var full = 0
            for pages in [0, 1, 2, 4, 8, 9, 12, 16, 32, 64, 400] {
                try await withTemporaryFolder { disk in
                    let ending = try await dotchi.inNamespace(
                        Self.script,
                        [
                            disk.path, dotchi.folder.path, "\(pages * 4096)", dotchi.executable.path, "simulate",
                            "--participants", "5", "--beside-people",
                        ])
                    let lines = ending.output.split(separator: "\n")
                    let told = "\(pages) pages: \(ending.status) \(lines.first ?? "") \(ending.talk)"
                    try #require(ending.status == 0 && lines.count > 1, "\(told)")
                    #expect(["status 0", "status 74"].contains(lines[0]), "\(told)")
                    if lines[0] == "status 74" {
                        full += 1
                        #expect(ending.talk.contains("no space left on device"), "\(told)")
                    }
                    // Of simulated people those are there whose answers found space, each with all of them.
                    let added = lines.count - 1 - before
                    #expect(added >= 0 && added % TinyStudy.trials == 0, "\(told)")
                    if lines[0] == "status 0" { #expect(added == 5 * TinyStudy.trials, "\(told)") }
                }
            }
            #expect((1..<11).contains(full))
        }
    }

    @Test("is read all the same", .enabled(if: Mounting.isPossible, "\(Mounting.skipped)"))
    func analyze() async throws {
        try await withAnsweredStudy { dotchi in
            for name in ["runs", "cache"] {
                try FileManager.default.removeItem(at: dotchi.folder.appending(path: name))
            }
            let before = try await dotchi.well("votes", "export")
            for end in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(at: dotchi.folder.appending(path: "study.sqlite\(end)"))
            }
            try await withTemporaryFolder { disk in
                let script = """
                    mount -t tmpfs -o size=8m tmpfs "$0" && cp -r "$1"/. "$0" && cd "$0" || exit 99
                    shift 1
                    head -c 100000000 /dev/zero > filler 2> /dev/null
                    exec "$@"
                    """
                let ending = try await dotchi.inNamespace(
                    script, [disk.path, dotchi.folder.path, dotchi.executable.path, "votes", "export"])
                #expect(ending.status == 0 && ending.output == before, "\(ending.status): \(ending.talk)")
                let report = try await dotchi.inNamespace(
                    script, [disk.path, dotchi.folder.path, dotchi.executable.path, "report"])
                #expect(report.status == 73 && report.talk.contains("no space left on device"), "\(report.talk)")
            }
        }
    }

    @Test(
        "output that finds no space is told of and ends with 74, talk that finds none ends nothing",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func output() async throws {
        try await withAnsweredStudy { dotchi in
            var shell = dotchi
            shell.executable = URL(filePath: "/bin/sh")
            for command in ["analyze --json", "votes export", "runs", "pool list"] {
                let ending = try await shell("-c", "\"$0\" \(command) > /dev/full", dotchi.executable.path)
                #expect(ending.status == 74, "\(command): \(ending.status) \(ending.talk)")
                #expect(
                    ending.talk.contains("standard output cannot be written: no space left on device"), "\(ending.talk)"
                )
            }
            let figures = try await dotchi.well("analyze", "--json")
            let ending = try await shell("-c", "\"$0\" analyze --json 2> /dev/full", dotchi.executable.path)
            #expect(ending.status == 0 && ending.output == figures, "\(ending.status)")
        }
    }
}
