import Testing

@testable import Tensors

@Suite("the tensor thread")
struct TensorThreadTests {
    @TensorThread
    private final class Counter {
        let total: Tensor

        init() throws { total = try Tensor.zeros([1]) }

        func add() throws { try total.add(Tensor(filled: 1, shape: [1])) }

        func value() throws -> Float { try total.item() }
    }

    @Test("work runs on the one thread, and nothing else does")
    func oneThread() async {
        #expect(!TensorThread.isCurrent)
        let onThread = await TensorThread.run { TensorThread.isCurrent }
        #expect(onThread)
        #expect(!TensorThread.isCurrent)
    }

    @Test("tensors kept between calls see one call at a time")
    func oneAtATime() async throws {
        let counter = try await Counter()
        try await withThrowingTaskGroup { group in
            for _ in 0..<200 { group.addTask { try await counter.add() } }
            try await group.waitForAll()
        }
        #expect(try await counter.value() == 200)
    }

    @Test("what is thrown on the thread arrives")
    func errors() async {
        await #expect(throws: EngineError.self) {
            try await TensorThread.run { _ = try Tensor([1], shape: [2]) }
        }
    }

    #if DEBUG
        @Test("a call from another thread stops a debug build")
        func otherThread() async {
            await #expect(processExitsWith: .failure) { _ = try Tensor.zeros([1]) }
        }
    #endif
}
