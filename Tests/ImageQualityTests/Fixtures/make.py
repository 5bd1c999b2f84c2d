"""Makes the pictures and expected.json beside this file: python3 make.py

Needs numpy, scipy, Pillow, scikit-image 0.26, PyTorch and pytorch-msssim 1.0. The pictures are drawn here.
"""

import json
from pathlib import Path

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view
from PIL import Image
from pytorch_msssim import ms_ssim
from scipy import ndimage
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

HERE = Path(__file__).parent


# --- Pictures

def scene(width, height, seed):
    """Soft discs on a gradient."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    slope = rng.uniform(-90, 90, (2, 3))
    picture = rng.uniform(60, 200, 3) + x[..., None] * slope[0] + y[..., None] * slope[1]
    for _ in range(6):
        distance = np.hypot(x - rng.uniform(), y - rng.uniform()) - rng.uniform(0.05, 0.3)
        inside = 1 / (1 + np.exp(distance * rng.uniform(20, 200)))
        picture += inside[..., None] * (rng.uniform(0, 255, 3) - picture)
    return picture


def to_bytes(picture):
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)


def blurred(picture, sigma):
    return ndimage.gaussian_filter(picture, (sigma, sigma, 0))


def noisy(picture, sigma, seed):
    return picture + np.random.default_rng(seed).normal(0, sigma, picture.shape)


def save(picture, name):
    Image.fromarray(picture).save(HERE / f"{name}.png", optimize=True)


# --- PSNR and SSIM, by scikit-image

def luma(picture):
    return 16 + picture[8:-8, 8:-8] @ np.array([65.481, 128.553, 24.966]) / 255


def psnr_and_ssim(a, b):
    a, b = luma(a.astype(float)), luma(b.astype(float))
    psnr = peak_signal_noise_ratio(a, b, data_range=255)
    _, full = structural_similarity(
        a, b, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255, full=True)
    return psnr, full[5:-5, 5:-5].mean()


# --- MS-SSIM, by pytorch-msssim where its window fits, and written here for every size

WEIGHTS = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]


def ms_ssim_of_pytorch(a, b):
    """Of pictures with three equal channels: pytorch-msssim multiplies each channel's scales before it averages."""
    distance = np.arange(11) - 5.0
    window = np.exp(-(distance**2) / (2 * 1.5**2))
    window = torch.from_numpy(window / window.sum()).reshape(1, 1, 1, 11)
    a, b = (torch.from_numpy(p[..., :1].astype(float)).permute(2, 0, 1)[None] for p in (a, b))
    return ms_ssim(a, b, data_range=255, win=window).item()


def ms_ssim_here(a, b):
    """The window shrinks to the picture, its Gaussian with it; channels are averaged at each scale."""
    a, b = a.astype(float), b.astype(float)
    product = 1.0
    for scale, weight in enumerate(WEIGHTS):
        if scale > 0:
            a, b = (
                p[: p.shape[0] // 2 * 2, : p.shape[1] // 2 * 2]
                .reshape(p.shape[0] // 2, 2, p.shape[1] // 2, 2, 3).mean(axis=(1, 3))
                for p in (a, b))
        size = min(11, *a.shape[:2])
        distance = np.arange(size) - (size - 1) / 2
        bell = np.exp(-(distance[:, None] ** 2 + distance**2) / (2 * (1.5 * size / 11) ** 2))
        bell /= bell.sum()

        def mean(p):
            return np.einsum("yxcij,ij->yxc", sliding_window_view(p, (size, size), axis=(0, 1)), bell)

        c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
        ma, mb = mean(a), mean(b)
        structure = (2 * (mean(a * b) - ma * mb) + c2) / (mean(a * a) - ma**2 + mean(b * b) - mb**2 + c2)
        luminance = (2 * ma * mb + c1) / (ma**2 + mb**2 + c1)
        value = (structure * luminance if scale == 4 else structure).mean()
        product *= max(value, 0) ** weight
    return product


# --- Sliced Wasserstein distance, from section 5 and the appendix of Karras et al. (2018), in double precision

def philox(seed, purpose, index, blocks):
    """The words of a stream of Sources/Randomness: Philox4x32-10."""
    mask = np.uint64(0xFFFFFFFF)
    named = purpose << 48 | index
    counter = [
        np.arange(blocks, dtype=np.uint64), np.zeros(blocks, np.uint64),
        np.full(blocks, named & 0xFFFFFFFF, np.uint64), np.full(blocks, named >> 32, np.uint64)]
    key = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        first, second = counter[0] * np.uint64(0xD2511F53), counter[2] * np.uint64(0xCD9E8D57)
        counter = [
            second >> np.uint64(32) ^ counter[1] ^ np.uint64(key[0]), second & mask,
            first >> np.uint64(32) ^ counter[3] ^ np.uint64(key[1]), first & mask]
        key = [(key[0] + 0x9E3779B9) & 0xFFFFFFFF, (key[1] + 0xBB67AE85) & 0xFFFFFFFF]
    words = np.stack(counter, axis=1).reshape(-1, 2)
    return words[:, 0] | words[:, 1] << np.uint64(32)


KERNEL = np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]) / 256


def halved(planes):
    return ndimage.convolve(planes, KERNEL[None, None], mode="mirror")[:, :, ::2, ::2]


def doubled(planes):
    stuffed = np.zeros(planes.shape[:2] + (planes.shape[2] * 2, planes.shape[3] * 2))
    stuffed[:, :, ::2, ::2] = planes
    return ndimage.convolve(stuffed, 4 * KERNEL[None, None], mode="mirror")


def pyramid(pictures):
    levels = [np.stack(pictures).astype(float).transpose(0, 3, 1, 2)]
    while levels[-1].shape[2] > 16:
        levels.append(halved(levels[-1]))
        levels[-2] = levels[-2] - doubled(levels[-1])
    return levels


def patches(level, corners):
    found = np.stack([
        level[index // 128, :, y : y + 7, x : x + 7] for index, (x, y) in enumerate(corners)])
    found -= found.mean(axis=(0, 2, 3), keepdims=True)
    found /= found.std(axis=(0, 2, 3), keepdims=True)
    return found.reshape(len(corners), -1)


def sliced_wasserstein(first, second, seed):
    distances = []
    for a, b in zip(pyramid(first), pyramid(second)):
        side = a.shape[2]
        count = len(first) * 128
        words = philox(seed, 12, side, count + 512 * 148)
        corners = [[int(word) * (side - 6) >> 64 for word in pair] for pair in words[: 2 * count].reshape(-1, 2)]
        uniform = (words[2 * count : 2 * count + 512 * 148] >> np.uint64(11)).astype(float) * 2.0**-53
        radius, angle = np.sqrt(-2 * np.log(1 - uniform[::2])), 2 * np.pi * uniform[1::2]
        normal = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).reshape(512, 148)[:, :147]
        directions = normal / np.linalg.norm(normal, axis=1, keepdims=True)
        projections = [np.sort(patches(level, corners) @ directions.T, axis=0) for level in (a, b)]
        distances.append(1000 * np.abs(projections[0] - projections[1]).mean())
    return distances


# --- The files

def main():
    expected = {"pairs": [], "levels": []}
    for width, height in [(16, 16), (32, 32), (61, 47), (64, 64), (128, 128), (192, 176)]:
        whole = scene(width, height, width)
        if width == 192:
            whole = np.repeat(whole.mean(axis=2, keepdims=True), 3, axis=2)
        noise = noisy(whole[..., :1] if width == 192 else whole, 12, 1) + np.zeros(3)
        name = f"{width}x{height}"
        pictures = {name: whole, f"{name}-blurred": blurred(whole, 1.5), f"{name}-noisy": noise}
        if width == 64:
            pictures[f"{name}-other"] = scene(width, height, 7)
        pictures = {name: to_bytes(picture) for name, picture in pictures.items()}
        for other, picture in pictures.items():
            save(picture, other)
            if other == name:
                continue
            pair = {"first": name, "second": other, "msssim": ms_ssim_here(pictures[name], picture)}
            if min(width, height) >= 27:
                pair["psnr"], pair["ssim"] = psnr_and_ssim(pictures[name], picture)
            if width == 192:
                pair["pytorch"] = ms_ssim_of_pytorch(pictures[name], picture)
            expected["pairs"].append(pair)

    # Sets of four pictures, side by side.
    sets = [[to_bytes(scene(64, 64, 100 + 10 * number + index)) for index in range(4)] for number in range(2)]
    sets[1] = [to_bytes(noisy(picture.astype(float), 4, 2)) for picture in sets[1]]
    for number, pictures in enumerate(sets):
        save(np.concatenate(pictures, axis=1), f"set-{number + 1}")
    for side, distance in zip([64, 32, 16], sliced_wasserstein(*sets, seed=1 << 40 | 5)):
        expected["levels"].append({"side": side, "distance": distance})
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


main()
