import CSV
import Foundation
import Testing

@Suite("Tables that are not UTF-8")
struct OtherEncodingTests {
    /// What is written of three lines with `name` in the second.
    private func table(_ name: [UInt8]) -> [UInt8] {
        Array("participant,choice\r\n".utf8) + name + Array(",left\r\np2,right\r\n".utf8)
    }

    @Test(
        "bytes of an encoding without a mark are called none, since they can be read as others",
        arguments: [
            ("modèle in Windows-1252", [0x6D, 0x6F, 0x64, 0xE8, 0x6C, 0x65]),
            ("Schön in Windows-1252", [0x53, 0x63, 0x68, 0xF6, 0x6E]),
            ("modèle in Mac Roman", [0x6D, 0x6F, 0x64, 0x8F, 0x6C, 0x65]),
            ("① in CP932", [0x87, 0x40]), ("髙 in CP932", [0xFB, 0xFC]), ("方法 in Shift_JIS", [0x95, 0xFB, 0x96, 0x40]),
            ("方法 in EUC-JP", [0xCA, 0xFD, 0xCB, 0xA1]), ("方法 in GB18030", [0xB7, 0xBD, 0xB7, 0xA8]),
        ] as [(String, [UInt8])])
    func unknown(what: String, name: [UInt8]) throws {
        let found = try #require(OtherEncoding(of: table(name)))
        #expect(found == .unknown(line: 2), "\(what)")
        #expect(
            found.advice.contains("(first in line 2)") && found.advice.contains("`iconv -f NAME -t UTF-8")
                && found.advice.contains("only if iconv ends without an error"))
    }

    @Test(
        "UTF-8 with a bad byte, or cut within a character, is damaged in the line of the first; no command converts it")
    func damaged() throws {
        let name = Array("太郎".utf8)
        for bytes in [table(name + [0xE8] + name), table(name) + name.dropLast(), table(name) + [0x0D] + name + [0xFF]]
        {
            let found = try #require(OtherEncoding(of: bytes))
            let line = bytes.last == 0x0A ? 2 : bytes.last == 0xFF ? 5 : 4
            #expect(found == .damagedUTF8(line: line) && found.line == line)
            #expect(!found.advice.contains("iconv") && found.advice.contains("line \(line)"))
        }
        // As many that are none as are: nothing is proved, nor by the mark, which is no character of the text.
        #expect(OtherEncoding(of: table(Array("é".utf8) + [0xE8, 0x61])) == .unknown(line: 2))
        #expect(OtherEncoding(of: [0xEF, 0xBB, 0xBF] + table([0xE8, 0x61])) == .unknown(line: 2))
    }

    @Test(
        "UTF-16 and UTF-32 show themselves, by a mark or by their zeros",
        arguments: [
            (String.Encoding.utf16, [], "UTF-16"), (.utf16LittleEndian, [0xFF, 0xFE], "UTF-16"),
            (.utf16LittleEndian, [], "UTF-16LE"), (.utf16BigEndian, [], "UTF-16BE"),
            (.utf32LittleEndian, [0xFF, 0xFE, 0, 0], "UTF-32"), (.utf32BigEndian, [0, 0, 0xFE, 0xFF], "UTF-32"),
            (.utf32LittleEndian, [], "UTF-32LE"), (.utf32BigEndian, [], "UTF-32BE"),
        ] as [(String.Encoding, [UInt8], String)])
    func marked(encoding: String.Encoding, mark: [UInt8], name: String) throws {
        let bytes = mark + Array(try #require("participant,choice\n太郎,left\n".data(using: encoding)))
        let found = try #require(OtherEncoding(of: bytes))
        #expect(found == .marked(name) && found.advice.contains("`iconv -f \(name) -t UTF-8 FILE > NEW.csv`"))
    }

    @Test("UTF-8 is UTF-8, with a mark too")
    func none() {
        #expect(OtherEncoding(of: table(Array("太郎".utf8))) == nil)
        #expect(OtherEncoding(of: [0xEF, 0xBB, 0xBF] + table([0x61])) == nil && OtherEncoding(of: []) == nil)
    }
}
