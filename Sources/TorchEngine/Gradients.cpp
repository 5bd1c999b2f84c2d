// Recording gradients and taking them.
#include <c10/core/GradMode.h>

#include <vector>

#include "Engine.hpp"

namespace engine {

void add_gradients(DotchiEngineTable &table) {
    using Operand = const DotchiTensor *;
    table.set_gradient_mode = [](bool on, DotchiError *error) {
        return guarded<int32_t>(error, "set_gradient_mode", {}, -1, [&] {
            bool before = c10::GradMode::is_enabled();
            c10::GradMode::set_enabled(on);
            return before ? 1 : 0;
        });
    };
    table.set_requires_gradient = [](Operand leaf, bool on, DotchiError *error) {
        return done(error, "set_requires_gradient", {leaf}, [&] {
            TORCH_CHECK(leaf->value.is_leaf(), "a recorded operation made this tensor");
            leaf->value.set_requires_grad(on);
        });
    };
    table.detach = [](Operand operand, DotchiError *error) {
        return tensor(error, "detach", {operand}, [&] { return operand->value.detach(); });
    };
    table.backward = [](Operand loss, Operand const *leaves, int32_t count, DotchiError *error) {
        return done(error, "backward", {loss}, [&] {
            TORCH_CHECK(loss->value.numel() == 1, "gradients are taken of a single number");
            TORCH_CHECK(loss->value.requires_grad(), "nothing that needs gradients was recorded for this number");
            TORCH_CHECK(count >= 1, "at least one tensor to take gradients by");
            std::vector<at::Tensor> inputs;
            for (int32_t index = 0; index < count; ++index) inputs.push_back(leaves[index]->value);
            loss->value.backward({}, /*retain_graph=*/false, /*create_graph=*/false, inputs);
        });
    };
    table.gradient = [](Operand leaf, DotchiError *error) {
        return guarded<DotchiTensor *>(error, "gradient", {leaf}, nullptr, [&]() -> DotchiTensor * {
            const at::Tensor &gradient = leaf->value.grad();
            return gradient.defined() ? handle(gradient) : nullptr;
        });
    };
    table.set_gradient = [](Operand leaf, Operand gradient, DotchiError *error) {
        return done(error, "set_gradient", {leaf, gradient}, [&] {
            TORCH_CHECK(gradient == nullptr || gradient->value.sizes() == leaf->value.sizes(), "both of one shape");
            leaf->value.mutable_grad() = gradient == nullptr ? at::Tensor() : gradient->value;
        });
    };
}

}  // namespace engine
