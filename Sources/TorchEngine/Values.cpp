// Life of a tensor, and values in and out.
#include <algorithm>

#include "Engine.hpp"

namespace engine {

namespace {

/// A tensor over memory of the caller's, in the order of the indices.
at::Tensor over(const void *memory, at::IntArrayRef sizes, at::ScalarType type) {
    return at::from_blob(const_cast<void *>(memory), sizes, at::TensorOptions().dtype(type));
}

void check_count(int64_t count, const at::Tensor &tensor) {
    TORCH_CHECK(count == tensor.numel(), count, " values for ", tensor.numel(), " elements");
}

}  // namespace

void add_values(DotchiEngineTable &table) {
    table.release = [](DotchiTensor *tensor) { delete tensor; };
    table.shape = [](const DotchiTensor *tensor, int64_t *sizes, int32_t capacity, DotchiError *error) {
        return guarded<int32_t>(error, "shape", {tensor}, -1, [&] {
            at::IntArrayRef shape = tensor->value.sizes();
            std::copy_n(shape.begin(), std::min<size_t>(shape.size(), static_cast<size_t>(capacity)), sizes);
            return static_cast<int32_t>(shape.size());
        });
    };
    table.is_channels_last = [](const DotchiTensor *tensor, DotchiError *error) {
        return guarded<int32_t>(error, "is_channels_last", {tensor}, -1, [&] {
            return tensor->value.dim() == 4 && tensor->value.is_contiguous(at::MemoryFormat::ChannelsLast) ? 1 : 0;
        });
    };
    table.device = [](const DotchiTensor *tensor, DotchiError *error) {
        return guarded<DotchiDevice>(error, "device", {tensor}, -2, [&] {
            at::Device device = tensor->value.device();
            return static_cast<DotchiDevice>(device.is_cpu() ? -1 : device.index());
        });
    };
    table.to_device = [](const DotchiTensor *tensor, DotchiDevice number, DotchiError *error) {
        return engine::tensor(error, "to_device", {tensor}, [&] { return tensor->value.to(device(number)); });
    };
    table.filled = [](float value, const int64_t *sizes, int32_t rank, DotchiDevice number, DotchiError *error) {
        return tensor(error, "filled", {}, [&] {
            at::IntArrayRef filled = shape(sizes, rank);
            return at::empty(filled, floats(number), format(rank)).fill_(value);
        });
    };
    table.from_floats = [](const float *values, int64_t count, const int64_t *sizes, int32_t rank,
                           DotchiDevice number, DotchiError *error) {
        return tensor(error, "from_floats", {}, [&] {
            at::Tensor given = over(values, shape(sizes, rank), at::kFloat);
            TORCH_CHECK(count == given.numel(), count, " values for the shape ", given.sizes());
            return at::empty(given.sizes(), floats(number), format(rank)).copy_(given);
        });
    };
    table.from_pixels = [](const uint8_t *samples, int64_t images, int64_t height, int64_t width, int64_t channels,
                           DotchiDevice number, DotchiError *error) {
        return tensor(error, "from_pixels", {}, [&] {
            const int64_t sizes[] = {images, height, width, channels};
            at::Tensor given = over(samples, shape(sizes, 4), at::kByte).to(device(number), at::kFloat, false, true);
            return given.div_(127.5).sub_(1).permute({0, 3, 1, 2});
        });
    };
    table.read_floats = [](const DotchiTensor *tensor, float *values, int64_t count, DotchiError *error) {
        return done(error, "read_floats", {tensor}, [&] {
            check_count(count, tensor->value);
            over(values, tensor->value.sizes(), at::kFloat).copy_(tensor->value.detach());
        });
    };
    table.read_pixels = [](const DotchiTensor *images, uint8_t *samples, int64_t count, DotchiError *error) {
        return done(error, "read_pixels", {images}, [&] {
            TORCH_CHECK(images->value.dim() == 4, "images have 4 dimensions: count, channels, height, width");
            check_count(count, images->value);
            at::Tensor scaled = at::nan_to_num(images->value.detach(), -1, 2, -2).add(1).mul_(127.5).round_();
            at::Tensor rows = scaled.clamp_(0, 255).permute({0, 2, 3, 1}).to(at::kByte);
            over(samples, rows.sizes(), at::kByte).copy_(rows);
        });
    };
}

}  // namespace engine
