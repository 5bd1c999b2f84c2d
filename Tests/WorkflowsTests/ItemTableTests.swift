import Foundation
import TestKit
import Testing

@testable import Workflows

@Suite("Tables of items")
struct ItemTableTests {
    private func table(_ text: String) throws -> ItemTable { try ItemTable(Array(text.utf8), file: "items.csv") }

    private func failure(_ bytes: [UInt8]) -> String {
        let error = #expect(throws: Failure.self) { try ItemTable(bytes, file: "items.csv") }
        #expect(error?.kind == .badData)
        return error?.description ?? ""
    }

    private func failure(_ text: String) -> String { failure(Array(text.utf8)) }

    @Test("columns come in any order, texts may have commas, quotes and lines, and what is empty is not there")
    func rows() throws {
        let table = try table(
            "reference,id,item,text\r\nrefs/a b.png,7,a b,\" A \"\"cat\"\",\r\non a mat \"\r\n,8,c,\r\n, ,d,x\r\n")
        #expect(table.rows.map(\.item) == ["a b", "d"])
        #expect(table.rows[0].text == "A \"cat\",\non a mat" && table.rows[0].reference == "refs/a b.png")
        #expect(table.rows[1].text == "x" && table.rows[1].reference == nil && table.rows[1].line == 5)
        #expect(table.unknownColumns == ["id"])
        let texts = try self.table("\u{FEFF}item;text\na;b\n")
        #expect(texts.rows.map(\.text) == ["b"])
    }

    @Test("what is no table of items is named with its line")
    func faults() {
        #expect(failure("").contains("line 1: the file is empty; expected item,text,reference"))
        #expect(
            failure("name,prompt\na,b\n").contains(
                "line 1: expected the columns item and text, reference or both, found"))
        #expect(failure("item\na\n").contains("expected the columns item and text"))
        #expect(failure("item,text,text\na,b,c\n").contains("column text stands twice"))
        #expect(failure("item,text\na,\"b\n").contains("line 2: a quote that opens here is never closed"))
        let all = failure(
            "item,text\na,b\n ,c\na,d\ne\u{301},f\n\u{E9},g\nh\ni,\u{1B}[31m\nj,\(String(repeating: "x", count: 4001))\n"
        )
        for part in [
            "line 3 names no item", "line 4 names the item “a”, as line 2 does",
            "line 6 names the item “é”, as line 5 does",
            "line 7 has 1 field, expected 2", "line 8 has the control character U+1B in the text of “i”",
            "line 9 has a text of 4001 characters for “j”; the most are 4000",
        ] { #expect(all.contains(part), "\(part): \(all)") }
        #expect(failure(Array("item,text\na,b\nc,".utf8) + [0xFF, 0xFE, 10]).contains("line 3"))
        #expect(
            failure([0xFF, 0xFE] + "item".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).contains("is UTF-16"))
    }

    @Test("rows go to the images of their names; what does not match is counted and named")
    func match() throws {
        let table = try table("item,text\nb,1\nx,2\nA,3\n")
        let match = ItemMatch(table, items: ["a", "b", "c"], folder: URL(filePath: "/tables"))
        #expect(match.rows.mapValues(\.text) == [1: "1"] && match.failure(of: "items.csv") == nil)
        #expect(
            match.notes(on: "items.csv") == [
                "2 items of items.csv have no image in the folder: “x” (line 3), “A” (line 4).",
                "2 of 3 images have neither text nor reference in items.csv: “a”, “c”.",
            ])
        let none = ItemMatch(table, items: ["b.png"], folder: URL(filePath: "/tables"))
        #expect(none.failure(of: "items.csv")?.description.contains("as “b” in line 2 is none") == true)
        let empty = ItemMatch(try self.table("item,text\na,\n"), items: ["a"], folder: URL(filePath: "/tables"))
        #expect(empty.failure(of: "items.csv")?.description.contains("no row has a text or a reference") == true)
    }

    @Test("references are paths from the table's folder")
    func references() throws {
        let table = try table("item,reference\na,refs/é %41.png\nb,/etc/b.png\n")
        let match = ItemMatch(table, items: ["a", "b"], folder: URL(filePath: "/tables"))
        #expect(try match.file(of: table.rows[0], table: "t")?.path == "/tables/refs/é %41.png")
        #expect(throws: Failure.self) { try match.file(of: table.rows[1], table: "t") }
    }
}
