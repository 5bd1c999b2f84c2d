// What every file of the engine uses: tensors behind handles, and the guard that turns exceptions into error reports.
#pragma once

#include <ATen/ATen.h>

#include "dotchi_engine.h"

struct DotchiTensor {
    at::Tensor value;
};

namespace engine {

using Operands = at::ArrayRef<const DotchiTensor *>;

/// Writes the exception that is being handled into `error`, with the operation and the shapes of its tensors.
void report(DotchiError *error, const char *operation, Operands operands) noexcept;

/// On a thread's first call turns the recording of gradients off, which libtorch has on for every new thread.
void begin_thread();

/// The result of `body`, or `failed` with the error reported: no exception gets past here.
template <class Result, class Body>
Result guarded(DotchiError *error, const char *operation, Operands operands, Result failed, Body body) noexcept {
    error->code = DOTCHI_OK;
    try {
        begin_thread();
        return body();
    } catch (...) {
        report(error, operation, operands);
        return failed;
    }
}

/// A handle on `tensor`; one of rank 4 is made channels-last where it is not.
DotchiTensor *handle(at::Tensor tensor);

/// A handle on the tensor that `body` makes, or NULL with the error reported.
template <class Body>
DotchiTensor *tensor(DotchiError *error, const char *operation, Operands operands, Body body) noexcept {
    return guarded<DotchiTensor *>(error, operation, operands, nullptr, [&] { return handle(body()); });
}

/// True, or false with the error reported.
template <class Body>
bool done(DotchiError *error, const char *operation, Operands operands, Body body) noexcept {
    return guarded(error, operation, operands, false, [&] {
        body();
        return true;
    });
}

at::Device device(DotchiDevice number);
at::TensorOptions floats(DotchiDevice number);
/// The shape, checked: no negative size, no overflow of the number of elements.
at::IntArrayRef shape(const int64_t *sizes, int32_t rank);
/// The memory format that tensors of this rank have.
at::MemoryFormat format(int64_t rank);
/// The tensor, or the undefined one, which libtorch takes for none.
at::Tensor maybe(const DotchiTensor *tensor);

// One function for each group of entries of the table.
void add_library(DotchiEngineTable &table);
void add_values(DotchiEngineTable &table);
void add_arithmetic(DotchiEngineTable &table);
void add_shapes(DotchiEngineTable &table);
void add_layers(DotchiEngineTable &table);
void add_gradients(DotchiEngineTable &table);
void add_updates(DotchiEngineTable &table);

}  // namespace engine
