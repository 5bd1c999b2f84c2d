// Products of matrices by the BLAS that libtorch itself uses.
#pragma once

#include <dlfcn.h>

#include <cstdint>

namespace engine {

using SGEMM = void (*)(
    const char *, const char *, const int *, const int *, const int *, const float *, const float *, const int *,
    const float *, const int *, const float *, float *, const int *);

/// SGEMM from one of the libraries that came with libtorch; NULL where none has it.
///
/// The first call makes OpenBLAS, which keeps threads of its own beside libtorch's, do without them. It is done when the
/// engine is opened, so that a product has the same bits whatever was computed before.
inline SGEMM sgemm() {
    static const SGEMM found = [] {
        Dl_info self = {};
        dladdr(reinterpret_cast<const void *>(&sgemm), &self);
        void *libraries = dlopen(self.dli_fname, RTLD_NOLOAD | RTLD_NOW);
        if (libraries == nullptr) return SGEMM(nullptr);
        auto set_threads = reinterpret_cast<void (*)(int)>(dlsym(libraries, "openblas_set_num_threads"));
        if (set_threads != nullptr) set_threads(1);
        return reinterpret_cast<SGEMM>(dlsym(libraries, "sgemm_"));
    }();
    return found;
}

/// A matrix, row by row.
struct Matrix {
    /// The first number, and numbers from one row to the next.
    float *first;
    int64_t distance;
    /// Whether the product takes it transposed.
    bool transposed = false;
};

/// result (rows x columns) = left right, or result + left right where `add`; `depth` is the length of the sums.
inline void multiply(
    int64_t rows, int64_t columns, int64_t depth, const Matrix &left, const Matrix &right, const Matrix &result,
    bool add = false) {
    // BLAS counts column by column: the transposed product.
    const int m = static_cast<int>(columns), n = static_cast<int>(rows), k = static_cast<int>(depth);
    const int lda = static_cast<int>(right.distance), ldb = static_cast<int>(left.distance);
    const int ldc = static_cast<int>(result.distance);
    const float one = 1, factor = add ? 1 : 0;
    sgemm()(right.transposed ? "T" : "N", left.transposed ? "T" : "N", &m, &n, &k, &one, right.first, &lda, left.first,
            &ldb, &factor, result.first, &ldc);
}

}  // namespace engine
