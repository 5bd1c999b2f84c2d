import CSV
import Testing

@Suite("Texts that spreadsheets take for formulas")
struct FormulaTests {
    @Test(
        "such a text has an apostrophe before it, and comes back without",
        arguments: [
            ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("＝1", "'＝1"), ("＠x", "'＠x"), ("-", "'-"),
            ("-1.5.2", "'-1.5.2"), ("'=1", "''=1"), ("'-1.5", "''-1.5"), ("''@", "'''@"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
        ])
    func formulas(field: String, written: String) throws {
        let text = CSVWriter.text([["a", field], [field, "b"]])
        #expect(text == "a,\(written)\n\(written),b\n")
        #expect(try CSVReader.records(text).map(\.fields) == [["a", field], [field, "b"]])
    }

    @Test(
        "numbers stand as they are, and so do other texts",
        arguments: ["-1.5", "+3", "-2e-05", "-.5", "1", "'", "'a", "''", "a=b", "方法", "−1.5", "1-2", ""])
    func others(field: String) throws {
        #expect(CSVWriter.text([["a", field]]) == "a,\(field)\n")
        #expect(try CSVReader.records("a,\(field)\n").map(\.fields) == [["a", field]])
    }

    @Test("of texts that differ in apostrophes and formulas no two look alike in a file")
    func unambiguous() throws {
        var texts = [""]
        for _ in 0..<4 { texts += texts.flatMap { text in ["'", "=", "-", "1", "\t"].map { text + $0 } } }
        let distinct = Array(Set(texts))
        // The first line tells a reader what stands between fields.
        let file = CSVWriter.text([["a", "b"]] + distinct.map { ["x", $0] })
        #expect(try CSVReader.records(file).dropFirst().map { $0.fields.last } == distinct)
        #expect(distinct.count == 781)
    }
}
