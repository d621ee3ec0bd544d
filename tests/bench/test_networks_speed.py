"""What frames of all engines cost, with a network as large as the real one."""

from dataclasses import asdict
from pathlib import Path

import pytest

from kiosk.packs.library import open_library
from pipeline.backends import open_engine
from pipeline.evaluate.paste_back import compare_frames, compare_paste_back
from pipeline.evaluate.speed import some_frames
from pipeline.painting import load_painting
from pipeline.sources.named import named_source
from pipeline.swap.opening import open_networks
from tests.face_networks import NUMBERS, write_networks
from tests.large_swapper import write_large_swapper

SIZE_PX = (1080, 1920)
FRAMES = 12
AT_1080P, AT_12_MP = 10.0, 50.0
"""So many times quicker than the library we lay a face into a painting."""
FLAT = 1.25
"""So much more a painting of 30 megapixels may cost than one of two."""


@pytest.mark.bench
def test_the_mesh_engine_beside_a_network(tmp_path: Path) -> None:
    files = write_networks(tmp_path)
    write_large_swapper(files.swapper, NUMBERS)
    networks, engine = open_networks(files), open_engine("mesh")
    chosen = open_library().paintings[0]
    painting = load_painting(chosen.image, engine, complexion=chosen.complexion)
    frames = some_frames(named_source("demo"), FRAMES)
    mesh = engine.landmarker.first_look(
        frames[0].bgr, engine.detector.detect(frames[0].bgr)[0]
    )
    pasted = compare_paste_back(networks, painting, frames[0], mesh, FRAMES // 2)
    cost = compare_frames(networks, engine, painting, frames, SIZE_PX)

    network_ms = pasted[0].network_ms
    every_frame_ms = network_ms + cost.insightface_ms
    lines = [
        f"the network alone {network_ms:.0f} ms a face",
        *(
            f"pasting into {one.size_px}: stock {one.stock_ms:.1f} ms, ours "
            f"{one.ours_ms:.1f} ms, {one.ratio:.1f} x"
            for one in pasted
        ),
        *(
            f"{name} {ms:.1f}, {ms / cost.mesh_ms:.1f} of mesh's frame"
            for name, ms in asdict(cost).items()
        ),
        f"the network in each frame: {every_frame_ms / cost.mesh_ms:.0f} of mesh's",
    ]
    print("", *lines, sep="\n")  # noqa: T201 (a bench tells its figures)
    small, middle, large = pasted
    assert small.ratio >= AT_1080P
    assert middle.ratio >= AT_12_MP
    assert large.ours_ms <= FLAT * small.ours_ms
    assert cost.mesh_ms < network_ms
