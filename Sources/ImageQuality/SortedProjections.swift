/// Patches projected on four directions, the numbers of each direction in ascending order.
struct SortedProjections {
    /// The numbers' sort keys, one direction after the other.
    private let keys: [UInt32]

    /// Projects `patches` on four directions side by side: element k of `directions` holds number k of each.
    init(of patches: PatchDescriptors, on directions: [SIMD4<Float>]) {
        let count = patches.count
        keys = [UInt32](unsafeUninitializedCapacity: 4 * count) { sorted, initialized in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * count) { projected in
                Self.project(patches, on: directions, into: UnsafeMutableRawBufferPointer(projected))
                for direction in 0..<4 {
                    let part = direction * count..<(direction + 1) * count
                    SortKey.sort(
                        UnsafeMutableBufferPointer(rebasing: projected[part]),
                        into: UnsafeMutableBufferPointer(rebasing: sorted[part]))
                }
            }
            initialized = 4 * count
        }
    }

    /// The mean distance between the numbers of this set and those of the same rank in a set of as many patches.
    func distance(to other: SortedProjections) -> Double {
        precondition(keys.count == other.keys.count, "sets of one size")
        return keys.withUnsafeBufferPointer { mine in
            other.keys.withUnsafeBufferPointer { its in
                var sum = 0.0
                for rank in 0..<mine.count {
                    sum += Double(abs(SortKey.number(of: mine[rank]) - SortKey.number(of: its[rank])))
                }
                return sum / Double(mine.count)
            }
        }
    }

    /// Writes the projections' sort keys, direction by direction.
    private static func project(
        _ patches: PatchDescriptors, on directions: [SIMD4<Float>], into target: UnsafeMutableRawBufferPointer
    ) {
        let length = PatchDescriptors.length
        precondition(directions.count == length, "directions as long as patches")
        let pitch = patches.count * MemoryLayout<UInt32>.stride
        patches.blocks.withUnsafeBufferPointer { blocks in
            directions.withUnsafeBufferPointer { directions in
                for block in 0..<blocks.count / length {
                    var sums = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
                    for number in 0..<length {
                        let eight = blocks[block * length + number]
                        let direction = directions[number]
                        sums.0 += eight * direction.x
                        sums.1 += eight * direction.y
                        sums.2 += eight * direction.z
                        sums.3 += eight * direction.w
                    }
                    let place = block * MemoryLayout<SIMD8<UInt32>>.stride
                    for (direction, sum) in [sums.0, sums.1, sums.2, sums.3].enumerated() {
                        let keys = SortKey.keys(of: sum)
                        target.storeBytes(of: keys, toByteOffset: place + direction * pitch, as: SIMD8<UInt32>.self)
                    }
                }
            }
        }
    }
}
