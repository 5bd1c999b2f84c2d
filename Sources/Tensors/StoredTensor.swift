package import Foundation

/// A tensor as a safetensors file holds it: plain bytes, usable without an engine and on any thread.
package struct StoredTensor: Sendable, Equatable {
    /// What each element is; little-endian.
    package enum ElementType: String, Sendable, CaseIterable {
        /// IEEE single precision.
        case float32 = "F32"
        /// IEEE half precision.
        case float16 = "F16"
        /// A whole number in 0 ... 255.
        case uint8 = "U8"
        /// A whole number of 64 bits with a sign.
        case int64 = "I64"

        /// Bytes of an element.
        package var width: Int {
            switch self {
            case .float32: 4
            case .float16: 2
            case .uint8: 1
            case .int64: 8
            }
        }
    }

    /// What each element is.
    package let type: ElementType
    /// The size along each dimension.
    package let shape: [Int]
    /// The elements in the order of their indices, without gaps.
    package let bytes: Data

    /// A tensor of `bytes`, as many as shape and type say.
    package init(_ bytes: Data, type: ElementType, shape: [Int]) {
        precondition(bytes.count == shape.reduce(type.width, *), "\(bytes.count) bytes for \(shape) of \(type)")
        self.type = type
        self.shape = shape
        self.bytes = bytes
    }

    /// A tensor of `values`, as many as `shape` says.
    ///
    /// - Parameter type: `float32`, or `float16`, to which values are rounded (those beyond 65504 become infinite).
    package init(floats values: [Float], shape: [Int], as type: ElementType = .float32) {
        switch type {
        case .float32: self.init(values.withUnsafeBytes { Data($0) }, type: type, shape: shape)
        case .float16: self.init(values.map(Float16.init).withUnsafeBytes { Data($0) }, type: type, shape: shape)
        case .uint8, .int64: preconditionFailure("floats are not stored as \(type)")
        }
    }

    /// A tensor of whole numbers, as many as `shape` says.
    package init(integers values: [Int64], shape: [Int]) {
        self.init(values.withUnsafeBytes { Data($0) }, type: .int64, shape: shape)
    }

    /// The elements; nil where they are whole numbers.
    package var floats: [Float]? {
        switch type {
        case .float32: elements()
        case .float16: elements(of: Float16.self).map(Float.init)
        case .uint8, .int64: nil
        }
    }

    /// The elements; nil where they are no whole numbers.
    package var integers: [Int64]? {
        switch type {
        case .uint8: bytes.map(Int64.init)
        case .int64: elements()
        case .float32, .float16: nil
        }
    }

    /// Whether no element is infinite or no number; whole numbers never are.
    package var isFinite: Bool {
        switch type {
        // All bits of the exponent are set.
        case .float32: !elements(of: UInt32.self).contains { $0 & 0x7f80_0000 == 0x7f80_0000 }
        case .float16: !elements(of: UInt16.self).contains { $0 & 0x7c00 == 0x7c00 }
        case .uint8, .int64: true
        }
    }

    private func elements<Element: BitwiseCopyable>(of type: Element.Type = Element.self) -> [Element] {
        let count = bytes.count / MemoryLayout<Element>.stride
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = bytes.copyBytes(to: buffer) / MemoryLayout<Element>.stride
        }
    }
}
