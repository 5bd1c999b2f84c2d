// Shapes and reductions.
#include <vector>

#include "Engine.hpp"

namespace engine {

namespace {

/// All dimensions where none are named.
std::vector<int64_t> named(const int64_t *dimensions, int32_t count, const at::Tensor &tensor) {
    std::vector<int64_t> named(dimensions, dimensions + count);
    for (int64_t dimension = 0; count == 0 && dimension < tensor.dim(); ++dimension) named.push_back(dimension);
    return named;
}

}  // namespace

void add_shapes(DotchiEngineTable &table) {
    using Operand = const DotchiTensor *;
    table.reshape = [](Operand operand, const int64_t *sizes, int32_t rank, DotchiError *error) {
        return tensor(error, "reshape", {operand}, [&] { return operand->value.reshape(shape(sizes, rank)); });
    };
    table.transpose = [](Operand operand, int32_t first, int32_t second, DotchiError *error) {
        return tensor(error, "transpose", {operand}, [&] { return operand->value.transpose(first, second); });
    };
    table.slice = [](Operand operand, int32_t dimension, int64_t start, int64_t end, DotchiError *error) {
        return tensor(error, "slice", {operand}, [&] { return operand->value.narrow(dimension, start, end - start); });
    };
    table.concatenate = [](Operand const *tensors, int32_t count, int32_t dimension, DotchiError *error) {
        const Operands operands(tensors, static_cast<size_t>(count));
        return tensor(error, "concatenate", operands, [&] {
            std::vector<at::Tensor> values;
            for (Operand operand : operands) values.push_back(operand->value);
            return at::cat(values, dimension);
        });
    };
    table.sum = [](Operand operand, const int64_t *dimensions, int32_t count, bool keep, DotchiError *error) {
        return tensor(error, "sum", {operand}, [&] {
            return operand->value.sum(named(dimensions, count, operand->value), keep);
        });
    };
    table.mean = [](Operand operand, const int64_t *dimensions, int32_t count, bool keep, DotchiError *error) {
        return tensor(error, "mean", {operand}, [&] {
            return operand->value.mean(named(dimensions, count, operand->value), keep);
        });
    };
}

}  // namespace engine
