import Answers
import Foundation
import Testing

@Suite("Receipts")
struct ReceiptTests {
    @Test("the code is base32 of 80 bits of SHA-256 over \"receipt\" and the session's id, whatever its case")
    func code() {
        // printf 'receipt%s' ID | sha256sum | head -c 20 | xxd -r -p | base32
        let id = "00000000-0000-4000-8000-000000000001"
        #expect(Receipt.code(ofSession: id) == "AYCXBRDCYJDQQNDK")
        #expect(Receipt.code(ofSession: id.uppercased()) == Receipt.code(ofSession: id))
    }

    @Test("a code is read with hyphens, blanks and small letters; other texts are none")
    func reading() {
        #expect(Receipt.code(in: "abcd-efgh ijkl-mn27") == "ABCDEFGHIJKLMN27")
        for text in ["", "ABCDEFGHIJKLMNO", "ABCDEFGHIJKLMN18", "ABCDEFGHIJKLMNOPQ"] {
            #expect(Receipt.code(in: text) == nil, "\(text)")
        }
    }

    @Test("a person is found by the code, and no other is")
    func search() {
        let id = "00000000-0000-4000-8000-000000000001"
        let search = PersonSearch(Receipt.code(ofSession: id).lowercased())
        #expect(search.match(participant: "p", session: id, seat: 1, file: nil) == .session)
        #expect(search.match(participant: "p", session: id.replacing("1", with: "2"), seat: 1, file: nil) == nil)
    }
}
