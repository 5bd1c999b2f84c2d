/// The tensor engine as dotchi sees it: one table of C functions, handed out by a shared library that is opened when
/// training or generating first needs it.
///
/// Tensors hold 32-bit floats. Shapes are in the order of PyTorch (images: count, channels, height, width), and so is
/// every run of values that goes in or out, whatever the strides. Tensors of rank 4 are channels-last in memory.
///
/// Contract of every entry:
/// - All calls come from one thread: gradient mode and the number of threads belong to a thread of libtorch.
/// - The last parameter takes the error. After a call its `code` is 0, or the call failed: it changed nothing that the
///   caller could see but an unfinished output buffer, and returned NULL, false or a negative number.
/// - No exception leaves the library.
/// - A returned tensor belongs to the caller, who gives it back to `release` once.
///
/// The table only ever grows at its end. DOTCHI_ENGINE_VERSION changes when an entry changes its meaning.
#ifndef DOTCHI_ENGINE_H
#define DOTCHI_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DOTCHI_ENGINE_VERSION 1

/// The name of the library's one symbol, of type `DotchiEngineEntry`.
#define DOTCHI_ENGINE_SYMBOL "dotchi_engine_table"

#if defined(__clang__)
#define DOTCHI_SENDABLE __attribute__((swift_attr("@Sendable")))
#pragma clang assume_nonnull begin
#else
#define DOTCHI_SENDABLE
#define _Nonnull
#define _Nullable
#endif

typedef struct DotchiTensor DotchiTensor;

enum {
    DOTCHI_OK = 0,
    /// The arguments do not fit together, or the engine cannot do this.
    DOTCHI_INVALID = 1,
    DOTCHI_OUT_OF_MEMORY = 2,
};

/// Where a call reports its failure.
typedef struct DotchiError {
    int32_t code;
    /// Bytes that `message` can hold, at least 1.
    uint32_t capacity;
    /// Filled when the call fails: the operation, the shapes of its tensors and what was wrong; cut to fit, ends in 0.
    char *message;
} DotchiError;

/// A device: -1 is the CPU, 0 and up are CUDA's devices.
typedef int32_t DotchiDevice;

typedef struct DOTCHI_SENDABLE DotchiEngineTable {
    /// Bytes of this table, as the library was compiled.
    size_t size;
    /// DOTCHI_ENGINE_VERSION, as the library was compiled.
    uint32_t version;

    // MARK: The library

    /// What computes, in one line: "libtorch 1.13.0, AVX2". Lives as long as the library.
    const char *_Nullable (*_Nonnull describe)(DotchiError *error);
    /// How many CUDA devices can be used.
    int32_t (*_Nonnull cuda_device_count)(DotchiError *error);
    /// Waits until the device has done all it was given. The CPU always has.
    bool (*_Nonnull synchronize)(DotchiDevice device, DotchiError *error);
    int32_t (*_Nonnull thread_count)(DotchiError *error);
    bool (*_Nonnull set_thread_count)(int32_t count, DotchiError *error);
    /// Whether the same call gives the same bits each time on a device (true) or whatever is fastest (false).
    bool (*_Nonnull set_deterministic)(bool on, DotchiError *error);
    /// Freed memory stays in the process, so that the next step need not ask the kernel for it again. (With glibc this
    /// holds for its main arena, which `Engine.c` makes the only one.)
    bool (*_Nonnull keep_freed_memory)(DotchiError *error);
    /// The most bytes of main memory the process ever held.
    int64_t (*_Nonnull peak_memory)(DotchiError *error);

    // MARK: Life of a tensor

    void (*_Nonnull release)(DotchiTensor *tensor);
    /// Writes at most `capacity` sizes; returns the rank.
    int32_t (*_Nonnull shape)(const DotchiTensor *tensor, int64_t *sizes, int32_t capacity, DotchiError *error);
    /// 1 where the tensor of rank 4 is channels-last in memory, 0 where not.
    int32_t (*_Nonnull is_channels_last)(const DotchiTensor *tensor, DotchiError *error);
    DotchiDevice (*_Nonnull device)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull to_device)(const DotchiTensor *tensor, DotchiDevice device, DotchiError *error);

    // MARK: In and out

    DotchiTensor *_Nullable (*_Nonnull filled)(
        float value, const int64_t *sizes, int32_t rank, DotchiDevice device, DotchiError *error);
    /// A copy of `count` values.
    DotchiTensor *_Nullable (*_Nonnull from_floats)(
        const float *values, int64_t count, const int64_t *sizes, int32_t rank, DotchiDevice device,
        DotchiError *error);
    /// 8-bit samples, order count, height, width, channels, as an image tensor: 0 becomes -1, 255 becomes 1.
    DotchiTensor *_Nullable (*_Nonnull from_pixels)(
        const uint8_t *samples, int64_t images, int64_t height, int64_t width, int64_t channels, DotchiDevice device,
        DotchiError *error);
    bool (*_Nonnull read_floats)(const DotchiTensor *tensor, float *values, int64_t count, DotchiError *error);
    /// The opposite of `from_pixels`, rounded to the nearest (halves to even) and clamped; not-a-number becomes 0.
    bool (*_Nonnull read_pixels)(const DotchiTensor *images, uint8_t *samples, int64_t count, DotchiError *error);

    // MARK: Arithmetic, differentiable; shapes broadcast

    DotchiTensor *_Nullable (*_Nonnull add)(const DotchiTensor *left, const DotchiTensor *right, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull subtract)(
        const DotchiTensor *left, const DotchiTensor *right, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull multiply)(
        const DotchiTensor *left, const DotchiTensor *right, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull divide)(const DotchiTensor *left, const DotchiTensor *right, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull scale)(const DotchiTensor *tensor, float factor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull add_scalar)(const DotchiTensor *tensor, float addend, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull matmul)(const DotchiTensor *left, const DotchiTensor *right, DotchiError *error);

    // MARK: Element by element, differentiable

    DotchiTensor *_Nullable (*_Nonnull relu)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull leaky_relu)(const DotchiTensor *tensor, float slope, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull tanh)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull sigmoid)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull square)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull abs)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull sqrt)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull exp)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull log)(const DotchiTensor *tensor, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull clamp)(const DotchiTensor *tensor, float low, float high, DotchiError *error);

    // MARK: Shapes and reductions, differentiable

    DotchiTensor *_Nullable (*_Nonnull reshape)(
        const DotchiTensor *tensor, const int64_t *sizes, int32_t rank, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull transpose)(
        const DotchiTensor *tensor, int32_t first, int32_t second, DotchiError *error);
    /// Indices `start` ..< `end` along a dimension.
    DotchiTensor *_Nullable (*_Nonnull slice)(
        const DotchiTensor *tensor, int32_t dimension, int64_t start, int64_t end, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull concatenate)(
        const DotchiTensor *_Nonnull const *_Nonnull tensors, int32_t count, int32_t dimension, DotchiError *error);
    /// Over the listed dimensions; over all where `count` is 0.
    DotchiTensor *_Nullable (*_Nonnull sum)(
        const DotchiTensor *tensor, const int64_t *dimensions, int32_t count, bool keep, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull mean)(
        const DotchiTensor *tensor, const int64_t *dimensions, int32_t count, bool keep, DotchiError *error);

    // MARK: Layers, differentiable

    /// weight: outputs, inputs, height, width.
    DotchiTensor *_Nullable (*_Nonnull conv2d)(
        const DotchiTensor *images, const DotchiTensor *weight, const DotchiTensor *_Nullable bias, int64_t stride,
        int64_t padding, DotchiError *error);
    /// weight: inputs, outputs, height, width.
    DotchiTensor *_Nullable (*_Nonnull conv_transpose2d)(
        const DotchiTensor *images, const DotchiTensor *weight, const DotchiTensor *_Nullable bias, int64_t stride,
        int64_t padding, DotchiError *error);
    /// Nearest-neighbour up-sampling by 2, then a 3x3 convolution with padding 1, computed at the small size.
    DotchiTensor *_Nullable (*_Nonnull upsample_conv2d)(
        const DotchiTensor *images, const DotchiTensor *weight, const DotchiTensor *_Nullable bias,
        DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull upsample_nearest)(
        const DotchiTensor *images, int64_t factor, DotchiError *error);
    /// In training the batch's own statistics are used and move the running ones in place by `momentum`.
    DotchiTensor *_Nullable (*_Nonnull batch_norm)(
        const DotchiTensor *input, const DotchiTensor *_Nullable weight, const DotchiTensor *_Nullable bias,
        const DotchiTensor *running_mean, const DotchiTensor *running_variance, bool training, float momentum,
        float epsilon, DotchiError *error);

    // MARK: Losses, differentiable: means over all elements

    DotchiTensor *_Nullable (*_Nonnull bce_with_logits)(const DotchiTensor *logits, float target, DotchiError *error);
    DotchiTensor *_Nullable (*_Nonnull mse)(const DotchiTensor *left, const DotchiTensor *right, DotchiError *error);

    // MARK: Gradients

    /// Turns the recording of gradients, off at first, on or off; returns 1 where it was on before, 0 where off.
    int32_t (*_Nonnull set_gradient_mode)(bool on, DotchiError *error);
    bool (*_Nonnull set_requires_gradient)(const DotchiTensor *leaf, bool on, DotchiError *error);
    /// The same values, without their history.
    DotchiTensor *_Nullable (*_Nonnull detach)(const DotchiTensor *tensor, DotchiError *error);
    /// Adds the gradient of a single number by each of `leaves` to theirs, and to no other's; frees the history.
    bool (*_Nonnull backward)(
        const DotchiTensor *loss, const DotchiTensor *_Nonnull const *_Nonnull leaves, int32_t count,
        DotchiError *error);
    /// NULL without an error where there is none.
    DotchiTensor *_Nullable (*_Nonnull gradient)(const DotchiTensor *leaf, DotchiError *error);
    /// From here on `backward` adds to `gradient`, in place; NULL: to a new one.
    bool (*_Nonnull set_gradient)(const DotchiTensor *leaf, const DotchiTensor *_Nullable gradient, DotchiError *error);

    // MARK: In place, outside of any history

    bool (*_Nonnull write_floats)(const DotchiTensor *tensor, const float *values, int64_t count, DotchiError *error);
    bool (*_Nonnull copy)(const DotchiTensor *tensor, const DotchiTensor *source, DotchiError *error);
    bool (*_Nonnull fill)(const DotchiTensor *tensor, float value, DotchiError *error);
    bool (*_Nonnull scale_in_place)(const DotchiTensor *tensor, float factor, DotchiError *error);
    /// tensor += factor x addend
    bool (*_Nonnull add_scaled_in_place)(
        const DotchiTensor *tensor, const DotchiTensor *addend, float factor, DotchiError *error);
    /// One step of Adam (Kingma and Ba 2015, algorithm 1); all four of one shape; `step` counts from 1.
    bool (*_Nonnull adam_step)(
        const DotchiTensor *parameters, const DotchiTensor *gradients, const DotchiTensor *first_moments,
        const DotchiTensor *second_moments, int64_t step, double learning_rate, double beta1, double beta2,
        double epsilon, DotchiError *error);
    /// A leaf on the elements of a tensor of rank 1 from `offset` on; shares their memory.
    DotchiTensor *_Nullable (*_Nonnull view)(
        const DotchiTensor *flat, int64_t offset, const int64_t *sizes, int32_t rank, DotchiError *error);
    /// 1 where every element is a finite number, 0 where not.
    int32_t (*_Nonnull all_finite)(const DotchiTensor *tensor, DotchiError *error);
} DotchiEngineTable;

typedef const DotchiEngineTable *_Nonnull (*DotchiEngineEntry)(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
