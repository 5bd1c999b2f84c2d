import Files
import Foundation
import TestKit
import Testing

@Suite("Faults of files")
struct FileFaultTests {
    @Test("what Foundation cannot read or write is said in the words of the system, which can be searched for")
    func words() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            try Data().write(to: file)
            let missing = folder.appending(path: "missing")
            #expect(fault { _ = try Data(contentsOf: folder) } == "it is a directory, not a file")
            #expect(fault { _ = try Data(contentsOf: missing) } == "no such file or directory")
            #expect(
                fault { try Data().write(to: missing.appending(path: "x"), options: .atomic) }
                    == "no such file or directory")
            #expect(
                fault { _ = try FileManager.default.contentsOfDirectory(atPath: file.path) }
                    == "not a directory: it, or a part of its path, is a file")
            #expect(
                fault { try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true) }
                    == "file exists: something else of this name is there already")
            #expect(
                fault { _ = try FileHandle(forWritingTo: missing) } == "no such file or directory",
                "FileHandle throws another type of error")
        }
        #expect(
            fault { try Data([1]).write(to: URL(filePath: "/dev/full")) } == "no space left on device")
    }

    @Test("a fault without a reason, or of an unknown number, is still a sentence")
    func others() {
        #expect(FileFault(CocoaError(.fileReadUnknown)).description == "the system gives no reason")
        let error = NSError(domain: NSPOSIXErrorDomain, code: 9999)
        #expect(FileFault(error).description == "Unknown error 9999 (number 9999)")
    }

    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return FileFault(error).description
        }
    }
}
