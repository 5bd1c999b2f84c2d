import Randomness
import Testing

@Suite("Philox")
struct PhiloxTests {
    @Test(
        "Philox gives the known answers of Random123",
        arguments: [
            KnownAnswer(
                counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
                block: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
            KnownAnswer(
                counter: SIMD4(repeating: 0xffff_ffff), key: SIMD2(repeating: 0xffff_ffff),
                block: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
            KnownAnswer(
                counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
                key: SIMD2(0xa409_3822, 0x299f_31d0),
                block: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
        ])
    func knownAnswers(answer: KnownAnswer) {
        #expect(Philox.block(counter: answer.counter, key: answer.key) == answer.block)
    }

    struct KnownAnswer: Sendable {
        var counter: SIMD4<UInt32>
        var key: SIMD2<UInt32>
        var block: SIMD4<UInt32>
    }

    @Test("four blocks at once are those of four counters", arguments: [0, 1, 0xFFFF_FFFE, 1 << 40] as [UInt64])
    func blocks(number: UInt64) {
        let (rest, key) = (SIMD2<UInt32>(0x1234_5678, 0xFFFF_FFFF), SIMD2<UInt32>(0xFFFF_FFFE, 7))
        let four = Philox.blocks(from: number, rest, key: key)
        for lane in 0..<4 {
            let own = number + UInt64(lane)
            let block = Philox.block(
                counter: SIMD4(UInt32(truncatingIfNeeded: own), UInt32(own >> 32), rest.x, rest.y), key: key)
            let found = [four.x[lane], four.y[lane], four.z[lane], four.w[lane]]
            #expect(found == (0..<4).map { UInt64(block[$0]) })
        }
    }
}
