"""Writes dcgan-nearest.safetensors, dcgan-strided.safetensors, stage.safetensors and srcnn.safetensors beside itself:
tiny networks, and whole training steps of them, as PyTorch computes them in double precision.

The PyTorch networks are written here on their own, from the paper's description, under the names that dotchi's
checkpoints use.

    python make_networks.py        (needs torch and safetensors)
"""

from collections import OrderedDict
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import save_file

torch.set_default_dtype(torch.float64)
folder = Path(__file__).parent


class Up(nn.Module):
    """Doubles the maps: nearest neighbour and a 3x3 convolution, or a 4x4 transposed convolution of stride 2."""

    def __init__(self, inputs, outputs, upsampling):
        super().__init__()
        self.nearest = upsampling == "nearest"
        shape = (outputs, inputs, 3, 3) if self.nearest else (inputs, outputs, 4, 4)
        self.weight = nn.Parameter(torch.empty(shape))

    def forward(self, x):
        if self.nearest:
            return F.conv2d(F.interpolate(x, scale_factor=2, mode="nearest"), self.weight, padding=1)
        return F.conv_transpose2d(x, self.weight, stride=2, padding=1)


def named(*layers):
    return nn.Sequential(OrderedDict(layers))


class Generator(nn.Module):
    def __init__(self, size, latent, width, upsampling):
        super().__init__()
        doublings = (size // 4).bit_length() - 1
        channels = [width << (doublings - 1 - i) for i in range(doublings)]
        self.projection = nn.ConvTranspose2d(latent, channels[0], 4, bias=False)
        self.norm = nn.BatchNorm2d(channels[0])
        self.blocks = doublings - 1
        for i in range(1, doublings):
            block = named(("convolution", Up(channels[i - 1], channels[i], upsampling)),
                          ("norm", nn.BatchNorm2d(channels[i])), ("relu", nn.ReLU()))
            self.add_module(f"block{i}", block)
        self.image = Up(channels[-1], 3, upsampling)

    def forward(self, z):
        x = F.relu(self.norm(self.projection(z[:, :, None, None])))
        for i in range(1, self.blocks + 1):
            x = self.get_submodule(f"block{i}")(x)
        return torch.tanh(self.image(x))


class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        halvings = (size // 4).bit_length() - 1
        self.input = nn.Conv2d(3, width, 4, 2, 1, bias=False)
        self.blocks = halvings - 1
        for i in range(1, halvings):
            inputs, outputs = width << (i - 1), width << i
            block = named(("convolution", nn.Conv2d(inputs, outputs, 4, 2, 1, bias=False)),
                          ("norm", nn.BatchNorm2d(outputs)), ("leaky", nn.LeakyReLU(0.2)))
            self.add_module(f"block{i}", block)
        self.logit = nn.Conv2d(width << (halvings - 1), 1, 4, bias=False)

    def forward(self, x):
        x = F.leaky_relu(self.input(x), 0.2)
        for i in range(1, self.blocks + 1):
            x = self.get_submodule(f"block{i}")(x)
        return self.logit(x).reshape(-1, 1)


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.convolution1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.convolution2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)

    def forward(self, x):
        y = F.relu(self.norm1(self.convolution1(x)))
        return F.relu(x + self.norm2(self.convolution2(y)))


class Stage32To64(nn.Module):
    """Stage II for 32 -> 64: one halving to the 16x16 grid, residual blocks, two doublings."""

    def __init__(self, width, residual_blocks, upsampling):
        super().__init__()
        self.input = nn.Conv2d(3, 2 * width, 3, padding=1, bias=False)
        self.down1 = named(("convolution", nn.Conv2d(2 * width, 4 * width, 4, 2, 1, bias=False)),
                           ("norm", nn.BatchNorm2d(4 * width)), ("relu", nn.ReLU()))
        self.blocks = residual_blocks
        for i in range(1, residual_blocks + 1):
            self.add_module(f"residual{i}", Residual(4 * width))
        self.up1 = named(("convolution", Up(4 * width, 2 * width, upsampling)),
                         ("norm", nn.BatchNorm2d(2 * width)), ("relu", nn.ReLU()))
        self.image = Up(2 * width, 3, upsampling)

    def forward(self, x):
        x = self.down1(F.relu(self.input(x)))
        for i in range(1, self.blocks + 1):
            x = self.get_submodule(f"residual{i}")(x)
        return torch.tanh(self.image(self.up1(x)))


class SRCNN(nn.Module):
    def __init__(self, kernels, maps):
        super().__init__()
        a, b, c = kernels
        self.extraction = nn.Conv2d(3, maps[0], a, padding=a // 2)
        self.mapping = nn.Conv2d(maps[0], maps[1], b, padding=b // 2)
        self.reconstruction = nn.Conv2d(maps[1], 3, c, padding=c // 2)

    def forward(self, x):
        return self.reconstruction(F.relu(self.mapping(F.relu(self.extraction(x)))))


def initialise(network, deviation):
    for name, parameter in network.named_parameters():
        mean = 1.0 if "norm" in name and name.endswith("weight") else 0.0
        nn.init.normal_(parameter, mean, deviation)


def state(network, prefix):
    return {f"{prefix}.{name}": value.detach().clone() for name, value in network.state_dict().items()
            if not name.endswith("num_batches_tracked")}


def save(name, tensors):
    save_file({key: value.to(torch.float32).contiguous().clone() for key, value in tensors.items()},
              folder / f"{name}.safetensors", metadata={"torch": torch.__version__})


def adversarial_steps(kept, prefix, generator, discriminator, inputs, photographs):
    """Steps as dotchi documents them: D on real, D on fake, D's Adam; then G through the new D, G's Adam."""
    adams = [torch.optim.Adam(network.parameters(), lr=0.0002, betas=(0.5, 0.999))
             for network in (discriminator, generator)]
    kept |= {f"before.{k}": v for k, v in (state(generator, f"{prefix}generator")
                                           | state(discriminator, f"{prefix}discriminator")).items()}
    losses = []
    for step, (given, real) in enumerate(zip(inputs, photographs)):
        kept[f"input.{step}"], kept[f"photographs.{step}"] = given, real
        fake = generator(given)
        discriminator.zero_grad()
        on_real, on_fake = discriminator(real), discriminator(fake.detach())
        loss = (F.binary_cross_entropy_with_logits(on_real, torch.ones_like(on_real))
                + F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake)))
        loss.backward()
        adams[0].step()
        generator.zero_grad()
        judged = discriminator(fake)
        generator_loss = F.binary_cross_entropy_with_logits(judged, torch.ones_like(judged))
        generator_loss.backward()
        if step == 0:
            kept["gradient.generator"] = torch.cat([p.grad.flatten() for p in generator.parameters()])
        adams[1].step()
        losses.append(torch.stack([loss.detach(), generator_loss.detach()]))
    kept["losses"] = torch.stack(losses)
    kept |= {f"after.{k}": v for k, v in (state(generator, f"{prefix}generator")
                                          | state(discriminator, f"{prefix}discriminator")).items()}
    generator.eval()
    kept["images"] = generator(inputs[0]).detach()


for upsampling in ("nearest", "strided"):
    torch.manual_seed(20151119)
    generator, discriminator = Generator(16, 5, 3, upsampling), Discriminator(16, 3)
    initialise(generator, 0.2), initialise(discriminator, 0.2)
    kept = {}
    adversarial_steps(kept, "", generator, discriminator, [torch.rand(4, 5) * 2 - 1 for _ in range(3)],
                      [torch.rand(4, 3, 16, 16) * 2 - 1 for _ in range(3)])
    save(f"dcgan-{upsampling}", kept)

torch.manual_seed(20161210)
generator, discriminator = Stage32To64(2, 2, "nearest"), Discriminator(64, 1)
initialise(generator, 0.2), initialise(discriminator, 0.2)
kept = {}
adversarial_steps(kept, "stage2.", generator, discriminator, [torch.rand(2, 3, 32, 32) * 2 - 1],
                  [torch.rand(2, 3, 64, 64) * 2 - 1])
save("stage", kept)

torch.manual_seed(20141231)
network = SRCNN([5, 1, 3], [6, 4])
initialise(network, 0.1)
kept = {f"before.{k}": v for k, v in state(network, "srcnn").items()}
adam = torch.optim.Adam(network.parameters(), lr=0.001)
losses = []
for step in range(3):
    enlarged, photographs = torch.rand(2, 3, 12, 12), torch.rand(2, 3, 12, 12)
    kept[f"input.{step}"], kept[f"photographs.{step}"] = enlarged, photographs
    adam.zero_grad()
    loss = F.mse_loss(network(enlarged), photographs)
    loss.backward()
    adam.step()
    losses.append(loss.detach())
kept["losses"] = torch.stack(losses)
kept |= {f"after.{k}": v for k, v in state(network, "srcnn").items()}
kept["images"] = network(kept["input.0"]).detach()
save("srcnn", kept)
