import Testing

@testable import Tensors

@Suite("values in and out")
struct TensorValueTests {
    @Test(
        "values go in and out in the order of their indices",
        arguments: [[], [0], [5], [2, 3], [2, 3, 4, 5], [1, 2, 1, 2, 1]])
    func order(_ shape: [Int]) async throws {
        try await TensorThread.run {
            let values = (0..<shape.reduce(1, *)).map(Float.init)
            let tensor = try Tensor(values, shape: shape)
            #expect(tensor.shape == shape)
            #expect(tensor.count == values.count)
            #expect(try tensor.floats() == values)
            try tensor.write(values.reversed())
            #expect(try tensor.floats() == values.reversed())
        }
    }

    @Test("tensors of rank 4 are channels-last whatever made them")
    func channelsLast() async throws {
        try await TensorThread.run {
            let image = try Tensor((0..<120).map(Float.init), shape: [2, 3, 4, 5])
            let made = [
                image, try image.transposed(1, 3), try image.slice(1..<3, along: 1), try image.slice(0..<3, along: 3),
                try Tensor.concatenate([image, image], along: 1), try image.reshaped([2, 60]).reshaped([2, 5, 4, 3]),
                try image.conv2d(weight: Tensor.zeros([4, 3, 3, 3])), try image.upsampledNearest(by: 2),
                try image.convTranspose2d(weight: Tensor.zeros([3, 4, 4, 4]), stride: 2, padding: 1),
                try Tensor.zeros([2, 3, 4, 5]), try Tensor.zeros([150]).view(at: 30, shape: [2, 3, 4, 5]),
                try image.tanh(), try image + 1, try Tensor.zeros([6, 4]).matmul(image),
                try Tensor(pixels: [UInt8](repeating: 0, count: 120), images: 2, height: 4, width: 5),
            ]
            for tensor in made { #expect(try tensor.isChannelsLast, "\(tensor.shape)") }
            #expect(try !Tensor.zeros([2, 3]).isChannelsLast)
        }
    }

    @Test("every 8-bit sample comes back from -1 ... 1 as it went in")
    func samples() async throws {
        try await TensorThread.run {
            let samples = (0..<768).map { UInt8($0 * 7 % 256) }
            let images = try Tensor(pixels: samples, images: 2, height: 8, width: 16)
            #expect(images.shape == [2, 3, 8, 16])
            #expect(try images.pixels() == samples)
            // Image 1, channel 1, row 2, column 3: sample ((1 x 8 + 2) x 16 + 3) x 3 + 1.
            let value = try images.slice(1..<2).floats()[8 * 16 + 2 * 16 + 3]
            let sample = Float(samples[490])
            #expect(abs(value - (sample / 127.5 - 1)) < 1e-6)
        }
    }

    @Test("values beyond -1 ... 1 are clamped, those between are rounded to the nearest")
    func rounding() async throws {
        try await TensorThread.run {
            let values: [Float] = [
                -7, -1, -1 + 0.4 / 127.5, -1 + 0.6 / 127.5, 0.9999, 1, 7, .infinity, -.infinity, .nan,
            ]
            let image = try Tensor(values, shape: [1, 1, 2, 5])
            #expect(try image.pixels() == [0, 0, 0, 1, 255, 255, 255, 255, 0, 0])
        }
    }

    @Test("updates in place change what they should")
    func updates() async throws {
        try await TensorThread.run {
            let tensor = try Tensor([1, 2, 3], shape: [3])
            try tensor.scale(by: 2)
            try tensor.add(Tensor([1, 1, 1], shape: [3]), times: 0.5)
            #expect(try tensor.floats() == [2.5, 4.5, 6.5])
            let other = try Tensor.zeros([3])
            try other.copy(from: tensor)
            try tensor.fill(7)
            #expect(try other.floats() == [2.5, 4.5, 6.5])
            #expect(try tensor.floats() == [7, 7, 7])
        }
    }

    @Test("a number that is not finite is found", arguments: [Float.nan, .infinity, -.infinity])
    func finite(_ value: Float) async throws {
        try await TensorThread.run {
            let (numbers, others) = (try Tensor([1, 2], shape: [2]), try Tensor([1, value], shape: [2]))
            #expect(try numbers.isFinite)
            #expect(try !others.isFinite)
        }
    }

    @Test("the memory of a tensor is freed with it")
    func freed() async throws {
        try await TensorThread.run {
            _ = try Tensor(filled: 1, shape: [4 << 20])
            let before = try TensorEngine.peakMemory()
            for _ in 0..<100 { _ = try Tensor(filled: 1, shape: [4 << 20]).squared() }
            // 3.2 GB were asked for; other tests run beside this one.
            #expect(try TensorEngine.peakMemory() - before < 800 << 20)
        }
    }
}
