import Testing
import Text

@Suite("Numbers in texts from others")
struct DecimalNumbersTests {
    @Test(
        "a number is one in decimal digits",
        arguments: ["0x10", "0x1p4", "nan", "inf", "-inf", "+5", "", " 5", "5 ", "５", "٥", "1,5", "-", "1e999"])
    func none(text: String) {
        #expect(text.decimalNumber == nil && text.wholeNumber == nil && text.seedNumber == nil)
    }

    @Test("with a point, a minus and a power of ten where it is no whole one")
    func some() {
        for (text, number) in [("0.7", 0.7), ("-0.7", -0.7), ("1e+05", 100_000), ("12.0", 12), ("12", 12)] {
            #expect(text.decimalNumber == number)
        }
        for (text, number) in [("12", 12), ("-3", -3), ("012", 12)] { #expect(text.wholeNumber == number) }
        for text in ["0.7", "1e3", "12.0"] { #expect(text.wholeNumber == nil) }
        #expect("99999999999999999999".wholeNumber == nil && "99999999999999999999".seedNumber == nil)
        #expect("18446744073709551615".seedNumber == .max && "7".seedNumber == 7 && "-7".seedNumber == nil)
    }
}
