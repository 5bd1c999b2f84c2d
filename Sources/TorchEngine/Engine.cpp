// The table and its one exported function.
#include "Engine.hpp"

#include <c10/core/GradMode.h>

#include <cstdio>
#include <cstring>
#include <new>
#include <sstream>

namespace engine {

namespace {

/// libtorch's own words, without the stack of calls and the source lines it adds.
void describe(std::ostream &out, const char *operation, Operands operands, const char *what) {
    out << operation;
    if (operands.size() > 0) out << " of";
    const char *separator = " ";
    for (const DotchiTensor *operand : operands) {
        out << separator;
        if (operand == nullptr) {
            out << "none";
        } else {
            out << operand->value.sizes();
        }
        separator = ", ";
    }
    out << ": " << what;
}

void write(DotchiError *error, int32_t code, const char *operation, Operands operands, const char *what) {
    std::ostringstream text;
    describe(text, operation, operands, what);
    error->code = code;
    std::snprintf(error->message, error->capacity, "%s", text.str().c_str());
}

/// Debian's libtorch reports missing main memory as any other error.
bool says_out_of_memory(const char *what) {
    return std::strstr(what, "can't allocate memory") != nullptr || std::strstr(what, "not enough memory") != nullptr;
}

}  // namespace

void report(DotchiError *error, const char *operation, Operands operands) noexcept {
    try {
        try {
            // Called where `guarded` has caught an exception.
            // cppcheck-suppress rethrowNoCurrentException
            throw;
        } catch (const c10::OutOfMemoryError &failure) {
            write(error, DOTCHI_OUT_OF_MEMORY, operation, operands, failure.what_without_backtrace());
        } catch (const c10::Error &failure) {
            const char *what = failure.what_without_backtrace();
            write(error, says_out_of_memory(what) ? DOTCHI_OUT_OF_MEMORY : DOTCHI_INVALID, operation, operands, what);
        } catch (const std::bad_alloc &) {
            write(error, DOTCHI_OUT_OF_MEMORY, operation, operands, "no main memory");
        } catch (const std::exception &failure) {
            write(error, DOTCHI_INVALID, operation, operands, failure.what());
        } catch (...) {
            write(error, DOTCHI_INVALID, operation, operands, "an unknown exception");
        }
    } catch (...) {
        error->code = DOTCHI_OUT_OF_MEMORY;
        std::snprintf(error->message, error->capacity, "%s: no memory to say what failed", operation);
    }
}

void begin_thread() {
    static thread_local bool begun = false;
    if (begun) return;
    c10::GradMode::set_enabled(false);
    begun = true;
}

at::MemoryFormat format(int64_t rank) {
    return rank == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
}

DotchiTensor *handle(at::Tensor tensor) {
    return new DotchiTensor{tensor.dim() == 4 ? tensor.contiguous(at::MemoryFormat::ChannelsLast) : tensor};
}

at::Device device(DotchiDevice number) {
    if (number < 0) return at::kCPU;
    TORCH_CHECK(at::hasCUDA(), "this engine has no usable CUDA device");
    TORCH_CHECK(number < static_cast<int64_t>(at::getNumGPUs()), "no device cuda:", number, "; there are ",
                at::getNumGPUs());
    return at::Device(at::kCUDA, static_cast<c10::DeviceIndex>(number));
}

at::TensorOptions floats(DotchiDevice number) {
    return at::TensorOptions().dtype(at::kFloat).device(device(number));
}

at::IntArrayRef shape(const int64_t *sizes, int32_t rank) {
    TORCH_CHECK(rank >= 0 && rank <= 8, "a rank of ", rank, "; up to 8 are possible");
    at::IntArrayRef shape(sizes, static_cast<size_t>(rank));
    int64_t count = 1;
    for (int64_t size : shape) {
        TORCH_CHECK(size >= 0, "a negative size in shape ", shape);
        TORCH_CHECK(!__builtin_mul_overflow(count, size, &count), "too many elements in shape ", shape);
    }
    return shape;
}

at::Tensor maybe(const DotchiTensor *tensor) { return tensor == nullptr ? at::Tensor() : tensor->value; }

}  // namespace engine

extern "C" __attribute__((visibility("default"))) const DotchiEngineTable *dotchi_engine_table() {
    static const DotchiEngineTable table = [] {
        DotchiEngineTable table = {};
        table.size = sizeof(DotchiEngineTable);
        table.version = DOTCHI_ENGINE_VERSION;
        engine::add_library(table);
        engine::add_values(table);
        engine::add_arithmetic(table);
        engine::add_shapes(table);
        engine::add_layers(table);
        engine::add_gradients(table);
        engine::add_updates(table);
        return table;
    }();
    return &table;
}
