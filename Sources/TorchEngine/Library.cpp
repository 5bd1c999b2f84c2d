// The library itself: what it is, devices, threads, memory.
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <malloc.h>
#include <sys/resource.h>
#include <torch/csrc/api/include/torch/version.h>

#include <limits>
#include <string>

#include "Engine.hpp"

namespace engine {

namespace {

/// The processor's instructions that libtorch uses, such as "AVX2": one line of its own report.
std::string processor_capability() {
    static const std::string label = "CPU capability usage: ";
    const std::string configuration = at::show_config();
    const size_t start = configuration.find(label);
    if (start == std::string::npos) return "CPU";
    const size_t first = start + label.size();
    return configuration.substr(first, configuration.find('\n', first) - first);
}

}  // namespace

void add_library(DotchiEngineTable &table) {
    table.describe = [](DotchiError *error) {
        return guarded<const char *>(error, "describe", {}, nullptr, [] {
            static const std::string text = std::string("libtorch ") + TORCH_VERSION + ", " +
                                            processor_capability() + (at::hasCUDA() ? ", CUDA" : "");
            return text.c_str();
        });
    };
    table.cuda_device_count = [](DotchiError *error) {
        return guarded<int32_t>(error, "cuda_device_count", {}, -1, [] {
            return at::hasCUDA() ? static_cast<int32_t>(at::getNumGPUs()) : 0;
        });
    };
    table.synchronize = [](DotchiDevice number, DotchiError *error) {
        return done(error, "synchronize", {}, [&] {
            at::Device target = device(number);
            if (target.is_cuda()) at::detail::getCUDAHooks().deviceSynchronize(target.index());
        });
    };
    table.thread_count = [](DotchiError *error) {
        return guarded<int32_t>(error, "thread_count", {}, -1, [] { return at::get_num_threads(); });
    };
    table.set_thread_count = [](int32_t count, DotchiError *error) {
        return done(error, "set_thread_count", {}, [&] {
            TORCH_CHECK(count >= 1, "at least 1 thread, not ", count);
            at::set_num_threads(count);
        });
    };
    table.set_deterministic = [](bool on, DotchiError *error) {
        return done(error, "set_deterministic", {}, [&] {
            at::globalContext().setDeterministicCuDNN(on);
            at::globalContext().setBenchmarkCuDNN(!on);
        });
    };
    table.keep_freed_memory = [](DotchiError *error) {
        return done(error, "keep_freed_memory", {}, [] {
            constexpr int most = std::numeric_limits<int>::max();
            TORCH_CHECK(mallopt(M_MMAP_MAX, 0) == 1 && mallopt(M_TRIM_THRESHOLD, most) == 1 &&
                            mallopt(M_TOP_PAD, 64 << 20) == 1,
                        "the allocator does not take the setting");
        });
    };
    table.peak_memory = [](DotchiError *error) {
        return guarded<int64_t>(error, "peak_memory", {}, -1, [] {
            rusage usage = {};
            TORCH_CHECK(getrusage(RUSAGE_SELF, &usage) == 0, "the system does not say");
            return static_cast<int64_t>(usage.ru_maxrss) * 1024;
        });
    };
}

}  // namespace engine
