extension PixelBuffer {
    /// The picture in another size, by Pillow's bicubic resampling (`Image.resize(size, Image.Resampling.BICUBIC)`):
    /// rows first, then columns, rounded to 8 bits in between.
    ///
    /// - Parameters: the new width and height in pixels, each at least 1.
    package func resized(width newWidth: Int, height newHeight: Int) -> PixelBuffer {
        precondition(newWidth >= 1 && newHeight >= 1, "a picture has at least one pixel")
        var picture = self
        if newWidth != width { picture = picture.resizedRows(to: newWidth) }
        if newHeight != height { picture = picture.resizedColumns(to: newHeight) }
        return picture
    }

    /// The picture as a square of `side` pixels.
    package func resized(_ side: Int) -> PixelBuffer { resized(width: side, height: side) }

    private func resizedRows(to newWidth: Int) -> PixelBuffer {
        let axis = ResamplingWeights(from: width, to: newWidth)
        let resized = Self.samples(newWidth * height * 3) { target in
            bytes.withUnsafeBufferPointer { source in
                axis.weights.withUnsafeBufferPointer { weights in
                    for x in 0..<newWidth {
                        let first = axis.first[x]
                        let count = axis.count[x]
                        for y in 0..<height {
                            var red = Self.half
                            var green = Self.half
                            var blue = Self.half
                            var sample = (y * width + first) * 3
                            for weight in weights[x * axis.stride..<x * axis.stride + count] {
                                red &+= Int32(source[sample]) &* weight
                                green &+= Int32(source[sample + 1]) &* weight
                                blue &+= Int32(source[sample + 2]) &* weight
                                sample += 3
                            }
                            let start = (y * newWidth + x) * 3
                            target[start] = Self.level(red)
                            target[start + 1] = Self.level(green)
                            target[start + 2] = Self.level(blue)
                        }
                    }
                }
            }
        }
        return PixelBuffer(width: newWidth, height: height, bytes: resized)
    }

    private func resizedColumns(to newHeight: Int) -> PixelBuffer {
        let axis = ResamplingWeights(from: height, to: newHeight)
        let pitch = width * 3
        let resized = Self.samples(newHeight * pitch) { target in
            bytes.withUnsafeBufferPointer { source in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: pitch) { sums in
                    for y in 0..<newHeight {
                        sums.update(repeating: Self.half)
                        for step in 0..<axis.count[y] {
                            let weight = axis.weights[y * axis.stride + step]
                            let row = (axis.first[y] + step) * pitch
                            for sample in 0..<pitch { sums[sample] &+= Int32(source[row + sample]) &* weight }
                        }
                        for sample in 0..<pitch { target[y * pitch + sample] = Self.level(sums[sample]) }
                    }
                }
            }
        }
        return PixelBuffer(width: width, height: newHeight, bytes: resized)
    }

    private static var half: Int32 { 1 << (ResamplingWeights.fractionBits - 1) }

    private static func level(_ sum: Int32) -> UInt8 {
        UInt8(clamping: sum >> ResamplingWeights.fractionBits)
    }

    private static func samples(_ count: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
            fill(UnsafeMutableBufferPointer(rebasing: target[0..<count]))
            initialized = count
        }
    }
}
