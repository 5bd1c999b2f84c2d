"""Makes the pictures beside this file: python3 make_fixtures.py (Pillow and numpy).

X.png or X.jpg is read by the tests; X.expected.png is what Pillow, or the rule written here, makes of it.
"""

import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

HERE = Path(__file__).parent


def scene(width, height, seed):
    """Gradients, hard edges and some noise, so that kernels overshoot and every value occurs."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([255 * x / width, 255 * y / height, 255 - 127 * (x / width + y / height)], axis=-1)
    picture[(x // 5 + y // 4) % 3 == 0] = [255, 0, 0]
    picture[(x - width / 2) ** 2 + (y - height / 2) ** 2 < (min(width, height) / 4) ** 2] = [0, 20, 255]
    return np.clip(picture + rng.normal(0, 12, picture.shape), 0, 255).astype(np.uint8)


def save(array, name):
    Image.fromarray(array).save(HERE / name, optimize=True)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_png(name, header, rows):
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    (HERE / name).write_bytes(data)


def over_white(rgb, alpha):
    rgb, alpha = rgb.astype(int), alpha.astype(int)[..., None]
    return ((rgb * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)


# Resizing: shrinking and enlarging, one axis alone, odd and non-square, down to a point.
RESIZED = [(16, 9), (10, 23), (37, 7), (36, 22), (74, 46), (81, 30), (20, 64), (1, 1), (3, 100)]
source = Image.fromarray(scene(37, 23, 1))
source.save(HERE / "resize-37x23.png", optimize=True)
for size in RESIZED:
    source.resize(size, Image.Resampling.BICUBIC).save(HERE / f"resize-37x23-{size[0]}x{size[1]}.png", optimize=True)
face = Image.fromarray(scene(160, 160, 2))
face.save(HERE / "resize-160x160.png", optimize=True)
for side in [64, 128]:
    face.resize((side, side), Image.Resampling.BICUBIC).save(HERE / f"resize-160x160-{side}x{side}.png", optimize=True)

# Kinds of PNG.
rgb = scene(21, 13, 3)
grey = rgb[..., 1]
alpha = np.linspace(0, 255, 21 * 13).reshape(13, 21).astype(np.uint8)
save(rgb, "rgb.png")
save(rgb, "rgb.expected.png")
save(grey, "grey.png")
save(np.stack([grey] * 3, -1), "grey.expected.png")
bits = Image.fromarray(grey).convert("1")
bits.save(HERE / "bits.png")
bits.convert("RGB").save(HERE / "bits.expected.png")
palette = Image.fromarray(rgb).quantize(11)
palette.save(HERE / "palette.png")
palette.convert("RGB").save(HERE / "palette.expected.png")
palette.save(HERE / "palette-transparent.png", transparency=bytes([0, 100, 200]))
levels = np.full(256, 255)
levels[:3] = [0, 100, 200]
save(over_white(np.array(palette.convert("RGB")), levels[np.array(palette)]), "palette-transparent.expected.png")
save(np.dstack([rgb, alpha]), "rgba.png")
save(over_white(rgb, alpha), "rgba.expected.png")
Image.merge("LA", [Image.fromarray(grey), Image.fromarray(alpha)]).save(HERE / "grey-alpha.png")
save(over_white(np.stack([grey] * 3, -1), alpha), "grey-alpha.expected.png")

deep = (rgb.astype(int) * 257 + np.random.default_rng(4).integers(-128, 128, rgb.shape)).clip(0, 65535)
rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in deep)
write_png("rgb16.png", struct.pack(">IIBBBBB", 21, 13, 16, 2, 0, 0, 0), rows)
save(((deep * 255 + 32895) >> 16).astype(np.uint8), "rgb16.expected.png")

passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
rows = b"".join(b"\0" + row.tobytes() for x, y, dx, dy in passes for row in rgb[y::dy, x::dx])
write_png("interlaced.png", struct.pack(">IIBBBBB", 21, 13, 8, 2, 0, 0, 1), rows)
save(rgb, "interlaced.expected.png")

# Kinds of JPEG. Smooth pictures, so that the decoders' roundings do not add up.
y, x = np.mgrid[0:27, 0:43]
smooth = np.stack([5 * x, 8 * y, 120 + 2 * x - 3 * y], -1).clip(0, 255).astype(np.uint8)
photograph = Image.fromarray(smooth)
kinds = {
    "jpeg-420": (photograph, dict(quality=75, subsampling=2)),
    "jpeg-444": (photograph, dict(quality=90, subsampling=0)),
    "jpeg-progressive": (photograph, dict(quality=80, progressive=True)),
    "jpeg-grey": (photograph.convert("L"), dict(quality=80)),
    "jpeg-cmyk": (photograph.convert("CMYK"), dict(quality=90)),
}
for name, (picture, options) in kinds.items():
    picture.save(HERE / f"{name}.jpg", **options)
    with Image.open(HERE / f"{name}.jpg") as stored:
        stored.convert("RGB").save(HERE / f"{name}.expected.png", optimize=True)
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    name = f"orientation-{orientation}"
    photograph.crop((0, 0, 24, 16)).save(HERE / f"{name}.jpg", quality=90, exif=exif)
    with Image.open(HERE / f"{name}.jpg") as stored:
        ImageOps.exif_transpose(stored).convert("RGB").save(HERE / f"{name}.expected.png", optimize=True)
