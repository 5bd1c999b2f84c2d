import Foundation
import TestKit
import Testing

@testable import Tensors

@Suite("reading safetensors")
struct SafetensorsReadingTests {
    /// A way in which a file can lie.
    struct Lie: Sendable, CustomTestStringConvertible {
        let name: String
        let content: Data
        let tensor: String?
        let reason: String

        var testDescription: String { name }

        /// A file of this header and body.
        init(_ name: String, header: String, bytes: Int = 8, tensor: String? = nil, says reason: String) {
            self.init(name, content: file(header, Data(count: bytes)), tensor: tensor, says: reason)
        }

        init(_ name: String, content: Data, tensor: String? = nil, says reason: String) {
            (self.name, self.content, self.tensor, self.reason) = (name, content, tensor, reason)
        }
    }

    static let lies = lengths + texts + entries + offsets

    private static let good = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#

    private static let lengths = [
        Lie("an empty file", content: Data(), says: "0 bytes: too short"),
        Lie("less than a length", content: Data(count: 7), says: "7 bytes: too short"),
        Lie("a header cut off", content: file(good, Data()).prefix(30), says: "cut off: a header of 54 bytes in 22"),
        Lie(
            "a header longer than the file", content: file(good, length: 63),
            says: "cut off: a header of 63 bytes in 62"),
        Lie("a header as long as no memory", content: file(good, length: .max), says: "at most 100000000 are allowed"),
        Lie("a header shorter than itself", content: file(good, length: 50), tensor: "a", says: "at byte 50"),
        Lie(
            "the elements cut off", content: file(good).dropLast(), tensor: "a", says: "the file holds only 7: cut off"),
        Lie("bytes after the last tensor", content: file(good) + [0], says: "1 bytes after the last tensor"),
    ]

    private static let texts = [
        Lie("no JSON", header: "hello", says: "does not begin with {"),
        Lie("an empty header", header: "", says: "does not begin with {"),
        Lie("a space first", header: " " + good, says: "does not begin with {"),
        Lie("a list", header: "[]", says: "does not begin with {"),
        Lie("no UTF-8", content: file(Data("{\"".utf8) + [0xFF] + Data("\":1}".utf8)), says: "no UTF-8"),
        Lie("no end", header: String(good.dropLast()), says: "no ,"),
        Lie("two objects", header: good + "{}", says: "something after the object"),
        Lie("a trailing comma", header: good.dropLast() + ",}", says: "no \""),
        Lie("no colon", header: #"{"a" 1}"#, says: "no :"),
        Lie("a text without an end", header: #"{"a"#, says: "a text without an end"),
        Lie("a line break in a text", header: "{\"a\nb\":1}", says: "a control character"),
        Lie("an unknown escape", header: #"{"\x":1}"#, says: "an unknown escape"),
        Lie("an escape without digits", header: #"{"\u12g4":1}"#, says: "four hexadecimal digits"),
        Lie("half a pair", header: #"{"\ud83d":1}"#, says: "half a pair"),
        Lie("a pair's second half alone", header: #"{"\ude00":1}"#, says: "half a pair"),
    ]

    private static let entries = [
        Lie("a number for a tensor", header: #"{"a":1}"#, tensor: "a", says: "no {"),
        Lie(
            "a name given twice", header: good.dropLast() + "," + good.dropFirst(), tensor: "a",
            says: "named twice in the header"),
        Lie(
            "metadata given twice", header: #"{"__metadata__":{},"__metadata__":{}}"#, tensor: "__metadata__",
            says: "twice"),
        Lie("a number in the metadata", header: #"{"__metadata__":{"epochs":3}}"#, says: "metadata epochs: no text"),
        Lie("a fact given twice", header: #"{"__metadata__":{"k":"1","k":"2"}}"#, says: "metadata k: given twice"),
        Lie("metadata that is a text", header: #"{"__metadata__":"x"}"#, says: "no {"),
        entry(
            "an unknown type", #""dtype":"BF16","shape":[2],"data_offsets":[0,4]"#, "elements of type BF16; F32, F16"),
        entry("no type", #""shape":[2],"data_offsets":[0,8]"#, "dtype, shape and data_offsets are needed"),
        entry("no shape", #""dtype":"F32","data_offsets":[0,8]"#, "dtype, shape and data_offsets are needed"),
        entry("no offsets", #""dtype":"F32","shape":[2]"#, "dtype, shape and data_offsets are needed"),
        entry("a shape twice", #""dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]"#, "shape is given twice"),
        entry("an unknown key", #""dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1"#, "unknown key x"),
        entry("a negative size", #""dtype":"F32","shape":[-2],"data_offsets":[0,8]"#, "no whole number from 0"),
        entry("a broken size", #""dtype":"F32","shape":[2.0],"data_offsets":[0,8]"#, "no ,"),
        entry("a size with a leading 0", #""dtype":"F32","shape":[02],"data_offsets":[0,8]"#, "a leading 0"),
        entry(
            "a size of twenty digits", #""dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]"#,
            "too many digits"),
        entry(
            "a shape that overflows", #""dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]"#,
            "has too many elements"),
    ]

    private static let offsets = [
        entry("one offset", #""dtype":"F32","shape":[2],"data_offsets":[8]"#, "a begin and an end"),
        entry("an end before the begin", #""dtype":"F32","shape":[2],"data_offsets":[8,0]"#, "a begin and an end"),
        entry(
            "too few bytes", #""dtype":"F32","shape":[2],"data_offsets":[0,4]"#,
            "4 bytes for shape [2] of F32, which needs 8"),
        entry(
            "too many bytes", #""dtype":"F16","shape":[2],"data_offsets":[0,8]"#,
            "8 bytes for shape [2] of F16, which needs 4"),
        entry(
            "beyond the end", #""dtype":"F32","shape":[3],"data_offsets":[0,12]"#,
            "ends at byte 12, but the file holds only 8"),
        entry("a hole before", #""dtype":"F32","shape":[1],"data_offsets":[4,8]"#, "leaves a hole from byte 0"),
        Lie("two tensors in one place", header: two("0,4", "0,4"), tensor: "b", says: "within another tensor"),
        Lie("a hole between", header: two("0,4", "8,12"), bytes: 12, tensor: "b", says: "leaves a hole from byte 4"),
    ]

    private static func entry(_ name: String, _ members: String, _ reason: String) -> Lie {
        Lie(name, header: "{\"a\":{\(members)}}", tensor: "a", says: reason)
    }

    private static func two(_ first: String, _ second: String) -> String {
        """
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[\(first)]},\
        "b":{"dtype":"F32","shape":[1],"data_offsets":[\(second)]}}
        """
    }

    @Test("a file that lies is refused, with the file, the tensor and what is wrong", arguments: lies)
    func refused(_ lie: Lie) throws {
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "weights.safetensors")
            try lie.content.write(to: url)
            let error = try #require(
                #expect(throws: SafetensorsError.self) { try SafetensorsFile(reading: url) })
            #expect(error.file == url.path)
            #expect(error.tensor == lie.tensor)
            #expect(error.reason.contains(lie.reason), "\(error)")
        }
    }

    @Test("a file that is not there is named")
    func missing() {
        let error = #expect(throws: SafetensorsError.self) {
            try SafetensorsFile(reading: URL(filePath: "/nowhere/weights.safetensors"))
        }
        #expect(error?.description.hasPrefix("/nowhere/weights.safetensors: cannot be read") == true)
    }

    @Test("all that JSON allows in a header is read")
    func lenient() throws {
        let header = #"""
            { "__metadata__" : { "A\"\\\/\b\f\n\r\t" : "\u3042\ud83d\ude00あ😀" } ,
              "w\u00e9" : { "data_offsets" : [ 4 , 12 ] , "shape" : [ 1 , 2 ] , "dtype" : "F32" } ,
              "none" : { "dtype" : "I64" , "shape" : [ 0 , 3 ] , "data_offsets" : [ 4 , 4 ] } ,
              "scalar" : { "dtype" : "U8" , "shape" : [ ] , "data_offsets" : [ 0 , 1 ] } ,
              "half" : { "dtype" : "U8" , "shape" : [ 3 ] , "data_offsets" : [ 1 , 4 ] } }
            """#
        try withTemporaryFolder { folder in
            let url = folder.appending(path: "weights.safetensors")
            try file(header + "    ", Data([7, 1, 2, 3, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])).write(to: url)
            let read = try SafetensorsFile(reading: url)
            #expect(read.metadata == ["A\"\\/\u{8}\u{c}\n\r\t": "あ😀あ😀"])
            #expect(read.tensors.count == 4)
            #expect(read.tensors["wé"]?.floats == [1, -2])
            #expect(read.tensors["wé"]?.shape == [1, 2])
            #expect(read.tensors["none"]?.integers == [])
            #expect(read.tensors["scalar"]?.integers == [7])
            #expect(read.tensors["half"]?.integers == [1, 2, 3])
            #expect(read.tensors["half"]?.floats == nil)
        }
    }
}

/// A file of this header, whose length may be told wrong, and 8 or other bytes of elements.
private func file(_ header: String, _ body: Data = Data(count: 8), length: UInt64? = nil) -> Data {
    file(Data(header.utf8), body, length: length)
}

private func file(_ header: Data, _ body: Data = Data(count: 8), length: UInt64? = nil) -> Data {
    withUnsafeBytes(of: (length ?? UInt64(header.count)).littleEndian) { Data($0) } + header + body
}
