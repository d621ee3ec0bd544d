import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.disk import alone
from kiosk.packs.editing.draft import Brush, Draft, Stroke, draft_of, face_of
from kiosk.packs.editing.mask import MaskPaint
from kiosk.packs.editing.saving import (
    LOCK_NAME,
    Edit,
    FolderHome,
    StoreHome,
    next_version,
)
from kiosk.packs.problems import UnfitPackError
from kiosk.packs.store import PackStore
from pipeline.painted_mask import read_mask

FIVE = ((8.0, 12.0), (22.0, 12.0), (15.0, 20.0), (10.0, 28.0), (20.0, 28.0))
SIZE = (30, 40)


def painted(*places: tuple[float, float]) -> Edit:
    stroke = Stroke(Brush.FRONT, 4.0, places)
    draft = Draft(faces=(face_of(FIVE),)).with_stroke(stroke)
    paint = MaskPaint(SIZE, None)
    paint.follow(draft)
    return Edit("lady", draft, paint.mask)


def files(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    )


@pytest.fixture
def folder(make_pack: Callable[[str], Path]) -> Path:
    return make_pack("town")


@pytest.fixture
def store(tmp_path: Path, folder: Path) -> PackStore:
    store = PackStore(tmp_path / "store")
    store.install(folder)
    return store


def test_a_folder_is_changed_in_its_place(folder: Path) -> None:
    pack = FolderHome(folder).save(painted((15.0, 8.0)))

    lady = pack.paintings[0]
    assert lady.faces == (face_of(FIVE),)
    assert lady.mask is not None
    assert lady.mask.parent == folder
    assert read_mask(lady.mask, SIZE).front.max() == 255
    assert pack.version == "1"


def test_a_new_mask_takes_the_place_of_ours_and_of_nobody_elses(folder: Path) -> None:
    home = FolderHome(folder)
    (folder / "lady-mask-by-hand.png").write_bytes(b"mine")
    home.save(painted((15.0, 8.0)))

    home.save(painted((5.0, 30.0)))

    masks = [name for name in files(folder) if "-mask-" in name]
    assert len(masks) == 2
    assert "lady-mask-by-hand.png" in masks
    wiped = Edit("lady", Draft(blank=True))
    assert home.save(wiped).paintings[0].mask is None
    left = [name for name in files(folder) if "-mask-" in name]
    assert left == ["lady-mask-by-hand.png"]


def test_what_is_not_touched_stays(folder: Path) -> None:
    home = FolderHome(folder)
    masked = home.save(painted((15.0, 8.0))).paintings[0]

    pack = home.save(Edit("lady", replace(draft_of(masked), complexion=0.4)))

    assert pack.paintings[0].mask == masked.mask
    assert pack.paintings[0].faces == masked.faces
    assert pack.paintings[0].complexion == 0.4


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be closed so on Windows")
def test_a_disk_that_refuses_leaves_the_folder_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "pack.toml").read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PackError, match="may not be written to"):
        FolderHome(folder).save(painted((15.0, 8.0)))

    monkeypatch.undo()
    assert (folder / "pack.toml").read_bytes() == before
    assert not [name for name in files(folder) if name.endswith(".tmp")]


def test_an_installed_pack_gets_a_new_version_and_keeps_the_old(
    store: PackStore,
) -> None:
    told: list[tuple[object, ...]] = []
    old = StoreHome(store, "town").open()
    before = files(old.folder)

    pack = StoreHome(store, "town").save(
        painted((15.0, 8.0)), lambda *step: told.append(step)
    )

    assert pack.version == "1+edit1"
    assert pack.paintings[0].faces == (face_of(FIVE),)
    assert pack.paintings[0].mask is not None
    assert pack.paintings[0].mask.is_file()
    assert files(old.folder) == before
    assert store.rollback("town").pack.version == "1"
    assert told
    left = [name for name in files(store.folder) if name.startswith(".amended")]
    assert left == []


def test_saving_again_goes_on_from_the_version_in_force(store: PackStore) -> None:
    home = StoreHome(store, "town")
    home.save(painted((15.0, 8.0)))

    pack = home.save(Edit("lord", Draft(shape=0.9)))

    assert pack.version == "1+edit2"
    lady, lord = pack.paintings
    assert lady.faces
    assert lord.shape == 0.9


def test_editing_a_built_in_pack_installs_it(tmp_path: Path, folder: Path) -> None:
    store = PackStore(tmp_path / "store")

    pack = StoreHome(store, "town", folder.parent).save(painted((15.0, 8.0)))

    assert store.list()[0].pack == pack
    assert "faces" not in (folder / "pack.toml").read_text("utf-8")


def test_two_savings_at_once_are_one_too_many(store: PackStore) -> None:
    with alone(store.folder / LOCK_NAME), pytest.raises(PackError, match="just being"):
        StoreHome(store, "town").save(painted((15.0, 8.0)))

    assert StoreHome(store, "town").open().version == "1"


def test_what_a_crash_left_is_cleared_away(store: PackStore) -> None:
    left = store.folder / ".amended-0123456789abcdef"
    left.mkdir()
    (left / "picture.png").write_bytes(b"half")

    StoreHome(store, "town").save(painted((15.0, 8.0)))

    assert not left.exists()


def test_points_outside_the_picture_are_refused_and_nothing_changes(
    store: PackStore,
) -> None:
    far = tuple((x + 500, y) for x, y in FIVE)
    stamp = store.stamp()

    with pytest.raises(UnfitPackError):
        StoreHome(store, "town").save(Edit("lady", Draft(faces=(face_of(far),))))

    assert store.stamp() == stamp


def test_a_painting_that_is_gone_is_told(folder: Path) -> None:
    with pytest.raises(PackError, match="no painting 'count'"):
        FolderHome(folder).save(Edit("count", Draft(shape=0.1)))


@pytest.mark.parametrize(
    ("version", "following"),
    [
        ("1.0", "1.0+edit1"),
        ("1.0+edit9", "1.0+edit10"),
        ("1+edit1+edit2", "1+edit1+edit3"),
        ("x" * 32, "x" * 26 + "+edit1"),
    ],
)
def test_versions_are_counted_on(version: str, following: str) -> None:
    assert next_version(version) == following
    assert len(following) <= 32
