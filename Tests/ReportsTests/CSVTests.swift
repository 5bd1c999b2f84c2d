import Testing

@testable import Reports

@Suite("Comma-separated values")
struct CSVTests {
    @Test(
        "what is written comes back",
        arguments: ["plain", "a,b", "say \"hi\"", "two\nlines", "cr\r\nlf", "", "\"\u{301}", "手法"])
    func roundTrip(field: String) throws {
        let text = CSV.text([["first", field], [field, "last"]])
        #expect(try CSV.records(text).map(\.fields) == [["first", field], [field, "last"]])
    }

    @Test("lines end in any way, empty ones are passed over, a byte order mark is no part of a name")
    func lineEnds() throws {
        let records = try CSV.records("\u{FEFF}a,b\r\n\r\n1,\"x\r\ny\"\n\n2,\r3,z")
        #expect(records.map(\.fields) == [["a", "b"], ["1", "x\r\ny"], ["2", ""], ["3", "z"]])
        #expect(records.map(\.line) == [1, 3, 6, 7])
        #expect(try CSV.records("a;b\n\"1;2\";3,4\n").map(\.fields) == [["a", "b"], ["1;2", "3,4"]])
        #expect(try CSV.records("").isEmpty)
        #expect(try CSV.records("\"\"\n").map(\.fields) == [[""]], "a quoted nothing is a field")
    }

    @Test(
        "quotes that do not fit are named with their line",
        arguments: [("a,b\n1,\"open", 2), ("a\"b\n", 1), ("x\n\"a\"b\n", 2)])
    func quotes(text: String, line: Int) {
        #expect { try CSV.records(text) } throws: { ($0 as? CSV.SyntaxError)?.line == line }
    }
}
