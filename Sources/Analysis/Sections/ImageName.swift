/// An image's name, ordered as people count: `A/2` before `A/10`.
struct ImageName: Comparable {
    let text: String
    private let stem: String
    private let number: Int

    /// A name, which may end in a number.
    init(_ text: String) {
        self.text = text
        let digits = text.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.count
        number = digits <= 18 ? Int(text.utf8.suffix(digits).reduce(0) { $0 * 10 + Int($1) - 0x30 }) : 0
        stem = digits <= 18 ? String(decoding: text.utf8.dropLast(digits), as: UTF8.self) : text
    }

    static func < (one: ImageName, other: ImageName) -> Bool {
        (one.stem, one.number, one.text) < (other.stem, other.number, other.text)
    }
}
