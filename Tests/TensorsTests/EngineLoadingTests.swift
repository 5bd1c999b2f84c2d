import Engine
import Foundation
import TestKit
import Testing

@testable import Tensors

@Suite("finding and opening the engine")
struct EngineLoadingTests {
    @Test("the engine loads: without it these tests mean nothing")
    func loads() throws {
        #expect(try TensorEngine.open().path.hasSuffix(TensorEngine.fileName))
    }

    @Test("a file named in the environment is the only place; else beside the executable, else in ../lib/dotchi")
    func places() {
        let executable = URL(filePath: "/opt/dotchi/bin/dotchi")
        let named = TensorEngine.places(environment: ["DOTCHI_ENGINE": "/x/engine.so"], executable: executable)
        #expect(named.map(\.path) == ["/x/engine.so"])
        for environment in [[:], ["DOTCHI_ENGINE": ""]] {
            let places = TensorEngine.places(environment: environment, executable: executable)
            #expect(
                places.map(\.path) == [
                    "/opt/dotchi/bin/libTorchEngine.so", "/opt/dotchi/lib/dotchi/libTorchEngine.so",
                ])
        }
    }

    @Test("a missing engine is reported with every place and the command that makes it")
    func missing() throws {
        let places = ["/nowhere/a.so", "/nowhere/b.so"].map { URL(filePath: $0) }
        let error = #expect(throws: EngineError.self) { try TensorEngine(firstOf: places) }
        let text = try #require(error).description
        #expect(text.contains("/nowhere/a.so: no such file"))
        #expect(text.contains("/nowhere/b.so: no such file"))
        #expect(text.contains("`make engine`"))
        #expect(text.contains("DOTCHI_ENGINE"))
    }

    @Test("a file that is no library is reported in the loader's words")
    func garbage() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "libTorchEngine.so")
            try Data("not a library".utf8).write(to: file)
            try expectUnavailable(file, "cannot be loaded: ")
            try expectUnavailable(file, "file too short")
        }
    }

    @Test("a library without the engine's symbol is no engine")
    func noSymbol() throws {
        try withLibrary("int another_symbol;") { try expectUnavailable($0, "is no engine: ") }
    }

    @Test("an engine of another version is refused with both versions")
    func otherVersion() throws {
        let version = DOTCHI_ENGINE_VERSION + 1
        try withLibrary(table(size: MemoryLayout<DotchiEngineTable>.size, version: version)) {
            try expectUnavailable(
                $0, "an engine of version \(version); this dotchi needs version \(DOTCHI_ENGINE_VERSION)")
        }
    }

    @Test("an engine with a smaller table is refused with both sizes")
    func olderTable() throws {
        let size = MemoryLayout<DotchiEngineTable>.size
        try withLibrary(table(size: size - 8, version: DOTCHI_ENGINE_VERSION)) {
            try expectUnavailable($0, "an older engine: its table has \(size - 8) bytes, this dotchi needs \(size)")
        }
    }

    @Test("a larger table of the same version serves, and the first place that serves is taken")
    func newerTable() throws {
        let size = MemoryLayout<DotchiEngineTable>.size
        try withLibrary(table(size: size + 8, version: DOTCHI_ENGINE_VERSION)) { library in
            let engine = try TensorEngine(firstOf: [URL(filePath: "/nowhere/a.so"), library])
            #expect(engine.path == library.path)
        }
    }

    /// An engine whose table has a size and a version and nothing that could be called.
    private func table(size: Int, version: Int32) -> String {
        """
        #include <stddef.h>
        #include <stdint.h>
        static struct { size_t size; uint32_t version; char rest[\(size)]; } table = { \(size), \(version), {0} };
        const void *dotchi_engine_table(void) { return &table; }
        """
    }

    private func withLibrary(_ source: String, _ body: (URL) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let (input, output) = (folder.appending(path: "engine.c"), folder.appending(path: "engine.so"))
            try Data(source.utf8).write(to: input)
            let compiler = Process()
            compiler.executableURL = URL(filePath: "/usr/bin/env")
            compiler.arguments = ["g++", "-x", "c", "-shared", "-fPIC", "-o", output.path, input.path]
            try compiler.run()
            compiler.waitUntilExit()
            try #require(compiler.terminationStatus == 0)
            try body(output)
        }
    }

    private func expectUnavailable(_ file: URL, _ text: String) throws {
        let error = #expect(throws: EngineError.self) { try TensorEngine(firstOf: [file]) }
        let description = try #require(error).description
        #expect(description.contains("\(file.path): "))
        #expect(description.contains(text), "\(description)")
        #expect(description.contains("`make engine`"))
    }
}
