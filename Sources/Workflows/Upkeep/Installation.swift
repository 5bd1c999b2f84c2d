import Foundation
import Study
import Tensors

/// Looks whether all parts of dotchi are installed.
package enum Installation {
    /// The tensor engine, and the templates.
    ///
    /// - Parameter trains: whether the study has networks, for which alone the engine is needed.
    package static func findings(trains: Bool = true) async -> [CheckupFinding] { [await engine(trains), templates()] }

    private static func engine(_ trains: Bool) async -> CheckupFinding {
        do {
            let facts = try await TensorThread.run {
                (
                    path: try TensorEngine.open().path, description: try TensorEngine.describe(),
                    devices: try TensorEngine.cudaDeviceCount()
                )
            }
            let devices = facts.devices == 0 ? "no CUDA device" : facts.devices.counted("CUDA device")
            let threads = ProcessInfo.processInfo.activeProcessorCount.counted("thread")
            return CheckupFinding(text: "tensor engine: \(facts.description), \(threads), \(devices) (\(facts.path))")
        } catch {
            if trains { return CheckupFinding(mark: .missing, fault: .unavailable, text: "\(error)") }
            return CheckupFinding(mark: .note, text: "\(error) This study trains nothing, and does without.")
        }
    }

    private static func templates() -> CheckupFinding {
        do {
            return CheckupFinding(
                text: "templates: \(try Templates.studies().list) (\(try Templates.folder().path))")
        } catch {
            return CheckupFinding(mark: .missing, fault: .unavailable, text: "\(error)")
        }
    }
}
