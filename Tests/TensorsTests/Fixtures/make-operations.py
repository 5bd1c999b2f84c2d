#!/usr/bin/env python3
"""Makes operations.safetensors: inputs, outputs and gradients of every operation, as PyTorch computes them.

Needs torch, numpy and safetensors. For each operation NAME the file holds NAME/input0 ..., NAME/output, NAME/probe and,
for the sum of output x probe, NAME/gradient0 ... No input lies within 0.03 of a multiple of 0.1, so finite differences
with a smaller step meet no kink.
"""

import pathlib

import numpy
import torch
import torch.nn.functional as F
from safetensors.torch import save_file

random = numpy.random.default_rng(2)
tensors = {}


def values(*shape, positive=False):
    tenths = random.integers(1 if positive else -10, 10, size=shape) / 10
    return torch.tensor(tenths + random.uniform(0.03, 0.07, size=shape), dtype=torch.float32)


def record(name, function, *inputs):
    leaves = [value.clone().requires_grad_() for value in inputs]
    output = function(*leaves)
    probe = values(*output.shape)
    (output * probe).sum().backward()
    for index, leaf in enumerate(leaves):
        tensors[f"{name}/input{index}"] = leaf.detach()
        tensors[f"{name}/gradient{index}"] = leaf.grad
    tensors[f"{name}/output"] = output.detach().contiguous()
    tensors[f"{name}/probe"] = probe


record("add", lambda a, b: a + b, values(2, 3, 4), values(3, 1))
record("subtract", lambda a, b: a - b, values(2, 3, 4), values(4))
record("multiply", lambda a, b: a * b, values(2, 3, 4), values(2, 1, 4))
record("divide", lambda a, b: a / b, values(2, 3), values(2, 3, positive=True))
record("scale", lambda a: a * 1.75, values(2, 3))
record("add scalar", lambda a: a - 0.5, values(2, 3))
record("matmul", torch.matmul, values(4, 3), values(3, 5))
record("matmul of images", torch.matmul, values(6, 4), values(2, 3, 4, 5))
record("relu", F.relu, values(2, 3, 4, 4))
record("leaky relu", lambda a: F.leaky_relu(a, 0.2), values(2, 3, 4, 4))
record("tanh", torch.tanh, values(2, 5))
record("sigmoid", torch.sigmoid, values(2, 5))
record("square", torch.square, values(2, 5))
record("abs", torch.abs, values(2, 5))
record("sqrt", torch.sqrt, values(2, 5, positive=True))
record("exp", torch.exp, values(2, 5))
record("log", torch.log, values(2, 5, positive=True))
record("clamp", lambda a: torch.clamp(a, -0.4, 0.6), values(3, 6))
record("reshape", lambda a: a.reshape(2, 3, 2, 2), values(2, 12))
record("reshape of images", lambda a: a.reshape(2, 12), values(2, 3, 2, 2))
record("transpose", lambda a: a.transpose(1, 2), values(2, 3, 4))
record("slice", lambda a: a[:, 1:3], values(2, 4, 3, 2))
record("concatenate", lambda a, b: torch.cat([a, b], 1), values(2, 3, 2, 2), values(2, 1, 2, 2))
record("sum", torch.sum, values(2, 3, 4))
record("mean", torch.mean, values(2, 3, 4))
record("sum along", lambda a: a.sum([0, 2]), values(2, 3, 4))
record("mean along", lambda a: a.mean([2, 3], keepdim=True), values(2, 3, 4, 5))
record("conv2d", lambda x, w, b: F.conv2d(x, w, b, padding=1), values(2, 3, 5, 4), values(4, 3, 3, 3), values(4))
record("conv2d stride 2", lambda x, w: F.conv2d(x, w, None, 2, 1), values(2, 3, 8, 6), values(5, 3, 4, 4))
record(
    "conv transpose2d", lambda x, w, b: F.conv_transpose2d(x, w, b, 2, 1), values(2, 4, 3, 2), values(4, 3, 4, 4), values(3))
record("conv transpose2d of latents", lambda x, w: F.conv_transpose2d(x, w), values(2, 6, 1, 1), values(6, 3, 4, 4))
record("upsample nearest", lambda x: F.interpolate(x, scale_factor=3, mode="nearest"), values(2, 3, 2, 3))
record(
    "upsample conv2d",
    lambda x, w, b: F.conv2d(F.interpolate(x, scale_factor=2, mode="nearest"), w, b, padding=1),
    values(2, 3, 3, 4), values(4, 3, 3, 3), values(4))
record(
    "upsample conv2d without bias",
    lambda x, w: F.conv2d(F.interpolate(x, scale_factor=2, mode="nearest"), w, padding=1),
    values(1, 2, 5, 1), values(3, 2, 3, 3))
record(
    "batch norm in training",
    lambda x, w, b: F.batch_norm(x, torch.zeros(3), torch.ones(3), w, b, True, 0.1, 1e-5),
    values(4, 3, 3, 2), values(3), values(3))
record(
    "batch norm of vectors",
    lambda x, w, b: F.batch_norm(x, torch.zeros(3), torch.ones(3), w, b, True, 0.1, 1e-5),
    values(6, 3), values(3), values(3))
record(
    "batch norm with running statistics",
    lambda x, w, b: F.batch_norm(x, torch.full((3,), 0.25), torch.full((3,), 1.5), w, b, False, 0.1, 1e-5),
    values(4, 3, 3, 2), values(3), values(3))
record(
    "binary cross entropy of real", lambda x: F.binary_cross_entropy_with_logits(x, torch.ones_like(x)), values(5, 1))
record(
    "binary cross entropy smoothed",
    lambda x: F.binary_cross_entropy_with_logits(x, torch.full_like(x, 0.9)), values(5, 1) * 3)
record("mean squared error", F.mse_loss, values(2, 3, 2, 2), values(2, 3, 2, 2))

running_mean, running_variance = torch.zeros(3), torch.ones(3)
for step in range(2):
    batch = values(4, 3, 3, 2)
    tensors[f"running statistics/batch{step}"] = batch
    F.batch_norm(batch, running_mean, running_variance, None, None, True, 0.1, 1e-5)
tensors["running statistics/mean"] = running_mean
tensors["running statistics/variance"] = running_variance

parameter = values(7).requires_grad_()
tensors["adam/parameters"] = parameter.detach().clone()
optimizer = torch.optim.Adam([parameter], lr=0.02, betas=(0.5, 0.999), eps=1e-8)
for step in range(4):
    parameter.grad = values(7)
    tensors[f"adam/gradients{step}"] = parameter.grad.clone()
    optimizer.step()
    tensors[f"adam/parameters{step}"] = parameter.detach().clone()

save_file(
    {name: value.contiguous().clone() for name, value in tensors.items()},
    pathlib.Path(__file__).with_name("operations.safetensors"),
    metadata={"made by": "make-operations.py", "torch": torch.__version__})
