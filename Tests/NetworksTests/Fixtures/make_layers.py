"""Writes layers.safetensors beside itself: layers, losses and Adam as PyTorch computes them, in double precision.

Each case CASE holds CASE.input, its parameters, CASE.probe (the gradient that arrives from above), CASE.output and
CASE.gradient.NAME of the sum of output * probe.

    python make_layers.py        (needs torch and safetensors)
"""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

torch.manual_seed(20140601)
torch.set_default_dtype(torch.float64)
kept = {}


def case(name, function, **tensors):
    leaves = {key: value.clone().requires_grad_() for key, value in tensors.items()}
    output = function(**leaves)
    probe = torch.randn_like(output)
    (output * probe).sum().backward()
    for key, leaf in leaves.items():
        kept[f"{name}.{key}"] = leaf.detach()
        kept[f"{name}.gradient.{key}"] = leaf.grad
    kept[f"{name}.probe"] = probe
    kept[f"{name}.output"] = output.detach()


maps = torch.randn(2, 3, 5, 6)
case("convolution", lambda input, weight, bias: F.conv2d(input, weight, bias, stride=2, padding=1),
     input=maps, weight=torch.randn(4, 3, 3, 3), bias=torch.randn(4))
case("even", lambda input, weight: F.conv2d(input, weight, stride=2, padding=1),
     input=torch.randn(2, 3, 6, 8), weight=torch.randn(4, 3, 4, 4))
case("upsampling", lambda input, weight: F.conv2d(F.interpolate(input, scale_factor=2, mode="nearest"), weight, padding=1),
     input=maps, weight=torch.randn(4, 3, 3, 3))
case("transposed", lambda input, weight: F.conv_transpose2d(input, weight, stride=2, padding=1),
     input=maps, weight=torch.randn(3, 4, 4, 4))
case("projection", lambda input, weight: F.conv_transpose2d(input[:, :, None, None], weight),
     input=torch.randn(3, 5), weight=torch.randn(5, 6, 4, 4))
case("relu", lambda input: F.relu(input), input=maps)
case("leaky", lambda input: F.leaky_relu(input, 0.2), input=maps)
case("tanh", lambda input: torch.tanh(input), input=maps)

running = {"mean": torch.randn(3), "var": torch.rand(3) + 0.5}
kept["norm.before.mean"] = running["mean"].clone()
kept["norm.before.var"] = running["var"].clone()
scale, shift = torch.randn(3), torch.randn(3)
evaluated = F.batch_norm(maps, running["mean"], running["var"], scale, shift, training=False, eps=1e-5)
kept["norm.evaluated"] = evaluated
case("norm", lambda input, weight, bias: F.batch_norm(
    input, running["mean"], running["var"], weight, bias, training=True, momentum=0.1, eps=1e-5),
    input=maps, weight=scale, bias=shift)
kept["norm.after.mean"] = running["mean"].clone()
kept["norm.after.var"] = running["var"].clone()

logits = torch.tensor([-30.0, -2.0, -0.1, 0.0, 0.3, 5.0, 40.0]).reshape(7, 1)
for name, target in [("real", 1.0), ("fake", 0.0)]:
    leaf = logits.clone().requires_grad_()
    loss = F.binary_cross_entropy_with_logits(leaf, torch.full_like(leaf, target))
    loss.backward()
    kept[f"{name}.logits"], kept[f"{name}.loss"], kept[f"{name}.gradient"] = logits, loss.detach(), leaf.grad
prediction, target = torch.randn(2, 3, 4, 4).requires_grad_(), torch.randn(2, 3, 4, 4)
loss = F.mse_loss(prediction, target)
loss.backward()
kept["mse.prediction"], kept["mse.target"] = prediction.detach(), target
kept["mse.loss"], kept["mse.gradient"] = loss.detach(), prediction.grad

weights = torch.randn(6).requires_grad_()
kept["adam.before"] = weights.detach().clone()
adam = torch.optim.Adam([weights], lr=0.0002, betas=(0.5, 0.999), eps=1e-8)
gradients = torch.randn(5, 6) * torch.tensor([1e-6, 1e-3, 0.1, 1.0, 10.0, 0.0])
kept["adam.gradients"] = gradients
after = []
for gradient in gradients:
    weights.grad = gradient.clone()
    adam.step()
    after.append(weights.detach().clone())
kept["adam.after"] = torch.stack(after)

folder = Path(__file__).parent
save_file({key: value.to(torch.float32).contiguous().clone() for key, value in kept.items()},
          folder / "layers.safetensors", metadata={"torch": torch.__version__})
