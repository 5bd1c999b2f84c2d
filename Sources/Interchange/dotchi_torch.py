"""dotchi's networks in PyTorch: opens a checkpoint of dotchi and makes the same images of it (to 1e-4), and writes a
checkpoint that `dotchi runs import` takes. Needs torch, safetensors and numpy.

    import dotchi_torch, torch

    network = dotchi_torch.load("runs/faces64/checkpoint-000040.safetensors")
    with torch.no_grad():                          # images 0 to 63 of a pool of seed 1, samples in [-1, 1]
        images = network(dotchi_torch.latents(seed=1, indices=range(64), length=network.latent))

    network = dotchi_torch.dcgan("faces64")        # or multistage(...), srcnn(...): train it as you like
    dotchi_torch.save(network, "faces64.safetensors", epochs=40, seconds=3600)

Parameters have the names of dotchi's checkpoints. Shapes in the comments are without the count.
"""

import json

import numpy
import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

FORMAT = "dotchi checkpoint 1"


# --- Checkpoints


def load(path):
    """The network of a checkpoint, kept in single or half precision, ready to make images (`eval`). `network.settings`
    holds what it was made from, `network.facts` what else the file says: epochs, seconds, photographs, engine."""
    with safe_open(path, framework="pt") as file:
        facts = dict(file.metadata() or {})
        tensors = {name: file.get_tensor(name) for name in file.keys()}
    if facts.get("format") != FORMAT:
        raise ValueError(f'{path} is no checkpoint of dotchi: its metadata say format "{facts.get("format", "")}", '
                         f'not "{FORMAT}"')
    network = build(json.loads(facts.pop("network")))
    network.load_state_dict({name: tensor.float() for name, tensor in tensors.items()})
    network.facts = facts
    return network.eval()


def save(network, path, epochs, seconds, device="cpu", photographs=""):
    """Writes a checkpoint of a network that `load`, `dcgan`, `multistage` or `srcnn` gave.

    epochs: passes over the photographs that it was trained for; seconds: of training; device: cpu or cuda, where it was
    trained; photographs: what names them.
    """
    settings = {**network.settings, "epochs": int(epochs)}
    metadata = {
        "format": FORMAT, "network": json.dumps(settings, sort_keys=True), "epochs": str(int(epochs)),
        "seconds": repr(float(seconds)), "seed": str(settings["seed"]), "photographs": photographs,
        "engine": f"PyTorch {torch.__version__}", "device": device, "threads": str(torch.get_num_threads()),
    }
    tensors = {name: tensor.detach().to("cpu", torch.float32).contiguous()
               for name, tensor in network.state_dict().items() if not name.endswith("num_batches_tracked")}
    save_file(tensors, path, metadata)


# --- Latent vectors


def latents(seed, indices, length):
    """The latent vectors of the images at `indices` of a pool of `seed`, components in [-1, 1): count x length. Vector i
    is the same for every network of that length, and the same that dotchi draws."""
    pool = 5  # Randomness.RandomStream.Purpose.poolLatents
    blocks = numpy.arange((length + 3) // 4, dtype=numpy.uint64)
    vectors = [_philox(seed, pool << 48 | index, blocks)[:length] for index in indices]
    uniform = (numpy.stack(vectors) >> 8).astype(numpy.float32) * numpy.float32(2**-24)
    return torch.from_numpy(2 * uniform - 1)


def _philox(seed, stream, blocks):
    """The words of these blocks of a stream, four each: Philox4x32-10 (Salmon et al. 2011)."""
    low, half = numpy.uint64(0xFFFFFFFF), numpy.uint64(32)
    stream = numpy.full_like(blocks, stream)
    words = [blocks & low, blocks >> half, stream & low, stream >> half]
    for turn in range(10):
        key = [numpy.uint64(((seed >> 32 * side) + turn * step) & 0xFFFFFFFF)
               for side, step in enumerate((0x9E3779B9, 0xBB67AE85))]
        first, second = words[0] * numpy.uint64(0xD2511F53), words[2] * numpy.uint64(0xCD9E8D57)
        words = [second >> half ^ words[1] ^ key[0], second & low, first >> half ^ words[3] ^ key[1], first & low]
    return numpy.stack(words, axis=1).reshape(-1).astype(numpy.uint32)


# --- Networks


def dcgan(name, size=64, latent=100, width=64, upsampling="nearest", **training):
    """A DCGAN's generator: latents (count x latent) to images with samples in [-1, 1].

    name: of the network in study.yaml; upsampling: nearest, or strided (transposed convolutions); training: batch,
    learningRate, seed and checkpointEvery, where they are not those of study.yaml's defaults."""
    return build(_settings(name, "dcgan", training, size=size, latent=latent, width=width, upsampling=upsampling))


def multistage(name, sizes=(64, 128), latent=100, width=64, residual_blocks=2, upsampling="nearest", **training):
    """The generators of a multi-stage GAN, each on the image of the one before: latents (count x latent) to images."""
    return build(_settings(name, "multistage", training, sizes=list(sizes), latent=latent, width=width,
                           residualBlocks=residual_blocks, upsampling=upsampling))


def srcnn(name, size=128, factor=2, kernels=(9, 1, 5), maps=(64, 32), **training):
    """A super-resolution network: bicubically enlarged images of `size` to repaired ones, samples in [0, 1]. (dotchi
    rounds to 8 bits before and after it enlarges, as Pillow does.)"""
    return build(_settings(name, "srcnn", training, size=size, factor=factor, kernels=list(kernels), maps=list(maps)))


def _settings(name, kind, training, **architecture):
    standard = {"batch": 64, "learningRate": 0.001 if kind == "srcnn" else 0.0002, "seed": 1, "checkpointEvery": 10}
    return {"name": name, "architecture": {kind: {"_0": architecture}}, "epochs": 1, **standard, **training}


def build(settings):
    """The network that a checkpoint's metadata describe, with PyTorch's own first weights."""
    (kind, architecture), = settings["architecture"].items()
    kinds = {"dcgan": DCGAN, "multistage": MultistageGAN, "srcnn": SuperResolution}
    if kind not in kinds:
        raise ValueError(f"a network of kind {kind}; this script knows {', '.join(kinds)}")
    network = kinds[kind](**architecture["_0"])
    network.settings, network.facts = settings, {}
    return network


class DCGAN(nn.Module):
    def __init__(self, size, latent, width, upsampling):
        super().__init__()
        self.latent = latent
        self.generator = Generator(size, latent, width, upsampling)

    def forward(self, latents):
        return self.generator(latents)


class MultistageGAN(nn.Module):
    def __init__(self, sizes, latent, width, residualBlocks, upsampling):
        super().__init__()
        first = Generator(sizes[0], latent, width, upsampling)
        others = [StageGenerator(size, width, residualBlocks, upsampling) for size in sizes[:-1]]
        self.latent, self.stages = latent, len(sizes)
        for number, generator in enumerate([first, *others], start=1):
            self.add_module(f"stage{number}", nn.ModuleDict({"generator": generator}))

    def forward(self, latents, stages=None):
        """The images of the last stage, or of the first `stages`."""
        images = latents
        for number in range(1, (stages or self.stages) + 1):
            images = self.get_submodule(f"stage{number}.generator")(images)
        return images


class SuperResolution(nn.Module):
    def __init__(self, size, factor, kernels, maps):
        super().__init__()
        self.srcnn = SRCNN(kernels, maps)

    def forward(self, enlarged):
        return self.srcnn(enlarged)


class Generator(nn.Module):
    """The generator of a DCGAN (Radford et al. 2015)."""

    def __init__(self, size, latent, width, upsampling):
        super().__init__()
        doublings = (size // 4).bit_length() - 1
        channels = [width << step for step in reversed(range(doublings))]
        self.projection = nn.ConvTranspose2d(latent, channels[0], 4, bias=False)
        self.norm = nn.BatchNorm2d(channels[0])
        self.blocks = [f"block{number}" for number in range(1, doublings)]
        for name, inputs, outputs in zip(self.blocks, channels, channels[1:]):
            self.add_module(name, DoublingBlock(inputs, outputs, upsampling))
        self.image = doubling(channels[-1], 3, upsampling)

    def forward(self, latents):
        # Shapes at size 64 and width 64: 100
        maps = F.relu(self.norm(self.projection(latents[:, :, None, None])), inplace=True)  # 512 x 4 x 4
        for block in self.blocks:
            maps = getattr(self, block)(maps)  # 256 x 8 x 8, 128 x 16 x 16, 64 x 32 x 32
        return torch.tanh(self.image(maps))  # 3 x 64 x 64


class StageGenerator(nn.Module):
    """The generator of a stage after the first: images of `size` to images of twice that (after Zhang et al. 2016)."""

    def __init__(self, size, width, residual_blocks, upsampling):
        super().__init__()
        halvings = (size // min(16, size)).bit_length() - 1
        channels = [max(4 * width >> step, width) for step in range(halvings + 1)]  # from the grid outwards
        self.input = nn.Conv2d(3, channels[-1], 3, padding=1, bias=False)
        inwards = list(reversed(channels))
        self.layers = []
        for number in range(1, halvings + 1):
            self._add(f"down{number}", HalvingBlock(inwards[number - 1], inwards[number]))
        for number in range(1, residual_blocks + 1):
            self._add(f"residual{number}", ResidualBlock(4 * width))
        for number in range(1, halvings + 1):
            self._add(f"up{number}", DoublingBlock(channels[number - 1], channels[number], upsampling))
        self.image = doubling(channels[-1], 3, upsampling)

    def _add(self, name, layer):
        self.add_module(name, layer)
        self.layers.append(name)

    def forward(self, images):
        # Shapes from 64 to 128 and at width 64: 3 x 64 x 64
        maps = F.relu(self.input(images), inplace=True)  # 64 x 64 x 64
        for layer in self.layers:
            maps = getattr(self, layer)(maps)  # 128 x 32 x 32, 256 x 16 x 16 (and stays so), back to 64 x 64 x 64
        return torch.tanh(self.image(maps))  # 3 x 128 x 128


class SRCNN(nn.Module):
    """The super-resolution network of Dong et al. 2014."""

    def __init__(self, kernels, maps):
        super().__init__()
        self.extraction = nn.Conv2d(3, maps[0], kernels[0], padding=kernels[0] // 2)
        self.mapping = nn.Conv2d(maps[0], maps[1], kernels[1], padding=kernels[1] // 2)
        self.reconstruction = nn.Conv2d(maps[1], 3, kernels[2], padding=kernels[2] // 2)

    def forward(self, enlarged):
        features = F.relu(self.extraction(enlarged), inplace=True)  # 64 x H x W
        return self.reconstruction(F.relu(self.mapping(features), inplace=True))  # 3 x H x W


class UpsamplingConvolution(nn.Conv2d):
    """Nearest-neighbour up-sampling by 2 and a 3x3 convolution."""

    def forward(self, maps):
        return super().forward(F.interpolate(maps, scale_factor=2, mode="nearest"))


def doubling(inputs, outputs, upsampling):
    """What doubles the sides of feature maps."""
    if upsampling == "nearest":
        return UpsamplingConvolution(inputs, outputs, 3, padding=1, bias=False)
    return nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1, bias=False)


class DoublingBlock(nn.Module):
    def __init__(self, inputs, outputs, upsampling):
        super().__init__()
        self.convolution = doubling(inputs, outputs, upsampling)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, maps):
        return F.relu(self.norm(self.convolution(maps)), inplace=True)


class HalvingBlock(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, 4, stride=2, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, maps):
        return F.relu(self.norm(self.convolution(maps)), inplace=True)


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.convolution1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.convolution2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)

    def forward(self, maps):
        inner = F.relu(self.norm1(self.convolution1(maps)), inplace=True)
        return F.relu(maps + self.norm2(self.convolution2(inner)), inplace=True)
