// How large the windows, tiles and parts of one convolution are that is computed by minimal filtering.
#pragma once

#include <algorithm>
#include <cstdint>

#include "FilteringTransforms.hpp"

namespace engine::filtering {

/// Floats that the transformed windows of a part of the images take: they stay in the caches.
constexpr int64_t part_floats = 1 << 19;

/// Sizes of one convolution: of `x`, images x inputs x height x width, and `y`, which has `outputs` channels.
struct Sizes {
    /// A 4x4 convolution of stride 2; else up-sampling and a 3x3 convolution.
    bool strided;
    int64_t images, height, width, inputs, outputs;

    int64_t kernel() const { return strided ? 4 : 3; }
    /// Images that rows (and columns) fall into.
    int64_t phases() const { return strided ? 2 : 1; }
    /// Rows from one window to the next, and from one row of a window to the next.
    int64_t stride() const { return strided ? 4 : 1; }
    int64_t step() const { return strided ? 2 : 1; }
    int64_t tile_rows() const { return height / stride(); }
    int64_t tile_columns() const { return width / stride(); }
    /// Tiles of 2x2 outputs in an image, each with one window.
    int64_t tiles() const { return tile_rows() * tile_columns(); }
    /// Length of the sums of products.
    int64_t depth() const { return phases() * phases() * inputs; }
    /// Row (or column) `index` of the window of phase `phase` of tile `tile`.
    int64_t row(int64_t tile, int64_t phase, int64_t index) const { return tile * stride() - 1 + phase + index * step(); }
    /// Floats of the transformed weight.
    int64_t weight_floats() const { return outputs * points * depth(); }
    /// Images whose windows are transformed together: few, but so many that a large weight is not read too often.
    int64_t part() const {
        const int64_t floats = std::max(part_floats, weight_floats() / 2);
        return std::clamp<int64_t>(floats / (points * tiles() * depth()), 1, images);
    }
    /// The taps that add up to a point's, as bits.
    int64_t taps(int64_t phase, int64_t point) const {
        static constexpr int64_t of_strided[2][3] = {{0b0001, 0b0101, 0b0100}, {0b0010, 0b1010, 0b1000}};
        static constexpr int64_t of_upsampled[3] = {0b001, 0b111, 0b100};
        return strided ? of_strided[phase][point] : of_upsampled[point];
    }
};

}  // namespace engine::filtering
