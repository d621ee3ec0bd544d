"""A pack of two paintings with real faces, made of a public-domain portrait."""

from pathlib import Path

import numpy as np
import skimage.data

from pipeline.images import read_image, write_image

PACK = """
id = "{name}"
title = {{ en = "A pack" }}

[[paintings]]
id = "lady"
image = "lady.png"
title = {{ en = "A lady", de = "Eine Dame" }}
artist = "Somebody"
year = 1650

[[paintings]]
id = "lord"
image = "lord.png"
title = "A lord"
artist = {{ en = "Nobody" }}
year = "c. 1700"
"""


def write_sitters(folder: Path) -> Path:
    """Write the pack ``pack``; the second face is darker and mirrored."""
    pack = folder / "pack"
    pack.mkdir()
    face = read_image(Path(skimage.data.__file__).parent / "astronaut.png")
    write_image(pack / "lady.png", face)
    write_image(pack / "lord.png", np.ascontiguousarray(face[:, ::-1] // 2))
    (pack / "pack.toml").write_text(PACK.format(name="pack"), encoding="utf-8")
    return folder
