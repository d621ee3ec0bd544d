"""Small pictures come when they are wanted, the newest wish first; few are kept."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import kiosk.thumbnails
from kiosk.packs.library import painting_from_file
from kiosk.packs.manifest import PackPainting
from kiosk.tasks import Tasks
from kiosk.thumbnail_shelf import LARGEST_PX, ThumbnailShelf
from kiosk.thumbnails import Thumbnails
from pipeline.errors import ImageUnreadableError
from pipeline.images import write_image

SIZE_PX = (64, 80)


@pytest.fixture
def paintings(tmp_path: Path) -> list[PackPainting]:
    made = []
    for number in range(12):
        path = tmp_path / f"p{number:02}.png"
        write_image(path, np.full((200, 150, 3), 20 * number, np.uint8))
        made.append(painting_from_file(path))
    return made


@pytest.fixture
def shelf(tmp_path: Path) -> ThumbnailShelf:
    return ThumbnailShelf(tmp_path / "shelf")


@pytest.fixture
def thumbnails(
    qapp: QObject, shelf: ThumbnailShelf, paintings: list[PackPainting]
) -> Iterator[Thumbnails]:
    tasks, owner = Tasks(), QObject()
    made = Thumbnails(shelf, tasks, owner)
    made.offer(paintings, SIZE_PX)
    made.owner, made.told = owner, []
    made.ready.connect(lambda key, image: made.told.append((key, image)))
    yield made
    tasks.close()


def keys(paintings: list[PackPainting]) -> list[str]:
    return [painting.key for painting in paintings]


def test_what_is_wanted_comes_in_its_order_and_then_at_once(
    thumbnails: Thumbnails, paintings: list[PackPainting], qtbot: QtBot
) -> None:
    wanted = keys(paintings)[3:6]
    thumbnails.want("choose", wanted)
    qtbot.waitUntil(lambda: thumbnails.idle)
    assert [key for key, _ in thumbnails.told] == wanted
    image = thumbnails.told[0][1]
    assert (image.width(), image.height()) == (60, 80)

    thumbnails.want("live", [*wanted[1:], "none/such"])
    assert [key for key, _ in thumbnails.told[3:]] == wanted[1:]
    assert thumbnails.told[3][1].cacheKey() == thumbnails.told[1][1].cacheKey()


def test_who_leafs_on_does_not_wait_for_what_they_passed(
    thumbnails: Thumbnails, paintings: list[PackPainting], qtbot: QtBot
) -> None:
    all_keys = keys(paintings)
    thumbnails.want("choose", all_keys[:6])
    thumbnails.want("choose", all_keys[6:8])
    qtbot.waitUntil(lambda: thumbnails.idle)
    assert [key for key, _ in thumbnails.told][1:] == all_keys[6:8]


def test_memory_is_bounded_but_what_is_wanted_stays(
    thumbnails: Thumbnails,
    paintings: list[PackPainting],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kiosk.thumbnails, "KEPT_BYTES", 3 * 60 * 80 * 4)
    for number in range(0, 12, 2):
        thumbnails.want("choose", keys(paintings)[number : number + 2])
        qtbot.waitUntil(lambda: thumbnails.idle)
    assert list(thumbnails._kept) == keys(paintings)[9:]

    thumbnails.want("choose", keys(paintings)[:5])
    qtbot.waitUntil(lambda: thumbnails.idle)
    assert set(thumbnails._kept) == set(keys(paintings)[:5])


def test_another_file_of_the_same_painting_is_read_anew(
    thumbnails: Thumbnails, paintings: list[PackPainting], qtbot: QtBot, tmp_path: Path
) -> None:
    key = paintings[0].key
    thumbnails.want("choose", [key])
    qtbot.waitUntil(lambda: thumbnails.idle)
    (tmp_path / "2").mkdir()
    newer = tmp_path / "2" / "p00.png"
    write_image(newer, np.full((200, 150, 3), 250, np.uint8))
    thumbnails.offer([painting_from_file(newer)], SIZE_PX)
    qtbot.waitUntil(lambda: thumbnails.idle)
    assert [told for told, _ in thumbnails.told] == [key, key]
    assert thumbnails.told[1][1].pixelColor(9, 9).red() > 240


def test_a_picture_that_cannot_be_read_holds_up_no_other(
    thumbnails: Thumbnails, paintings: list[PackPainting], qtbot: QtBot
) -> None:
    paintings[0].image.write_text("no picture")
    thumbnails.want("choose", keys(paintings)[:2])
    qtbot.waitUntil(lambda: thumbnails.idle)
    assert [key for key, _ in thumbnails.told] == [paintings[1].key]


def test_the_shelf_decodes_a_painting_once(
    shelf: ThumbnailShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.png"
    write_image(path, np.full((1600, 1200, 3), 90, np.uint8))
    assert shelf.read(path, LARGEST_PX).shape == (800, 600, 4)
    kept = next((tmp_path / "shelf").iterdir())
    assert shelf.read(path, (60, 80)).shape == (80, 60, 4)

    kept.write_text("damaged")
    assert shelf.read(path, (60, 80)).shape == (80, 60, 4)
    assert kept.stat().st_size > 1000
    path.unlink()
    with pytest.raises(ImageUnreadableError):
        shelf.read(path, LARGEST_PX)


def test_a_shelf_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    write_image(path, np.full((80, 60, 3), 90, np.uint8))
    (tmp_path / "file").write_text("no folder")
    shelf = ThumbnailShelf(tmp_path / "file" / "shelf")
    assert shelf.read(path, LARGEST_PX).shape == (80, 60, 4)


def test_the_oldest_are_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = tmp_path / "small.png"
    write_image(path, np.full((80, 60, 3), 90, np.uint8))
    for number in range(3):
        (folder / f"old{number}.jpg").write_text("old")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.thumbnail_shelf.MOST_FILES", 2)
        ThumbnailShelf(folder).read(path, LARGEST_PX)
    assert len(list(folder.iterdir())) == 2
