import Engine
import Files
import Foundation

/// The tensor engine: a shared library with one table of functions, opened when first needed and kept open.
///
/// It is the file that the environment variable DOTCHI_ENGINE names, else libTorchEngine.so beside the executable, else
/// the one in ../lib/dotchi from there.
package final class TensorEngine: Sendable {
    /// The file it was opened from.
    package let path: String

    let table: DotchiEngineTable

    /// The name of the library's file.
    package static let fileName = "libTorchEngine.so"

    /// The process's engine, or why there is none.
    private static let shared = Result { () throws(EngineError) in
        letWaitingThreadsSleep()
        return try TensorEngine(
            firstOf: places(
                environment: ProcessInfo.processInfo.environment,
                executable: Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])))
    }

    /// The process's engine, opened by the first call.
    ///
    /// - Throws: `EngineError.unavailable`.
    package static func open() throws(EngineError) -> TensorEngine {
        try shared.get()
    }

    /// GNU's OpenMP, which comes with libtorch, lets a thread that waits for the others turn for milliseconds before it
    /// sleeps. Where something else runs on one of the cores, all wait most of the time, and turning takes the core from
    /// whom they wait for. The library reads this when it is opened; what the user has set stays. (Measured on two cores,
    /// one of them busy: 141 images/s, 6 without.)
    private static func letWaitingThreadsSleep() {
        if getenv("OMP_WAIT_POLICY") == nil { setenv("GOMP_SPINCOUNT", "1000", 0) }
    }

    /// Where an engine is looked for, best first. A file that is named in the environment is the only place.
    static func places(environment: [String: String], executable: URL) -> [URL] {
        if let named = environment["DOTCHI_ENGINE"], !named.isEmpty { return [URL(filePath: named)] }
        let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        return [
            folder.appending(path: fileName),
            folder.appending(path: "../lib/dotchi/\(fileName)").standardizedFileURL,
        ]
    }

    /// The engine of the first file that is one.
    ///
    /// - Throws: `EngineError.unavailable` with every file and its fault.
    init(firstOf places: [URL]) throws(EngineError) {
        var attempts: [EngineError.Attempt] = []
        for place in places {
            switch TensorEngine.table(of: place.path) {
            case .success(let table):
                self.table = table
                path = place.path
                return
            case .failure(let fault):
                attempts.append(EngineError.Attempt(path: place.path, reason: fault.reason))
            }
        }
        throw .unavailable(attempts)
    }

    private struct Fault: Error {
        let reason: String
    }

    private static func table(of path: String) -> Result<DotchiEngineTable, Fault> {
        guard FileManager.default.fileExists(atPath: path) else { return .failure(Fault(reason: "no such file")) }
        if let kind = FileKind(at: URL(filePath: path)) {
            return .failure(Fault(reason: "cannot be loaded: \(FileFault(kind: kind))"))
        }
        // A library that was opened is never closed: libtorch does not survive it.
        guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            return .failure(Fault(reason: "cannot be loaded: \(linkerError())"))
        }
        guard let symbol = dlsym(library, DOTCHI_ENGINE_SYMBOL) else {
            return .failure(Fault(reason: "is no engine: \(linkerError())"))
        }
        // dlsym gives an address; the header says that a function of this type stands there.
        let table = unsafeBitCast(symbol, to: DotchiEngineEntry.self)()
        let (version, size) = (table.pointee.version, table.pointee.size)
        guard version == UInt32(DOTCHI_ENGINE_VERSION) else {
            return .failure(
                Fault(reason: "is an engine of version \(version); this dotchi needs version \(DOTCHI_ENGINE_VERSION)"))
        }
        guard size >= MemoryLayout<DotchiEngineTable>.size else {
            return .failure(
                Fault(
                    reason: """
                        is an older engine: its table has \(size) bytes, this dotchi needs \
                        \(MemoryLayout<DotchiEngineTable>.size)
                        """))
        }
        return .success(table.pointee)
    }

    private static func linkerError() -> String {
        dlerror().map { String(cString: $0) } ?? "no reason given"
    }
}
