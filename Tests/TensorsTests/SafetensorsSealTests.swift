import Foundation
import TestKit
import Testing

@testable import Tensors

@Suite("sealed safetensors")
struct SafetensorsSealTests {
    private static let content = SafetensorsFile(
        tensors: [
            "weight": StoredTensor(floats: [1, -2, 0.5, 4], shape: [2, 2]),
            "step": StoredTensor(integers: [-7, 9], shape: [2]), "empty": StoredTensor(floats: [], shape: [0]),
        ],
        metadata: ["epochs": "12", "progress": "{\"seconds\":3.25}"], isSealed: true)

    @Test("any flipped bit is noticed: in weights, facts, names, and in the checksum itself")
    func flipped() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.safetensors")
            try Self.content.write(to: file)
            #expect(try SafetensorsFile(reading: file) == Self.content)
            let bytes = try Data(contentsOf: file)
            // The checksum's key, changed, is another fact: then it is a file without one.
            let key = try #require(bytes.range(of: Data(SafetensorsFile.sealKey.utf8)))
            for place in bytes.indices where !key.contains(place) {
                for bit in [0, 3, 6] {
                    var flipped = bytes
                    flipped[place] ^= 1 << bit
                    try flipped.write(to: file)
                    // Spaces between the header's parts mean nothing.
                    let read = try? SafetensorsFile(reading: file)
                    #expect(read == nil || read == Self.content, "bit \(bit) of byte \(place)")
                    if place >= bytes.count - 32 { #expect(read == nil, "bit \(bit) of byte \(place)") }
                }
            }
            var last = bytes
            last[bytes.count - 1] ^= 1
            try last.write(to: file)
            let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(reading: file) }
            #expect(error?.reason.contains("its content is not what was written") == true)
        }
    }

    @Test("a file without a checksum is read, and is known to have none; what is changed is sealed again")
    func unsealed() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.safetensors")
            var content = Self.content
            content.isSealed = false
            try content.write(to: file)
            #expect(try !SafetensorsFile(reading: file).isSealed)
            try Self.content.write(to: file)
            var changed = try SafetensorsFile(reading: file)
            #expect(changed.isSealed && changed.metadata == Self.content.metadata)
            changed.metadata["epochs"] = "13"
            try changed.write(to: file)
            #expect(try SafetensorsFile(reading: file).metadata["epochs"] == "13")
        }
    }
}
