// What minimal filtering does to each window and tile before and after the products: MinimalFiltering.hpp says why.
#pragma once

#include <array>
#include <cstdint>

namespace engine::filtering {

/// Points of the transformed domain: 3 along rows, 3 along columns.
constexpr int64_t points = 9;

/// Of a window's or a point's numbers, channel by channel, where they lie.
using Window = std::array<const float *, points>;
using Points = std::array<float *, points>;

#ifdef __x86_64__
/// One compiled for any x86-64, one for AVX2, chosen when the library is opened.
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/// v = B^T s B
FOR_EACH_PROCESSOR static void transform(const Window &s, const Points &v, int64_t count) {
#pragma GCC ivdep
    for (int64_t c = 0; c < count; ++c) {
        const float a0 = s[0][c] - s[3][c], a1 = s[1][c] - s[4][c], a2 = s[2][c] - s[5][c];
        const float b0 = s[3][c], b1 = s[4][c], b2 = s[5][c];
        const float c0 = b0 - s[6][c], c1 = b1 - s[7][c], c2 = b2 - s[8][c];
        v[0][c] = a0 - a1, v[1][c] = a1, v[2][c] = a1 - a2;
        v[3][c] = b0 - b1, v[4][c] = b1, v[5][c] = b1 - b2;
        v[6][c] = c0 - c1, v[7][c] = c1, v[8][c] = c1 - c2;
    }
}

/// s += B v B^T
FOR_EACH_PROCESSOR static void transform_back(const Points &v, const Points &s, int64_t count) {
#pragma GCC ivdep
    for (int64_t c = 0; c < count; ++c) {
        const float a0 = v[0][c], a1 = v[1][c] + v[2][c] - a0, a2 = -v[2][c];
        const float b0 = v[3][c], b1 = v[4][c] + v[5][c] - b0, b2 = -v[5][c];
        const float c0 = v[6][c], c1 = v[7][c] + v[8][c] - c0, c2 = -v[8][c];
        s[0][c] += a0, s[1][c] += a1, s[2][c] += a2;
        s[3][c] += b0 + c0 - a0, s[4][c] += b1 + c1 - a1, s[5][c] += b2 + c2 - a2;
        s[6][c] -= c0, s[7][c] -= c1, s[8][c] -= c2;
    }
}

/// y = A^T m A
FOR_EACH_PROCESSOR static void finish(const Points &m, const std::array<float *, 4> &y, int64_t count) {
#pragma GCC ivdep
    for (int64_t o = 0; o < count; ++o) {
        const float a0 = m[0][o] + m[3][o], a1 = m[1][o] + m[4][o], a2 = m[2][o] + m[5][o];
        const float b0 = m[3][o] - m[6][o], b1 = m[4][o] - m[7][o], b2 = m[5][o] - m[8][o];
        y[0][o] = a0 + a1, y[1][o] = a1 - a2, y[2][o] = b0 + b1, y[3][o] = b1 - b2;
    }
}

/// m = A y A^T
FOR_EACH_PROCESSOR static void finish_back(const std::array<const float *, 4> &y, const Points &m, int64_t count) {
#pragma GCC ivdep
    for (int64_t o = 0; o < count; ++o) {
        const float a0 = y[0][o], a1 = y[1][o], b0 = y[2][o], b1 = y[3][o];
        const float c0 = a0 + b0, c1 = a1 + b1;
        m[0][o] = a0, m[1][o] = a0 + a1, m[2][o] = -a1;
        m[3][o] = c0, m[4][o] = c0 + c1, m[5][o] = -c1;
        m[6][o] = -b0, m[7][o] = -b0 - b1, m[8][o] = b1;
    }
}

}  // namespace engine::filtering
