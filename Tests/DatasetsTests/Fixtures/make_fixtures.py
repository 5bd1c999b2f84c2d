"""Makes the folder `people` and its archives beside this file: python3 make_fixtures.py (Pillow and numpy).

Tiny drawn pictures under the names of seven people, and files of the kinds that are found among photographs.
"""

import io
import shutil
import tarfile
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).parent
PEOPLE = {"ada": 3, "bo": 1, "chi": 2, "dan": 1, "eve": 4, "fay": 1, "gus": 1}


def picture(index, size=(24, 20)):
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    samples = np.stack([x * 10 + index, y * 12 + 3 * index, (x + y) * 5 + 7 * index], -1) % 256
    return Image.fromarray(samples.astype(np.uint8))


def encoded(image, kind):
    data = io.BytesIO()
    image.save(data, kind)
    return data.getvalue()


files = {}
for person, count in PEOPLE.items():
    for number in range(1, count + 1):
        kind = "PNG" if number % 2 else "JPEG"
        files[f"people/{person}/{person}_{number}.{kind.lower()}"] = encoded(picture(len(files)), kind)
files["people/eve/eve_5.PNG"] = encoded(picture(50), "JPEG")  # named for what it is not
files["people/hal/broken.jpg"] = encoded(picture(60), "JPEG")[:200]
files["people/hal/empty.png"] = b""
files["people/hal/words.jpg"] = b"no picture at all"
files["people/hal/tiny.png"] = encoded(picture(61, (9, 30)), "PNG")
files["people/notes.txt"] = b"not a photograph"
files["people/.hidden.png"] = encoded(picture(70), "PNG")
files["__MACOSX/people/ada/ada_1.png"] = b"resource fork"

shutil.rmtree(HERE / "people", ignore_errors=True)
for name, data in files.items():
    if name.startswith("people/"):
        (HERE / name).parent.mkdir(parents=True, exist_ok=True)
        (HERE / name).write_bytes(data)

# In other orders than the alphabet's, and beginning with "./" as tar likes to.
with tarfile.open(HERE / "people.tar", "w") as archive:
    for name in reversed(sorted(files)):
        entry = tarfile.TarInfo(f"./{name}")
        entry.size = len(files[name])
        archive.addfile(entry, io.BytesIO(files[name]))
with tarfile.open(HERE / "people.tgz", "w:gz") as archive:
    for name in sorted(files, key=lambda name: name[::-1]):
        entry = tarfile.TarInfo(name)
        entry.size = len(files[name])
        archive.addfile(entry, io.BytesIO(files[name]))
with zipfile.ZipFile(HERE / "people.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in files.items():
        archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
