// Of the up-sampled image u[i] = x[i / 2], row 2i + a of the output sees u[2i + a - 1], u[2i + a], u[2i + a + 1]:
//     a = 0: x[i - 1], x[i], x[i]        with the 2 weights (w0, w1 + w2) on x[i - 1], x[i]
//     a = 1: x[i], x[i], x[i + 1]        with the 2 weights (w0 + w1, w2) on x[i], x[i + 1]
// and columns likewise. So a 2x2 convolution with zero padding 1 to four times the channels, one set for each phase
// (a, b), gives (H + 1) x (W + 1), of which phase (a, b) of the output is the window [a, a + H) x [b, b + W).
#include "UpsampledConvolution.hpp"

#include <vector>

#include "MinimalFiltering.hpp"

namespace engine {

namespace {

/// Row (2a + k, 2b + l) says which of the 3x3 weights add up to weight (k, l) of phase (a, b).
at::Tensor fold(const at::TensorOptions &options) {
    static const float sums[] = {1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1};
    at::Tensor rows = at::from_blob(const_cast<float *>(sums), {4, 3}, at::kFloat).to(options);
    return (rows.reshape({4, 1, 3, 1}) * rows.reshape({1, 4, 1, 3})).reshape({16, 9});
}

/// Weights outputs x inputs x 3 x 3 as (a, b, outputs) x inputs x 2 x 2; channels-last ones are not copied first.
at::Tensor folded(const at::Tensor &weight) {
    const int64_t outputs = weight.size(0), inputs = weight.size(1);
    at::Tensor each = weight.permute({0, 2, 3, 1}).reshape({outputs, 9, inputs});
    return at::matmul(fold(weight.options()), each)
        .reshape({outputs, 2, 2, 2, 2, inputs})
        .permute({1, 3, 0, 2, 4, 5})
        .reshape({4 * outputs, 2, 2, inputs})
        .permute({0, 3, 1, 2});
}

}  // namespace

at::Tensor upsampled_convolution(const at::Tensor &images, const at::Tensor &weight, const at::Tensor &bias) {
    TORCH_CHECK(images.dim() == 4, "images have 4 dimensions: count, channels, height, width");
    TORCH_CHECK(weight.dim() == 4 && weight.size(2) == 3 && weight.size(3) == 3, "a weight of outputs, inputs, 3, 3");
    TORCH_CHECK(!bias.defined() || bias.dim() == 1, "a bias of one dimension");
    if (!bias.defined() && can_be_filtered(Filtering::upsampled, images, weight)) {
        return filtered(Filtering::upsampled, images, weight);
    }
    const int64_t count = images.size(0), height = images.size(2), width = images.size(3), outputs = weight.size(0);
    at::Tensor biases = bias.defined() ? bias.repeat({4}) : bias;
    at::Tensor all = at::conv2d(images, folded(weight), biases, 1, 1).permute({0, 2, 3, 1});
    std::vector<at::Tensor> phases = all.chunk(4, 3);
    auto window = [&](int64_t a, int64_t b) { return phases[2 * a + b].narrow(1, a, height).narrow(2, b, width); };
    auto row = [&](int64_t a) { return at::stack({window(a, 0), window(a, 1)}, 3); };
    return at::stack({row(0), row(1)}, 2)
        .reshape({count, 2 * height, 2 * width, outputs})
        .permute({0, 3, 1, 2});
}

}  // namespace engine
