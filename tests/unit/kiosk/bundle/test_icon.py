"""The program's sign."""

from pathlib import Path

from PIL import Image

from kiosk.bundle.icon import write_icon


def test_it_has_every_size_in_a_golden_frame(tmp_path: Path) -> None:
    with Image.open(write_icon(tmp_path / "made" / "sign.ico")) as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
        largest = icon.convert("RGB")
    assert largest.size == (256, 256)
    assert largest.getpixel((2, 128)) == (201, 162, 78)
    assert largest.getpixel((128, 128)) != (201, 162, 78)
