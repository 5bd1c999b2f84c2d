import Files
package import Foundation

extension SafetensorsFile {
    /// The metadata of a file, read without its tensors: whether those are whole is not looked at.
    ///
    /// - Throws: `SafetensorsError` naming the file.
    package static func metadata(of file: URL) throws(SafetensorsError) -> [String: String] {
        func error(_ reason: String) -> SafetensorsError {
            SafetensorsError(file: file.path, tensor: nil, reason: reason)
        }
        let handle: FileHandle
        do {
            handle = try RegularFile.open(file)
        } catch {
            throw SafetensorsError(file: file.path, tensor: nil, reason: "cannot be read: \(error)")
        }
        guard let start = try? handle.read(upToCount: 8), start.count == 8 else {
            throw error("too short for a header")
        }
        let length = start.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(longestHeader) else { throw error("a header of \(length) bytes") }
        guard let text = try? handle.read(upToCount: Int(length)), text.count == Int(length) else {
            throw error("cut off within its header")
        }
        do throws(Fault) {
            return try SafetensorsHeader(parsing: Array(text)).metadata
        } catch let fault {
            throw error(fault.reason)
        }
    }
}
