// Arithmetic and functions of each element.
#include "Engine.hpp"

namespace engine {

void add_arithmetic(DotchiEngineTable &table) {
    using Operand = const DotchiTensor *;
    table.add = [](Operand left, Operand right, DotchiError *error) {
        return tensor(error, "add", {left, right}, [&] { return left->value + right->value; });
    };
    table.subtract = [](Operand left, Operand right, DotchiError *error) {
        return tensor(error, "subtract", {left, right}, [&] { return left->value - right->value; });
    };
    table.multiply = [](Operand left, Operand right, DotchiError *error) {
        return tensor(error, "multiply", {left, right}, [&] { return left->value * right->value; });
    };
    table.divide = [](Operand left, Operand right, DotchiError *error) {
        return tensor(error, "divide", {left, right}, [&] { return left->value / right->value; });
    };
    table.scale = [](Operand operand, float factor, DotchiError *error) {
        return tensor(error, "scale", {operand}, [&] { return operand->value * factor; });
    };
    table.add_scalar = [](Operand operand, float addend, DotchiError *error) {
        return tensor(error, "add_scalar", {operand}, [&] { return operand->value + addend; });
    };
    table.matmul = [](Operand left, Operand right, DotchiError *error) {
        return tensor(error, "matmul", {left, right}, [&] { return at::matmul(left->value, right->value); });
    };
    table.relu = [](Operand operand, DotchiError *error) {
        return tensor(error, "relu", {operand}, [&] { return at::relu(operand->value); });
    };
    table.leaky_relu = [](Operand operand, float slope, DotchiError *error) {
        return tensor(error, "leaky_relu", {operand}, [&] { return at::leaky_relu(operand->value, slope); });
    };
    table.tanh = [](Operand operand, DotchiError *error) {
        return tensor(error, "tanh", {operand}, [&] { return at::tanh(operand->value); });
    };
    table.sigmoid = [](Operand operand, DotchiError *error) {
        return tensor(error, "sigmoid", {operand}, [&] { return at::sigmoid(operand->value); });
    };
    table.square = [](Operand operand, DotchiError *error) {
        return tensor(error, "square", {operand}, [&] { return at::square(operand->value); });
    };
    table.abs = [](Operand operand, DotchiError *error) {
        return tensor(error, "abs", {operand}, [&] { return at::abs(operand->value); });
    };
    table.sqrt = [](Operand operand, DotchiError *error) {
        return tensor(error, "sqrt", {operand}, [&] { return at::sqrt(operand->value); });
    };
    table.exp = [](Operand operand, DotchiError *error) {
        return tensor(error, "exp", {operand}, [&] { return at::exp(operand->value); });
    };
    table.log = [](Operand operand, DotchiError *error) {
        return tensor(error, "log", {operand}, [&] { return at::log(operand->value); });
    };
    table.clamp = [](Operand operand, float low, float high, DotchiError *error) {
        return tensor(error, "clamp", {operand}, [&] { return at::clamp(operand->value, low, high); });
    };
}

}  // namespace engine
