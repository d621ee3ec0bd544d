"""Paints the studio pack.

``python -m museum_targets.painter [--only ID] [--out DIR]``
"""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

import cv2

STUDIO = Path(__file__).parents[1] / "studio"
SITTINGS = ("lady", "gentleman", "turban", "baroque", "garden", "pair", "gold")
LONG_SIDE_PX = 2000
LARGEST_BYTES = 1_500_000
QUALITIES = (93, 91, 89, 87, 85, 82, 79, 76)


def encoded(name: str, long_px: int = LONG_SIDE_PX) -> bytes:
    """Paint one picture as a JPEG file of at most `LARGEST_BYTES`.

    Args:
        name: One of `SITTINGS`.
        long_px: Longer side of the canvas in pixels.
    """
    sitting = import_module(f"museum_targets.painter.sitters.{name}")
    picture = sitting.picture(long_px)
    data = b""
    for quality in QUALITIES:
        data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[
            1
        ].tobytes()
        if len(data) <= LARGEST_BYTES:
            break
    return data


def main(arguments: list[str] | None = None) -> int:
    """Paint the pictures asked for and say how long each took."""
    parser = argparse.ArgumentParser(
        prog="painter", description="Paints the studio pack."
    )
    parser.add_argument("--only", choices=SITTINGS, help="paint just this picture")
    parser.add_argument("--out", type=Path, default=STUDIO, help="folder to write to")
    options = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for name in (options.only,) if options.only else SITTINGS:
            start = time.monotonic()
            path = options.out / f"{name}.jpg"
            path.write_bytes(encoded(name))
            sys.stdout.write(f"{path.name}: {time.monotonic() - start:.0f} s\n")
    except OSError as error:
        sys.stderr.write(f"The picture cannot be written: {error}.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
