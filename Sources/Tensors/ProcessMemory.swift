import Foundation

/// Main memory that the process holds, as the system counts it: all of it, files that are mapped and the libraries
/// included; not the memory of a GPU. Linux tells (proc(5): VmHWM, "peak resident set size").
package enum ProcessMemory {
    /// The most bytes held at once since ``beginPeak()``, else since the process began; nil where the system does not
    /// tell.
    package static var peak: Int? {
        guard let status = try? String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kibibytes * 1024
    }

    /// Gives freed memory back to the system and lets ``peak`` begin at what is held now, so that work is not charged
    /// with what came before it. Where the system does not let it start over, it goes on.
    package static func beginPeak() {
        giveBackFreedMemory()
        // proc(5), clear_refs: 5 resets the peak to the current size.
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    /// Swift's view of the C library has no malloc_trim; glibc has.
    private static func giveBackFreedMemory() {
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        // int malloc_trim(size_t), as malloc.h of glibc declares it: the type that is looked up by name.
        typealias Trim = @convention(c) (Int) -> CInt
        _ = unsafeBitCast(symbol, to: Trim.self)(0)  // safe: a C function of this very type
    }
}
