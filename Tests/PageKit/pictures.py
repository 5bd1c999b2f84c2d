"""PNG files, written with Python's library alone."""

import random
import struct
import zlib

# What a pixel differs by from what its neighbours promise: mostly little, as in photographs; about 4 bits a byte.
DIFFERENCES = bytes([0, 0, 0, 0, 1, 255, 1, 255, 2, 254, 3, 253, 5, 251, 8, 248]) * 16


def png(width, height, rows, colour, palette=None, level=9):
    """A PNG file of rows with their filter bytes; of colour type 2 (RGB) or 3 (with a palette)."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + (chunk(b"PLTE", palette) if palette else b"")
            + chunk(b"IDAT", zlib.compress(rows, level)) + chunk(b"IEND", b""))


def detailed(side, seed):
    """A picture with detail everywhere, the same for a seed: noise that rows and columns add up (filter 4, Paeth's)."""
    numbers = random.Random(seed)
    return png(side, side, b"".join(b"\4" + numbers.randbytes(3 * side).translate(DIFFERENCES) for _ in range(side)), 2,
               level=6)


def face(side, seed, shift=0):
    """A drawn face: circles in flat colours, which vary with the seed; `shift` moves the eyes."""
    numbers = random.Random(seed)
    ground, skin, dark, lip = [tuple(numbers.randint(low, high) for _ in range(3))
                               for low, high in ((60, 200), (150, 240), (10, 60), (120, 190))]
    lip = (lip[0], lip[1] // 2, lip[2] // 2)
    width, height, apart, smile = (numbers.uniform(*span) for span in ((.28, .4), (.34, .44), (.12, .18), (-.08, .14)))

    def colour(x, y):
        if ((x - .5) / width) ** 2 + ((y - .52) / height) ** 2 > 1:
            return ground
        for middle in (.5 - apart, .5 + apart + shift):
            far = (x - middle) ** 2 + (y - .42) ** 2
            if far < .0016:
                return dark
            if far < .0049:
                return (245, 245, 245)
        if abs(x - .5) < .02 and .46 < y < .58:
            return tuple(part - 30 for part in skin)
        if abs(x - .5) < .14 and abs(y - .7 + smile * (((x - .5) / .14) ** 2 - .5)) < .022:
            return lip
        return skin

    rows = bytearray()
    for row in range(side):
        rows.append(0)
        for column in range(side):
            rows += bytes(colour((column + .5) / side, (row + .5) / side))
    return png(side, side, bytes(rows), 2)
