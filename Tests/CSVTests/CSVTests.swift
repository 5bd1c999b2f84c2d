import CSV
import Testing

@Suite("Comma-separated values")
struct CSVTests {
    @Test(
        "what is written comes back",
        arguments: ["plain", "a,b", "say \"hi\"", "two\nlines", "cr\r\nlf", "", "\"\u{301}", "手法"])
    func roundTrip(field: String) throws {
        let text = CSVWriter.text([["first", field], [field, "last"]])
        #expect(try CSVReader.records(text).map(\.fields) == [["first", field], [field, "last"]])
    }

    @Test("lines end in any way, empty ones are passed over, a byte order mark is no part of a name")
    func lineEnds() throws {
        let records = try CSVReader.records("\u{FEFF}a,b\r\n\r\n1,\"x\r\ny\"\n\n2,\r3,z")
        #expect(records.map(\.fields) == [["a", "b"], ["1", "x\r\ny"], ["2", ""], ["3", "z"]])
        #expect(records.map(\.line) == [1, 3, 6, 7])
        #expect(try CSVReader.records("").isEmpty)
        #expect(try CSVReader.records("\"\"\n").map(\.fields) == [[""]], "a quoted nothing is a field")
    }

    @Test(
        "fields stand between what the first line has most of, outside of quotes; commas where there is neither",
        arguments: [
            ("a;b\n\"1;2\";3,4\n", [["a", "b"], ["1;2", "3,4"]]),
            ("a\tb\n1,2\t\"3\t4\"\n", [["a", "b"], ["1,2", "3\t4"]]),
            ("\"a;b;c\",d\n1,2\n", [["a;b;c", "d"], ["1", "2"]]),
            ("a\n1,2\n", [["a"], ["1", "2"]]),
        ])
    func separators(text: String, fields: [[String]]) throws {
        #expect(try CSVReader.records(text).map(\.fields) == fields)
    }

    @Test(
        "quotes that do not fit are named with their line",
        arguments: [
            ("a,b\n1,\"open", 2, "a quote that opens here is never closed"),
            ("x\n\"a\"b\n", 2, "text follows a closing quote, expected a comma"),
            ("x\ty\n\"a\"b\n", 2, "text follows a closing quote, expected a tab"),
        ])
    func quotes(text: String, line: Int, reason: String) throws {
        let error = try #require(throws: CSVError.self) { try CSVReader.records(text) }
        #expect(error.line == line && error.reason == reason)
    }

    @Test("a quote inside a field that does not begin with one stands for itself")
    func quoteInside() throws {
        #expect(try CSVReader.records("a\"b,6\"\n").map(\.fields) == [["a\"b", "6\""]])
    }

    @Test("a record of more fields than the largest spreadsheet has is refused, before they take any memory")
    func manyFields() throws {
        let most = CSVReader.mostFields
        let whole = try CSVReader.records(String(repeating: ",", count: most - 1))
        #expect(whole.count == 1 && whole[0].fields.count == most)
        let error = #expect(throws: CSVError.self) {
            try CSVReader.records("a;b\n" + String(repeating: ";", count: 40 * most))
        }
        #expect(error?.line == 2 && error?.reason == "more than 16384 fields, which no table has")
    }
}
