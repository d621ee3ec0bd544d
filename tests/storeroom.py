"""What tests of the store of packs have in common."""

from collections.abc import Callable
from pathlib import Path

from kiosk.packs.store import PackStore
from tests.sitters import PACK

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]
Zipped = Callable[..., Path]


def all_in(folder: Path) -> list[str]:
    """Every file and folder, by its place below."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def versions(store: PackStore, pack_id: str = "old") -> list[str]:
    """The versions of a pack that lie in a store."""
    folder = store.folder / pack_id
    return sorted(path.name.split("-")[0] for path in folder.iterdir())


def set_version(folder: Path, version: str) -> Path:
    """Make a folder the pack ``old`` in some version."""
    text = PACK.format(name="old")
    (folder / "pack.toml").write_text(f'version = "{version}"\n{text}')
    return folder
