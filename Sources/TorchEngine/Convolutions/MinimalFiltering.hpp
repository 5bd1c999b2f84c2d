// Convolutions in which an output sees two taps in each direction, by the minimal filtering algorithm F(2, 2) (Winograd,
// "Arithmetic complexity of computations", 1980; Lavin and Gray 2016): 9 products where the definition takes 16.
//
// In one direction, of three neighbours s and the taps a, b:
//     y0 = s0 a + s1 b = (s0 - s1) a + s1 (a + b)
//     y1 = s1 a + s2 b =               s1 (a + b) - (s1 - s2) b
// so a window s becomes v = (s0 - s1, s1, s1 - s2), the taps become u = (a, a + b, b), the products m = v u are summed
// over channels, and y = (m0 + m1, m1 - m2). In two directions all of this is done along rows and along columns.
#pragma once

#include <ATen/ATen.h>

namespace engine {

/// What is computed so.
enum class Filtering {
    /// A 4x4 convolution of stride 2 with padding 1. Even and odd rows are two images, each with a window of its own and
    /// two of the four taps; their products are summed like channels. Likewise columns. Gives H/2 x W/2; H and W are
    /// multiples of 4.
    strided,
    /// The opposite: a 4x4 transposed convolution of stride 2 with padding 1. Gives 2H x 2W; H and W are even.
    transposed,
    /// Nearest-neighbour up-sampling by 2 and a 3x3 convolution with padding 1. Row 2i + a of the up-sampled image sees
    /// x[i - 1], x[i] with the taps (w0, w1 + w2) for a = 0, and x[i], x[i + 1] with (w0 + w1, w2) for a = 1; so every
    /// pixel has a window, and u = (w0, w0 + w1 + w2, w2). Gives 2H x 2W.
    upsampled,
};

/// Whether `filtered` can and should take these: single precision on the CPU, sizes that fit, and channels enough for it
/// to pay.
bool can_be_filtered(Filtering form, const at::Tensor &images, const at::Tensor &weight);

/// The convolution, channels-last; differentiable. The weight is outputs, inputs, kernel, kernel; of a transposed one
/// inputs, outputs, kernel, kernel.
at::Tensor filtered(Filtering form, const at::Tensor &images, const at::Tensor &weight);

}  // namespace engine
