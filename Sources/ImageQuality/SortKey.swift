/// Numbers of single precision as whole numbers with the same order, which are sorted digit by digit.
enum SortKey {
    /// The keys of eight numbers that are not NaN.
    static func keys(of numbers: SIMD8<Float>) -> SIMD8<UInt32> {
        let bits = unsafeBitCast(numbers, to: SIMD8<Int32>.self)  // 8 lanes of 32 bits each; SIMD has no bitPattern
        // A negative number has all bits turned, so that the larger magnitude is the smaller key; others their sign only.
        let ordered = bits ^ ((bits &>> 31) | .min)
        return SIMD8<UInt32>(truncatingIfNeeded: ordered)
    }

    /// The number with this key.
    static func number(of key: UInt32) -> Float {
        Float(bitPattern: key >> 31 == 1 ? key ^ 0x8000_0000 : ~key)
    }

    /// Writes `keys` to `sorted` in ascending order, by three digits of 11 bits from the lowest up. What `keys` hold
    /// afterwards means nothing.
    static func sort(_ keys: UnsafeMutableBufferPointer<UInt32>, into sorted: UnsafeMutableBufferPointer<UInt32>) {
        precondition(keys.count == sorted.count && keys.count < 1 << 32, "room for the keys")
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 << 11) { places in
            places.update(repeating: 0)
            for key in keys {
                for digit in 0..<3 { places[place(of: key, digit)] &+= 1 }
            }
            for digit in 0..<3 {
                var start: UInt32 = 0
                for value in digit << 11..<(digit + 1) << 11 {
                    (places[value], start) = (start, start &+ places[value])
                }
                let (source, target) = digit == 1 ? (sorted, keys) : (keys, sorted)
                for key in source {
                    let place = place(of: key, digit)
                    target[Int(places[place])] = key
                    places[place] &+= 1
                }
            }
        }
    }

    private static func place(of key: UInt32, _ digit: Int) -> Int {
        digit << 11 | Int(key &>> UInt32(11 * digit) & 0x7FF)
    }
}
