"""PyTorch's side of `make bench-train`: the same network from the same weights, warm, that takes orders as
TrainingBenchmark does.

    python peer.py NETWORK THREADS MODE FILE

MODE: default (as PyTorch's users write it), best (channels-last, fused Adam, no gradients by the discriminator's
weights in the generator's step), compiled (the same through torch.compile). FILE: what TrainingBenchmark saved.
"""

import json
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

sys.path.append(str(Path(__file__).parents[2] / "Sources/Interchange"))
import dotchi_torch  # noqa: E402

BATCHES = 4


class Discriminator(nn.Sequential):
    """The discriminator of a DCGAN (Radford et al. 2015) under the names of dotchi's checkpoints."""

    def __init__(self, size, width):
        super().__init__()
        halvings = (size // 4).bit_length() - 1
        self.add_module("input", nn.Conv2d(3, width, 4, 2, 1, bias=False))
        self.add_module("relu", nn.LeakyReLU(0.2, inplace=True))
        for number in range(1, halvings):
            block = nn.Sequential()
            block.add_module("convolution", nn.Conv2d(width << number - 1, width << number, 4, 2, 1, bias=False))
            block.add_module("norm", nn.BatchNorm2d(width << number))
            block.add_module("relu", nn.LeakyReLU(0.2, inplace=True))
            self.add_module(f"block{number}", block)
        self.add_module("logit", nn.Conv2d(width << halvings - 1, 1, 4, bias=False))


def started(network, prefix, tensors, mode):
    """The network with dotchi's first weights, in training, as this mode has it."""
    state = {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
    network.load_state_dict(state)
    network.train()
    return network if mode == "default" else network.to(memory_format=torch.channels_last)


def adam(network, mode, **settings):
    return torch.optim.Adam(network.parameters(), fused=None if mode == "default" else True, **settings)


def adversarial(generator, discriminator, mode):
    """A step of a generator and its discriminator."""
    settings = {"lr": 0.0002, "betas": (0.5, 0.999)}
    generator_adam, discriminator_adam = adam(generator, mode, **settings), adam(discriminator, mode, **settings)
    parameters = list(discriminator.parameters())
    if mode == "compiled":
        generator, discriminator = torch.compile(generator), torch.compile(discriminator)
    criterion = nn.BCEWithLogitsLoss()

    def step(photographs, given):
        ones, zeros = torch.ones(len(photographs)), torch.zeros(len(photographs))
        discriminator_adam.zero_grad()
        on_photographs = criterion(discriminator(photographs).view(-1), ones)
        on_photographs.backward()
        images = generator(given)
        on_images = criterion(discriminator(images.detach()).view(-1), zeros)
        on_images.backward()
        discriminator_adam.step()

        generator_adam.zero_grad()
        if mode != "default":
            for parameter in parameters:
                parameter.requires_grad_(False)
        fooling = criterion(discriminator(images).view(-1), ones)
        fooling.backward()
        generator_adam.step()
        if mode != "default":
            for parameter in parameters:
                parameter.requires_grad_(True)
        return [on_photographs.item() + on_images.item(), fooling.item()]

    return step


def repairing(network, mode):
    """A step of a super-resolution network."""
    optimiser = adam(network, mode, lr=0.001)
    if mode == "compiled":
        network = torch.compile(network)

    def step(photographs, enlarged):
        optimiser.zero_grad()
        loss = F.mse_loss(network(enlarged), photographs)
        loss.backward()
        optimiser.step()
        return [loss.item()]

    return step


def contest(name, tensors, mode):
    """The step of this network, and its number of parameters."""
    if name == "srcnn":
        network = started(dotchi_torch.srcnn(name).srcnn, "srcnn.", tensors, mode)
        return repairing(network, mode), [network]
    size, prefix = (64, "") if name == "dcgan-64" else (128, "stage2." if name == "stage-2" else "")
    if name == "stage-2":
        generator = dotchi_torch.multistage(name, sizes=(64, 128)).stage2["generator"]
    else:
        generator = dotchi_torch.dcgan(name, size=size).generator
    generator = started(generator, f"{prefix}generator.", tensors, mode)
    discriminator = started(Discriminator(size, 64), f"{prefix}discriminator.", tensors, mode)
    return adversarial(generator, discriminator, mode), [generator, discriminator]


def main():
    name, threads, mode, file = sys.argv[1:]
    torch.set_num_threads(int(threads))
    tensors = load_file(file)
    train, networks = contest(name, tensors, mode)
    as_is = torch.contiguous_format if mode == "default" else torch.channels_last
    photographs = [tensors[f"photographs.{number}"].contiguous(memory_format=as_is) for number in range(BATCHES)]
    inputs = [tensors[f"input.{number}"] for number in range(BATCHES)]
    if inputs[0].dim() == 4:
        inputs = [given.contiguous(memory_format=as_is) for given in inputs]
    parameters = sum(parameter.numel() for network in networks for parameter in network.parameters())
    del tensors

    def answer(value):
        print(json.dumps(value), flush=True)

    steps = 0

    def step():
        nonlocal steps
        number, steps = steps, steps + 1
        given = inputs[number % BATCHES]
        if given.dim() == 2 and number >= BATCHES:
            given = torch.rand(given.shape) * 2 - 1
        return train(photographs[number % BATCHES], given)

    answer({"engine": f"PyTorch {torch.__version__}", "parameters": parameters})
    for line in sys.stdin:
        order, count = line.split()
        assert order == "steps", line
        seconds, losses = [], []
        for _ in range(int(count)):
            start = time.perf_counter()
            losses.append(step())
            seconds.append(time.perf_counter() - start)
        answer({"seconds": seconds, "losses": losses})


main()
