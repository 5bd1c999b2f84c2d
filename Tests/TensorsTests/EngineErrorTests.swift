import Testing

@testable import Tensors

@Suite("errors of the engine")
struct EngineErrorTests {
    @Test("an error names the operation and the shapes of its tensors")
    func shapes() async throws {
        try await TensorThread.run {
            let images = try Tensor.zeros([2, 3, 8, 8])
            expectFailure("conv2d of [2, 3, 8, 8], [4, 5, 3, 3], none: ") {
                try images.conv2d(weight: Tensor.zeros([4, 5, 3, 3]))
            }
            expectFailure("conv_transpose2d of [2, 3, 8, 8], [4, 5, 3, 3], [5]: ") {
                try images.convTranspose2d(weight: Tensor.zeros([4, 5, 3, 3]), bias: Tensor.zeros([5]))
            }
            expectFailure("add of [2, 3, 8, 8], [5]: ") { try images + Tensor.zeros([5]) }
            expectFailure("matmul of [2, 3], [2, 3]: ") { try Tensor.zeros([2, 3]).matmul(Tensor.zeros([2, 3])) }
            expectFailure("reshape of [2, 3, 8, 8]: ") { try images.reshaped([5]) }
            expectFailure("slice of [2, 3, 8, 8]: ") { try images.slice(2..<4, along: 1) }
            expectFailure("concatenate of [2, 3, 8, 8], [2]: ") { try Tensor.concatenate([images, Tensor.zeros([2])]) }
            expectFailure("mse of [2, 3, 8, 8], [8]: ") { try images.meanSquaredError(to: Tensor.zeros([8])) }
            expectFailure("batch_norm of [1, 3], none, none, [3], [3]: ") {
                try Tensor.zeros([1, 3]).batchNorm(
                    runningMean: Tensor.zeros([3]), runningVariance: Tensor.zeros([3]), training: true)
            }
            expectFailure("view of [4]: no room for [2, 2] at 1") { try Tensor.zeros([4]).view(at: 1, shape: [2, 2]) }
            expectFailure("set_gradient of [2, 3, 8, 8], [2]: ") { try images.setGradient(Tensor.zeros([2])) }
            expectFailure("copy of [2, 3, 8, 8], [8]: ") { try images.copy(from: Tensor.zeros([8])) }
            expectFailure("add_scaled_in_place of [2, 3, 8, 8], [8]: ") { try images.add(Tensor.zeros([8])) }
            expectFailure("adam_step of [2], [3], [2], [2]: ") {
                let two = try Tensor.zeros([2])
                try two.adamStep(
                    gradients: Tensor.zeros([3]), firstMoments: two, secondMoments: two, step: 1, learningRate: 1)
            }
        }
    }

    @Test("values that do not fill a shape are refused with both numbers")
    func counts() async {
        await TensorThread.run {
            expectFailure("3 values for the shape [2, 2]") { try Tensor([1, 2, 3], shape: [2, 2]) }
            expectFailure("3 values for 4 elements") { try Tensor.zeros([2, 2]).write([1, 2, 3]) }
            expectFailure("a negative size in shape [2, -1]") { try Tensor.zeros([2, -1]) }
            expectFailure("too many elements in shape") { try Tensor.zeros([1 << 40, 1 << 40]) }
            expectFailure("a rank of 9") { try Tensor.zeros([Int](repeating: 1, count: 9)) }
            expectFailure("11 samples for 1 images of 2x2") {
                try Tensor(pixels: [UInt8](repeating: 0, count: 11), images: 1, height: 2, width: 2)
            }
        }
    }

    @Test("memory that is not there is an error of its own, and the engine goes on")
    func memory() async throws {
        try await TensorThread.run {
            let error = #expect(throws: EngineError.self) { try Tensor.zeros([1 << 45]) }
            guard case .outOfMemory(let text) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(text.contains("filled"))
            let after = try Tensor(filled: 1, shape: [2]).floats()
            #expect(after == [1, 1])
        }
    }

    @Test("a text is one line, without libtorch's stack of calls")
    func oneLine() async {
        await TensorThread.run {
            let error = #expect(throws: EngineError.self) { try Tensor.zeros([2]) + Tensor.zeros([3]) }
            let text = error?.description ?? ""
            #expect(!text.contains("frame #"))
            #expect(!text.contains("Exception raised from"))
            #expect(!text.contains("\n"))
        }
    }

    @Test("a device that is not there is named")
    func device() async throws {
        try await TensorThread.run {
            let count = try TensorEngine.cudaDeviceCount()
            #expect(count >= 0)
            expectFailure(count == 0 ? "no usable CUDA device" : "no device cuda:99") {
                try Tensor.zeros([2], on: .cuda(99))
            }
            #expect(try Tensor.zeros([2]).device == .cpu)
        }
    }

    @Test("settings are taken: threads, determinism, memory")
    func settings() async throws {
        try await TensorThread.run {
            let before = try TensorEngine.threadCount()
            try TensorEngine.setThreadCount(1)
            #expect(try TensorEngine.threadCount() == 1)
            try TensorEngine.setThreadCount(before)
            expectFailure("at least 1 thread, not 0") { try TensorEngine.setThreadCount(0) }
            try TensorEngine.setDeterministic(true)
            try TensorEngine.keepFreedMemory()
            try TensorEngine.synchronize(.cpu)
            #expect(try TensorEngine.describe().hasPrefix("libtorch "))
            #expect(try TensorEngine.peakMemory() > 1 << 20)
        }
    }

    private func expectFailure(
        _ text: String, location: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
    ) {
        let error = #expect(throws: EngineError.self, sourceLocation: location) { _ = try body() }
        #expect(error?.description.contains(text) == true, "\(error?.description ?? "")", sourceLocation: location)
    }
}
