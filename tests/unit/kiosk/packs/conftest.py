"""What tests of packs share: changing a pack's list, zip files of packs, a store."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.store import PackStore


@pytest.fixture
def rewrite() -> Callable[[Path, str, str], None]:
    """Replace words in the list of a pack."""

    def change(folder: Path, old: str, new: str) -> None:
        path = folder / "pack.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Make a zip file of a folder, perhaps below another folder in it."""

    def make(folder: Path, below: str = "") -> Path:
        path = tmp_path / f"{folder.name}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(folder.rglob("*")):
                archive.write(file, below + str(file.relative_to(folder)))
        return path

    return make


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    """An empty store."""
    return PackStore(tmp_path / "store")
