// The forward and backward passes of minimal filtering: MinimalFiltering.hpp says what they compute.
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

#include "FilteringSizes.hpp"
#include "FilteringTransforms.hpp"
#include "MatrixProduct.hpp"

namespace engine::filtering {

/// Rows of `block` in `count`.
inline int64_t blocks(int64_t count, int64_t block) { return (count + block - 1) / block; }

/// Transformed windows, and their products, of some images: points x tiles x depth or outputs.
struct Part {
    Part(const Sizes &sizes, int64_t images)
        : v(at::empty({points, images * sizes.tiles(), sizes.depth()}, at::kFloat)),
          m(at::empty({points, images * sizes.tiles(), sizes.outputs}, at::kFloat)) {}

    const at::Tensor v, m;

    float *v_at(int64_t point, int64_t tile) const { return at(v, point, tile); }
    float *m_at(int64_t point, int64_t tile) const { return at(m, point, tile); }

private:
    static float *at(const at::Tensor &tensor, int64_t point, int64_t tile) {
        return tensor.data_ptr<float>() + (point * tensor.size(1) + tile) * tensor.size(2);
    }
};

/// One convolution's passes. All images and weights are channels-last; u is a transformed weight, outputs x points x
/// depth.
class Passes {
public:
    explicit Passes(const Sizes &sizes) : sizes(sizes), zeros(sizes.inputs, 0) {}

    /// u of a weight.
    at::Tensor transformed(const at::Tensor &weight) const {
        at::Tensor u = at::empty({sizes.outputs, points, sizes.depth()}, at::kFloat);
        const float *from = weight.data_ptr<float>();
        float *to = u.data_ptr<float>();
        each_sum([&](int64_t output, int64_t place, int64_t tap, bool first) {
            const float *w = from + (output * sizes.kernel() * sizes.kernel() + tap) * sizes.inputs;
            float *sum = to + output * points * sizes.depth() + place;
            if (first) {
                std::copy_n(w, sizes.inputs, sum);
            } else {
                for (int64_t c = 0; c < sizes.inputs; ++c) sum[c] += w[c];
            }
        });
        return u;
    }

    /// y of x.
    at::Tensor forward(const at::Tensor &images, const at::Tensor &transformed) const {
        at::Tensor result = empty(sizes.images, sizes.outputs, 2 * sizes.tile_rows(), 2 * sizes.tile_columns());
        const float *x = images.data_ptr<float>();
        float *u = transformed.data_ptr<float>(), *y = result.data_ptr<float>();
        each_part([&](const Part &part, int64_t first, int64_t count) {
            const int64_t tiles = count * sizes.tiles();
            open_windows(x, part, first, 0, count * sizes.tile_rows());
            for (int64_t point = 0; point < points; ++point) {
                multiply(tiles, sizes.outputs, sizes.depth(), v(part, point), transposed(weights(u, point)),
                         m(part, point));
            }
            close_tiles(y, part, first, count * sizes.tile_rows());
        });
        return result;
    }

    /// The gradient by x, of that by y.
    at::Tensor backward_images(const at::Tensor &gradient, const at::Tensor &transformed) const {
        at::Tensor result = empty(sizes.images, sizes.inputs, sizes.height, sizes.width);
        const float *y = gradient.data_ptr<float>();
        float *u = transformed.data_ptr<float>(), *x = result.data_ptr<float>();
        each_part([&](const Part &part, int64_t first, int64_t count) {
            const int64_t tiles = count * sizes.tiles();
            open_tiles(y, part, first, 0, count * sizes.tile_rows());
            for (int64_t point = 0; point < points; ++point) {
                multiply(tiles, sizes.depth(), sizes.outputs, m(part, point), weights(u, point), v(part, point));
            }
            close_windows(x, part, first, count);
        });
        return result;
    }

    /// The gradient by the weight, of x and the gradient by y.
    at::Tensor backward_weight(const at::Tensor &images, const at::Tensor &gradient) const {
        at::Tensor weight_gradient = at::empty({sizes.outputs, points, sizes.depth()}, at::kFloat);
        const float *x = images.data_ptr<float>(), *y = gradient.data_ptr<float>();
        float *u = weight_gradient.data_ptr<float>();
        // The parts one after the other, and the threads share each: every thread has places of u for itself.
        const Part part(sizes, sizes.part());
        const int64_t block = std::max<int64_t>(32, sizes.outputs / 4);
        for (int64_t first = 0; first < sizes.images; first += sizes.part()) {
            const int64_t count = std::min(sizes.part(), sizes.images - first);
            at::parallel_for(0, count * sizes.tile_rows(), 1, [&](int64_t begin, int64_t end) {
                open_windows(x, part, first, begin, end);
                open_tiles(y, part, first, begin, end);
            });
            at::parallel_for(0, points * blocks(sizes.outputs, block), 1, [&](int64_t begin, int64_t end) {
                for (int64_t task = begin; task < end; ++task) {
                    const int64_t point = task % points, output = task / points * block;
                    multiply(std::min(block, sizes.outputs - output), sizes.depth(), count * sizes.tiles(),
                             transposed(m(part, point, output)), v(part, point), weights(u, point, output),
                             first > 0);
                }
            });
        }
        return transformed_back(weight_gradient);
    }

private:
    const Sizes sizes;
    /// What stands beyond the border.
    const std::vector<float> zeros;

    static Matrix transposed(Matrix matrix) {
        matrix.transposed = true;
        return matrix;
    }

    /// A point of the windows of a part: tiles x depth.
    Matrix v(const Part &part, int64_t point) const { return {part.v_at(point, 0), sizes.depth()}; }

    /// A point of the products of a part, from `output` on: tiles x outputs.
    Matrix m(const Part &part, int64_t point, int64_t output = 0) const {
        return {part.m_at(point, 0) + output, sizes.outputs};
    }

    /// A point of a transformed weight, from `output` on: outputs x depth.
    Matrix weights(float *u, int64_t point, int64_t output = 0) const {
        return {u + (output * points + point) * sizes.depth(), points * sizes.depth()};
    }

    static at::Tensor empty(int64_t count, int64_t channels, int64_t height, int64_t width) {
        return at::empty({count, channels, height, width}, at::kFloat, at::MemoryFormat::ChannelsLast);
    }

    /// The gradient by the weight, of that by u.
    at::Tensor transformed_back(const at::Tensor &u) const {
        at::Tensor weight = empty(sizes.outputs, sizes.inputs, sizes.kernel(), sizes.kernel()).zero_();
        const float *from = u.data_ptr<float>();
        float *to = weight.data_ptr<float>();
        each_sum([&](int64_t output, int64_t place, int64_t tap, bool) {
            const float *sum = from + output * points * sizes.depth() + place;
            float *w = to + (output * sizes.kernel() * sizes.kernel() + tap) * sizes.inputs;
            for (int64_t c = 0; c < sizes.inputs; ++c) w[c] += sum[c];
        });
        return weight;
    }

    /// Calls `body` with memory of its own, the first image and the number of images of each part, side by side.
    template <class Body>
    void each_part(Body body) const {
        const int64_t threads = at::get_num_threads();
        const int64_t images = std::min(sizes.part(), blocks(sizes.images, threads));
        at::parallel_for(0, blocks(sizes.images, images), 1, [&](int64_t begin, int64_t end) {
            const Part part(sizes, images);
            for (int64_t first = begin * images; first < std::min(end * images, sizes.images); first += images) {
                body(part, first, std::min(images, sizes.images - first));
            }
        });
    }

    /// Calls `body` with image, row and column of each tile, and its number in the part, in rows of tiles of a part.
    template <class Body>
    void each_tile(int64_t first, int64_t begin, int64_t end, Body body) const {
        for (int64_t row = begin; row < end; ++row) {
            for (int64_t column = 0; column < sizes.tile_columns(); ++column) {
                body(first + row / sizes.tile_rows(), row % sizes.tile_rows(), column,
                     row * sizes.tile_columns() + column);
            }
        }
    }

    /// Calls `body` for each output, each place of its u, and each tap that adds to it.
    template <class Body>
    void each_sum(Body body) const {
        at::parallel_for(0, sizes.outputs, 1, [&](int64_t begin, int64_t end) {
            for (int64_t output = begin; output < end; ++output) {
                for (int64_t point = 0; point < points; ++point) {
                    for (int64_t phase = 0; phase < sizes.phases() * sizes.phases(); ++phase) {
                        const int64_t rows = sizes.taps(phase / sizes.phases(), point / 3);
                        const int64_t columns = sizes.taps(phase % sizes.phases(), point % 3);
                        bool first = true;
                        for (int64_t tap = 0; tap < sizes.kernel() * sizes.kernel(); ++tap) {
                            if (!(rows >> tap / sizes.kernel() & 1 && columns >> tap % sizes.kernel() & 1)) continue;
                            body(output, point * sizes.depth() + phase * sizes.inputs, tap, first);
                            first = false;
                        }
                    }
                }
            }
        });
    }

    /// Where a window's pixel lies in the image; `outside` beyond its border.
    template <class Float>
    Float *pixel(Float *image, int64_t row, int64_t column, Float *outside) const {
        if (row < 0 || row >= sizes.height || column < 0 || column >= sizes.width) return outside;
        return image + (row * sizes.width + column) * sizes.inputs;
    }

    /// The windows of a phase of a tile: where its pixels lie in the image, and where in `part`.
    template <class Float, class Transform>
    void each_window(Float *pixels, Float *outside, const Part &part, int64_t row, int64_t column, int64_t tile,
                     Transform transform) const {
        for (int64_t phase = 0; phase < sizes.phases() * sizes.phases(); ++phase) {
            std::array<Float *, points> window;
            Points values;
            for (int64_t point = 0; point < points; ++point) {
                window[point] = pixel(pixels, sizes.row(row, phase / sizes.phases(), point / 3),
                                      sizes.row(column, phase % sizes.phases(), point % 3), outside);
                values[point] = part.v_at(point, tile) + phase * sizes.inputs;
            }
            transform(window, values);
        }
    }

    void open_windows(const float *x, const Part &part, int64_t first, int64_t begin, int64_t end) const {
        each_tile(first, begin, end, [&](int64_t image, int64_t row, int64_t column, int64_t tile) {
            const float *pixels = x + image * sizes.height * sizes.width * sizes.inputs;
            each_window(pixels, zeros.data(), part, row, column, tile,
                        [&](const Window &window, const Points &to) { transform(window, to, sizes.inputs); });
        });
    }

    void close_windows(float *x, const Part &part, int64_t first, int64_t count) const {
        const int64_t size = sizes.height * sizes.width * sizes.inputs;
        std::fill_n(x + first * size, count * size, 0.0f);
        std::vector<float> outside(sizes.inputs);
        each_tile(first, 0, count * sizes.tile_rows(), [&](int64_t image, int64_t row, int64_t column, int64_t tile) {
            each_window(x + image * size, outside.data(), part, row, column, tile,
                        [&](const Points &window, const Points &from) { transform_back(from, window, sizes.inputs); });
        });
    }

    /// The four outputs of a tile.
    template <class Float>
    std::array<Float *, 4> outputs(Float *y, int64_t image, int64_t row, int64_t column) const {
        const int64_t width = 2 * sizes.tile_columns();
        Float *first = y + ((image * 2 * sizes.tile_rows() + 2 * row) * width + 2 * column) * sizes.outputs;
        return {first, first + sizes.outputs, first + width * sizes.outputs, first + (width + 1) * sizes.outputs};
    }

    Points products(const Part &part, int64_t tile) const {
        Points products;
        for (int64_t point = 0; point < points; ++point) products[point] = part.m_at(point, tile);
        return products;
    }

    void close_tiles(float *y, const Part &part, int64_t first, int64_t rows) const {
        each_tile(first, 0, rows, [&](int64_t image, int64_t row, int64_t column, int64_t tile) {
            finish(products(part, tile), outputs(y, image, row, column), sizes.outputs);
        });
    }

    void open_tiles(const float *y, const Part &part, int64_t first, int64_t begin, int64_t end) const {
        each_tile(first, begin, end, [&](int64_t image, int64_t row, int64_t column, int64_t tile) {
            finish_back(outputs(y, image, row, column), products(part, tile), sizes.outputs);
        });
    }
};

}  // namespace engine::filtering
