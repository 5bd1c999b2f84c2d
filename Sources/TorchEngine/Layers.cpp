// Layers and losses.
#include "Engine.hpp"
#include "Convolutions/MatrixProduct.hpp"
#include "Convolutions/MinimalFiltering.hpp"
#include "Convolutions/UpsampledConvolution.hpp"

namespace engine {

void add_layers(DotchiEngineTable &table) {
    using Operand = const DotchiTensor *;
    sgemm();  // When the engine is opened: see there.
    table.conv2d = [](Operand images, Operand weight, Operand bias, int64_t stride, int64_t padding,
                      DotchiError *error) {
        return tensor(error, "conv2d", {images, weight, bias}, [&] {
            if (stride == 2 && padding == 1 && bias == nullptr &&
                can_be_filtered(Filtering::strided, images->value, weight->value)) {
                return filtered(Filtering::strided, images->value, weight->value);
            }
            return at::conv2d(images->value, weight->value, maybe(bias), stride, padding);
        });
    };
    table.conv_transpose2d = [](Operand images, Operand weight, Operand bias, int64_t stride, int64_t padding,
                                DotchiError *error) {
        return tensor(error, "conv_transpose2d", {images, weight, bias}, [&] {
            if (stride == 2 && padding == 1 && bias == nullptr &&
                can_be_filtered(Filtering::transposed, images->value, weight->value)) {
                return filtered(Filtering::transposed, images->value, weight->value);
            }
            return at::conv_transpose2d(images->value, weight->value, maybe(bias), stride, padding);
        });
    };
    table.upsample_conv2d = [](Operand images, Operand weight, Operand bias, DotchiError *error) {
        return tensor(error, "upsample_conv2d", {images, weight, bias}, [&] {
            return upsampled_convolution(images->value, weight->value, maybe(bias));
        });
    };
    table.upsample_nearest = [](Operand images, int64_t factor, DotchiError *error) {
        return tensor(error, "upsample_nearest", {images}, [&] {
            const at::Tensor &small = images->value;
            TORCH_CHECK(small.dim() == 4, "images have 4 dimensions: count, channels, height, width");
            TORCH_CHECK(factor >= 1, "a factor of at least 1, not ", factor);
            return at::upsample_nearest2d(small, {small.size(2) * factor, small.size(3) * factor});
        });
    };
    table.batch_norm = [](Operand input, Operand weight, Operand bias, Operand mean, Operand variance, bool training,
                          float momentum, float epsilon, DotchiError *error) {
        return tensor(error, "batch_norm", {input, weight, bias, mean, variance}, [&] {
            TORCH_CHECK(input->value.dim() >= 2, "batch normalisation needs a dimension of channels");
            TORCH_CHECK(!training || input->value.numel() > input->value.size(1),
                        "training needs more than one value for each channel");
            return at::batch_norm(input->value, maybe(weight), maybe(bias), mean->value, variance->value, training,
                                  momentum, epsilon, at::globalContext().userEnabledCuDNN());
        });
    };
    table.bce_with_logits = [](Operand logits, float target, DotchiError *error) {
        return tensor(error, "bce_with_logits", {logits}, [&] {
            return at::binary_cross_entropy_with_logits(logits->value, at::full_like(logits->value, target));
        });
    };
    table.mse = [](Operand left, Operand right, DotchiError *error) {
        return tensor(error, "mse", {left, right}, [&] {
            TORCH_CHECK(left->value.sizes() == right->value.sizes(), "both of one shape");
            return at::mse_loss(left->value, right->value);
        });
    };
}

}  // namespace engine
