/// Where tensors lie and are computed.
package enum Device: Sendable, Hashable, CustomStringConvertible {
    /// The processor and main memory.
    case cpu
    /// A CUDA device by its number, from 0.
    case cuda(Int)

    /// "cpu", or "cuda:0".
    package var description: String {
        switch self {
        case .cpu: "cpu"
        case .cuda(let index): "cuda:\(index)"
        }
    }

    /// The engine's number of the device.
    var number: Int32 {
        switch self {
        case .cpu: -1
        case .cuda(let index): Int32(index)
        }
    }

    init(number: Int32) {
        self = number < 0 ? .cpu : .cuda(Int(number))
    }
}
