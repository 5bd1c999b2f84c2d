import Foundation
import TestKit
import Testing

@Suite("The binary", .endsHangs)
struct BinaryTests {
    @Test("links no libtorch, so that it starts where none is installed")
    func linksNoTorch() async throws {
        let libraries = try await linked(Project.command)
        #expect(libraries.contains("libpng"), "ldd named no library that dotchi links: \(libraries)")
        for name in ["libtorch", "libc10", "libopenblas"] { #expect(!libraries.contains(name), "\(libraries)") }
    }

    /// What `ldd` says of a program.
    private func linked(_ program: URL) async throws -> String {
        try await Dotchi(folder: program.deletingLastPathComponent(), executable: URL(filePath: "/usr/bin/ldd"))
            .well(program.path)
    }
}
