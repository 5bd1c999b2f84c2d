import Foundation
import Tensors

/// dotchi's side of `make bench-train`: one network, warm, that takes orders on standard input and answers each by one
/// line of JSON. `train.py` beside this file starts it and says what it is to do; README.md tells the rest.
///
///     TrainingBenchmark NETWORK BATCH THREADS
///     steps COUNT     that many training steps: seconds of each, and the losses
///     forward COUNT   that many blocks of images by the bare forward pass: seconds of each
///     save FILE       the weights, the photographs and the first inputs, for the peer
@main
struct TrainingBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let name = arguments.first.flatMap(Contest.init),
            let batch = arguments.dropFirst().first.flatMap({ Int($0) }),
            let threads = arguments.last.flatMap({ Int($0) })
        else {
            FileHandle.standardError.write(Data("TrainingBenchmark NETWORK BATCH THREADS\n".utf8))
            exit(64)
        }
        try await TensorThread.run {
            try TensorEngine.setThreadCount(threads)
            try TensorEngine.keepFreedMemory()
            let workbench = try Workbench(name, batch: batch)
            try answer(["engine": TensorEngine.describe()])
            while let line = readLine() { try obey(line, workbench) }
        }
    }

    @TensorThread
    private static func obey(_ line: String, _ workbench: Workbench) throws {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        switch (words.first, words.last.flatMap(Int.init)) {
        case ("steps", let count?):
            var losses: [[Double]] = []
            try answer(Measured(seconds: timed(count) { losses.append(try workbench.step()) }, losses: losses))
        case ("forward", let count?):
            try answer(Measured(seconds: timed(count) { try workbench.forward() }, losses: []))
        case ("save", _):
            try workbench.save(to: URL(filePath: words[words.count - 1]))
            try answer([String: String]())
        default:
            fatalError("an order that nobody gives: \(line)")
        }
    }

    /// What was measured, as the driver reads it.
    private struct Measured: Encodable {
        let seconds: [Double]
        let losses: [[Double]]
    }

    /// Seconds of each of `count` runs of `body`.
    private static func timed(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
        let clock = ContinuousClock()
        return try (0..<count).map { _ in try clock.measure(body) / .seconds(1) }
    }

    private static func answer(_ value: some Encodable) throws {
        FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
    }
}
