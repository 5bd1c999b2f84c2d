#pragma once

#include <ATen/ATen.h>

namespace engine {

/// Nearest-neighbour up-sampling by 2 and a 3x3 convolution with padding 1, computed at the small size. An undefined
/// bias is none.
at::Tensor upsampled_convolution(const at::Tensor &images, const at::Tensor &weight, const at::Tensor &bias);

}  // namespace engine
