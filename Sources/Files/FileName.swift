package import Foundation

/// The name of a file or its path as the system has it: bytes, which need not be UTF-8.
package struct FileName: Sendable, Hashable {
    /// The bytes, without the zero that ends them.
    package let bytes: [UInt8]

    /// The name of these bytes.
    package init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// The name as text; nil where it is not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The names in `folder`, in the order of their bytes, without `.` and `..`.
    ///
    /// - Throws: ``FileFault``.
    package static func all(in folder: FileName) throws(FileFault) -> [FileName] {
        guard let stream = folder.withPath({ opendir($0) }) else { throw FileFault(number: errno) }
        defer { closedir(stream) }
        var names: [FileName] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { FileName($0.prefix { $0 != 0 }) }
            if name.bytes != [0x2E], name.bytes != [0x2E, 0x2E] { names.append(name) }
        }
        return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// The paths of all regular files in `folder` and the folders below it that are not UTF-8. Links to folders are not
    /// followed; what cannot be read is passed over.
    ///
    /// - Parameter isPassedOver: whether a folder is left out, by its path.
    package static func odd(below folder: FileName, isPassedOver: (FileName) -> Bool) -> [FileName] {
        var (found, folders): ([FileName], [FileName]) = ([], [folder])
        while let folder = folders.popLast() {
            for name in (try? all(in: folder)) ?? [] {
                let path = FileName(folder.bytes + [0x2F] + name.bytes)
                var facts = stat()
                guard path.withPath({ lstat($0, &facts) }) == 0 else { continue }
                switch facts.st_mode & S_IFMT {
                case S_IFDIR where !isPassedOver(path): folders.append(path)
                case S_IFREG where path.text == nil: found.append(path)
                default: break
                }
            }
        }
        return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// All that is in the file of this path.
    ///
    /// - Throws: ``FileFault``, also where it is no regular file.
    package func read() throws(FileFault) -> Data {
        let descriptor = try (bytes + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
            (path) throws(FileFault) in
            guard let start = path.baseAddress else { throw FileFault(number: ENOENT) }
            return try RegularFile.descriptor(start)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            return try file.readToEnd() ?? Data()
        } catch {
            throw FileFault(error)
        }
    }

    private func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
            guard let start = path.baseAddress else { preconditionFailure("a path ends with a zero") }
            return body(start)
        }
    }
}

extension FileName: CustomStringConvertible {
    /// The name with every byte that is no part of UTF-8 as `\xFF`. What else in it would steer a terminal is left to who
    /// shows it.
    package var description: String {
        var text = ""
        var rest = bytes[...]
        while let first = rest.first {
            // The longest character of UTF-8 has four bytes.
            let length = (1...4).first { $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil }
            text +=
                length.map { String(decoding: rest.prefix($0), as: UTF8.self) }
                ?? "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
            rest = rest.dropFirst(length ?? 1)
        }
        return text
    }
}
