import Foundation
import Testing

@testable import Tensors

@Suite("The memory of the process")
struct ProcessMemoryTests {
    @Test("its peak counts what was held, and starts over without what was freed")
    func peak() throws {
        let size = 600 << 20
        let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
        block.initializeMemory(as: UInt8.self, repeating: 1, count: size)
        let held = try #require(ProcessMemory.peak)
        #expect(held >= size)
        block.deallocate()
        ProcessMemory.beginPeak()
        // Other tests run beside this one.
        #expect(try #require(ProcessMemory.peak) < held - size / 2)
    }
}
