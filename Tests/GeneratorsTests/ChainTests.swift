import GeneratorTestKit
import Pictures
import Study
import Tensors
import Testing

@testable import Generators

@Suite("Chains of networks")
struct ChainTests {
    private static func networks(_ settings: [NetworkSettings]) throws -> [ImageNetwork] {
        try settings.map { try ImageNetwork($0, on: .cpu) }
    }

    @Test("image i of a seed is the same image whatever range is asked for")
    func fixedImages() async throws {
        try await TensorThread.run {
            let chain = try ImageChain(networks: Self.networks([Examples.dcgan(), Examples.srcnn()]))
            #expect(chain.size == 16)
            let all = try chain.images(0..<150, seed: 9)
            #expect(all.count == 150)
            #expect(all.allSatisfy { $0.width == 16 && $0.height == 16 })
            #expect(Set(all).count == 150)
            for range in [0..<1, 63..<65, 64..<128, 100..<150, 149..<150] {
                #expect(try chain.images(range, seed: 9) == Array(all[range]), "\(range)")
            }
            #expect(try chain.images(7..<7, seed: 9).isEmpty)
            #expect(try chain.images(0..<3, seed: 10) != Array(all[0..<3]))
        }
    }

    @Test("networks that do not fit together are named")
    func mismatches() async throws {
        await TensorThread.run {
            @TensorThread func message(_ settings: [NetworkSettings]) -> String {
                do {
                    _ = try ImageChain(networks: Self.networks(settings))
                    return "no error"
                } catch {
                    return "\(error)"
                }
            }
            #expect(message([]).contains("begins with a network of kind dcgan or multistage"))
            #expect(message([Examples.srcnn()]).contains("enlarge is of kind srcnn"))
            #expect(message([Examples.bicubic()]).contains("bicubic is of kind bicubic"))
            #expect(
                message([Examples.dcgan(size: 16), Examples.bicubic()]).contains(
                    "bicubic enlarges images of 8x8, and 16x16 come before it"))
            #expect(message([Examples.dcgan(), Examples.dcgan()]).contains("faces is of kind dcgan"))
            #expect(
                message([Examples.dcgan(size: 16), Examples.srcnn()]).contains(
                    "enlarge enlarges images of 8x8, and 16x16 come before it"))
        }
    }
}
