from pathlib import Path

import pytest

import kiosk.app
from kiosk.app import card_text, choose_paintings, choose_source
from kiosk.errors import PackError
from kiosk.packs.library import open_library
from pipeline.errors import ImageUnreadableError, SourceUnavailableError
from pipeline.sources.cameras import Camera


def test_without_a_camera_the_demo_visitor_stands_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kiosk.app, "list_cameras", list)

    source, no_camera = choose_source(None)

    assert (source.info.kind, no_camera) == ("demo", True)


def test_the_first_camera_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk.app, "list_cameras", lambda: [Camera(2, "Front")])

    source, no_camera = choose_source(None)

    assert (source.info.kind, no_camera) == ("camera", False)


def test_who_asks_for_the_demo_knows_that_it_is_one() -> None:
    source, no_camera = choose_source("demo")

    assert (source.info.kind, no_camera) == ("demo", False)


def test_a_film_that_is_not_there_is_refused() -> None:
    with pytest.raises(SourceUnavailableError):
        choose_source("no-film.mp4")


def test_all_paintings_are_offered_beginning_with_the_first(sitters: Path) -> None:
    library = open_library(sitters)

    assert choose_paintings(library, None) == (library.paintings, library.paintings[0])
    assert choose_paintings(library, "pack/lord")[1] is library.paintings[1]


def test_a_picture_file_is_offered_before_the_others(
    sitters: Path, tmp_path: Path
) -> None:
    library = open_library(sitters)
    mine = tmp_path / "mine.png"
    mine.write_bytes(library.paintings[0].image.read_bytes())

    paintings, first = choose_paintings(library, str(mine))

    assert (first.image, paintings) == (mine, (first, *library.paintings))


def test_no_painting_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="There are no paintings"):
        choose_paintings(open_library(tmp_path), None)


def test_a_file_that_is_no_picture_is_refused(sitters: Path) -> None:
    with pytest.raises(ImageUnreadableError):
        choose_paintings(open_library(sitters), __file__)


def test_a_card_says_what_the_pack_says(sitters: Path) -> None:
    text = card_text(open_library(sitters).paintings[1])

    assert (text.key, text.title, text.origin) == (
        "pack/lord",
        "A lord",
        "Nobody, c. 1700",
    )
