// Changes in place, which no history records.
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "Engine.hpp"

namespace engine {

namespace {

void check_shapes(const at::Tensor &tensor, const at::Tensor &other) {
    TORCH_CHECK(tensor.sizes() == other.sizes(), "both of one shape");
}

/// Strides of a tensor without gaps: channels-last for rank 4.
std::vector<int64_t> strides(at::IntArrayRef shape) {
    std::vector<int64_t> order(shape.size());
    for (size_t index = 0; index < shape.size(); ++index) order[index] = static_cast<int64_t>(index);
    if (shape.size() == 4) order = {0, 2, 3, 1};
    std::vector<int64_t> strides(shape.size());
    int64_t stride = 1;
    for (auto dimension = order.rbegin(); dimension != order.rend(); ++dimension) {
        strides[*dimension] = stride;
        stride *= std::max<int64_t>(shape[*dimension], 1);
    }
    return strides;
}

}  // namespace

void add_updates(DotchiEngineTable &table) {
    using Operand = const DotchiTensor *;
    table.write_floats = [](Operand tensor, const float *values, int64_t count, DotchiError *error) {
        return done(error, "write_floats", {tensor}, [&] {
            TORCH_CHECK(count == tensor->value.numel(), count, " values for ", tensor->value.numel(), " elements");
            c10::NoGradGuard unrecorded;
            tensor->value.copy_(at::from_blob(const_cast<float *>(values), tensor->value.sizes(), at::kFloat));
        });
    };
    table.copy = [](Operand tensor, Operand source, DotchiError *error) {
        return done(error, "copy", {tensor, source}, [&] {
            check_shapes(tensor->value, source->value);
            c10::NoGradGuard unrecorded;
            tensor->value.copy_(source->value);
        });
    };
    table.fill = [](Operand tensor, float value, DotchiError *error) {
        return done(error, "fill", {tensor}, [&] {
            c10::NoGradGuard unrecorded;
            tensor->value.fill_(value);
        });
    };
    table.scale_in_place = [](Operand tensor, float factor, DotchiError *error) {
        return done(error, "scale_in_place", {tensor}, [&] {
            c10::NoGradGuard unrecorded;
            tensor->value.mul_(factor);
        });
    };
    table.add_scaled_in_place = [](Operand tensor, Operand addend, float factor, DotchiError *error) {
        return done(error, "add_scaled_in_place", {tensor, addend}, [&] {
            check_shapes(tensor->value, addend->value);
            c10::NoGradGuard unrecorded;
            tensor->value.add_(addend->value, factor);
        });
    };
    table.adam_step = [](Operand parameters, Operand gradients, Operand first_moments, Operand second_moments,
                         int64_t step, double learning_rate, double beta1, double beta2, double epsilon,
                         DotchiError *error) {
        return done(error, "adam_step", {parameters, gradients, first_moments, second_moments}, [&] {
            for (Operand other : {gradients, first_moments, second_moments}) {
                check_shapes(parameters->value, other->value);
            }
            TORCH_CHECK(step >= 1, "steps count from 1, not ", step);
            c10::NoGradGuard unrecorded;
            first_moments->value.mul_(beta1).add_(gradients->value, 1 - beta1);
            second_moments->value.mul_(beta2).addcmul_(gradients->value, gradients->value, 1 - beta2);
            const double count = static_cast<double>(step);
            at::Tensor root = second_moments->value.sqrt();
            root.div_(std::sqrt(1 - std::pow(beta2, count))).add_(epsilon);
            parameters->value.addcdiv_(first_moments->value, root, -learning_rate / (1 - std::pow(beta1, count)));
        });
    };
    table.view = [](Operand flat, int64_t offset, const int64_t *sizes, int32_t rank, DotchiError *error) {
        return tensor(error, "view", {flat}, [&] {
            at::IntArrayRef viewed = shape(sizes, rank);
            TORCH_CHECK(flat->value.dim() == 1 && flat->value.is_contiguous(), "views are taken of a flat tensor");
            TORCH_CHECK(offset >= 0 && offset <= flat->value.numel() &&
                            c10::multiply_integers(viewed) <= flat->value.numel() - offset,
                        "no room for ", viewed, " at ", offset);
            at::Tensor detached = flat->value.detach();
            return detached.as_strided(viewed, strides(viewed), detached.storage_offset() + offset).detach();
        });
    };
    table.all_finite = [](Operand tensor, DotchiError *error) {
        return guarded<int32_t>(error, "all_finite", {tensor}, -1, [&] {
            return at::isfinite(tensor->value.detach()).all().item<bool>() ? 1 : 0;
        });
    };
}

}  // namespace engine
