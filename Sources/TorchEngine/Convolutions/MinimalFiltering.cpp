#include "MinimalFiltering.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include "FilteringPasses.hpp"
#include "MatrixProduct.hpp"

namespace engine {

namespace {

using filtering::Passes;
using filtering::Sizes;

/// Channels from which on it pays: with fewer the products are small beside the transforms.
constexpr int64_t fewest_channels = 16;

/// A transposed convolution is the gradient of one by its images.
Sizes sizes_of(Filtering form, const at::Tensor &images, const at::Tensor &weight) {
    const int64_t scale = form == Filtering::transposed ? 2 : 1;
    return {form != Filtering::upsampled, images.size(0), scale * images.size(2), scale * images.size(3),
            weight.size(1), weight.size(0)};
}

at::Tensor channels_last(const at::Tensor &tensor) { return tensor.contiguous(at::MemoryFormat::ChannelsLast); }

struct FilteredConvolution : torch::autograd::Function<FilteredConvolution> {
    using Context = torch::autograd::AutogradContext;

    static at::Tensor forward(Context *context, const at::Tensor &given, const at::Tensor &weight, int64_t number) {
        const auto form = static_cast<Filtering>(number);
        const at::Tensor images = channels_last(given);
        const Passes passes(sizes_of(form, images, weight));
        const at::Tensor u = passes.transformed(channels_last(weight));
        context->save_for_backward({images, weight, u});
        context->saved_data["form"] = number;
        return form == Filtering::transposed ? passes.backward_images(images, u) : passes.forward(images, u);
    }

    static torch::autograd::variable_list backward(Context *context, const torch::autograd::variable_list &gradients) {
        const auto form = static_cast<Filtering>(context->saved_data["form"].toInt());
        const auto saved = context->get_saved_variables();
        const at::Tensor &images = saved[0], &weight = saved[1], &u = saved[2];
        const Passes passes(sizes_of(form, images, weight));
        const at::Tensor gradient = channels_last(gradients[0]);
        const bool transposed = form == Filtering::transposed;
        at::Tensor by_images, by_weight;
        if (context->needs_input_grad(0)) {
            by_images = transposed ? passes.forward(gradient, u) : passes.backward_images(gradient, u);
        }
        if (context->needs_input_grad(1)) {
            by_weight = transposed ? passes.backward_weight(gradient, images) : passes.backward_weight(images, gradient);
        }
        return {by_images, by_weight, at::Tensor()};
    }
};

}  // namespace

bool can_be_filtered(Filtering form, const at::Tensor &images, const at::Tensor &weight) {
    if (sgemm() == nullptr || images.dim() != 4 || weight.dim() != 4) return false;
    if (!images.is_cpu() || !weight.is_cpu()) return false;
    if (images.scalar_type() != at::kFloat || weight.scalar_type() != at::kFloat) return false;
    const Sizes sizes = sizes_of(form, images, weight);
    const int64_t channels = form == Filtering::transposed ? sizes.outputs : sizes.inputs;
    return images.size(1) == channels && weight.size(2) == sizes.kernel() && weight.size(3) == sizes.kernel() &&
           sizes.inputs >= fewest_channels && sizes.outputs >= fewest_channels && sizes.images > 0 &&
           sizes.tiles() > 0 && sizes.height % sizes.stride() == 0 && sizes.width % sizes.stride() == 0;
}

at::Tensor filtered(Filtering form, const at::Tensor &images, const at::Tensor &weight) {
    return FilteredConvolution::apply(images, weight, static_cast<int64_t>(form));
}

}  // namespace engine
