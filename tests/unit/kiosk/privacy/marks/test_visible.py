from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.errors import MarkError
from kiosk.privacy.marks.facts import STATEMENTS
from kiosk.privacy.marks.visible import Drawn, Imprint, draw_mark, read_logo
from kiosk.settings.kinds import LANGUAGES

OURS = Imprint("Vernissage", STATEMENTS["en"])


def canvas(width: int = 600, height: int = 800, value: int = 40) -> np.ndarray:
    noise = np.random.default_rng(3).integers(-9, 9, (height, width, 3))
    return np.clip(value + noise, 0, 255).astype(np.uint8)


def outside_is_untouched(before: np.ndarray, drawn: Drawn) -> bool:
    x0, y0, x1, y1 = drawn.box_px
    changed = (drawn.bgr[: before.shape[0]] != before).any(axis=2)
    changed[y0:y1, x0:x1] = False
    return not changed.any()


@pytest.mark.parametrize("value", [0, 60, 120, 200, 255])
def test_it_can_be_read_on_any_ground_and_changes_nothing_else(value: int) -> None:
    before = canvas(value=value)

    drawn = draw_mark(before, (), OURS)

    assert outside_is_untouched(before, drawn)
    x0, y0, x1, y1 = drawn.box_px
    gray = cv2.cvtColor(drawn.bgr[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY)
    assert float(gray.max()) - float(gray.min()) > 120


def test_the_picture_that_was_given_stays_as_it_was() -> None:
    before = canvas()
    kept = before.copy()

    draw_mark(before, (), OURS)

    assert (before == kept).all()


@pytest.mark.parametrize("seed", range(40))
def test_no_face_is_ever_touched(seed: int) -> None:
    random = np.random.default_rng(seed)
    before = canvas(*(int(side) for side in random.integers(90, 900, 2)))
    height, width = before.shape[:2]
    faces = []
    for _ in range(int(random.integers(1, 9))):
        side = int(random.integers(10, max(11, min(width, height))))
        x, y = (int(random.integers(-side // 2, most)) for most in (width, height))
        faces.append((x, y, x + side, y + side))

    drawn = draw_mark(before, faces, OURS)

    assert outside_is_untouched(before, drawn)
    x0, y0, x1, y1 = drawn.box_px
    beneath = y0 >= height
    for left, top, right, bottom in faces:
        apart = x1 <= left or right <= x0 or y1 <= top or bottom <= y0
        assert apart or beneath


def test_where_a_face_fills_the_picture_a_label_hangs_beneath() -> None:
    before = canvas(300, 300)

    drawn = draw_mark(before, [(0, 0, 300, 300)], OURS)

    assert drawn.bgr.shape[1] == 300
    assert drawn.box_px == (0, 300, 300, drawn.bgr.shape[0])
    assert (drawn.bgr[:300] == before).all()
    assert drawn.bgr[300:].max() > 180


def test_it_goes_into_a_bottom_corner_where_nothing_is_in_the_way() -> None:
    x0, y0, _, y1 = draw_mark(canvas(), (), OURS).box_px

    assert y1 > 760
    assert y0 > 700
    assert x0 < 50 or x0 > 400


def test_it_grows_with_the_picture() -> None:
    small = draw_mark(canvas(600, 800), (), OURS).box_px
    large = draw_mark(canvas(1800, 2400), (), OURS).box_px

    assert 2.5 < (large[2] - large[0]) / (small[2] - small[0]) < 3.5


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3), (40, 40)])
def test_the_smallest_pictures_are_marked_too(size: tuple[int, int]) -> None:
    before = canvas(*size)

    drawn = draw_mark(before, (), OURS)

    assert outside_is_untouched(before, drawn)
    assert drawn.bgr.shape[1] == size[0]


def test_every_language_says_it_in_other_words() -> None:
    assert set(STATEMENTS) == set(LANGUAGES)
    assert len(set(STATEMENTS.values())) == len(LANGUAGES)


def logo(path: Path) -> Path:
    bgra = np.zeros((60, 200, 4), np.uint8)
    bgra[10:50, 20:180] = (0, 0, 255, 255)
    cv2.imwrite(str(path), bgra)
    return path


def test_a_venues_own_mark_keeps_its_colours_and_the_statement(tmp_path: Path) -> None:
    bgra = read_logo(logo(tmp_path / "logo.png"))
    before = canvas()

    drawn = draw_mark(before, (), Imprint("", STATEMENTS["en"], bgra))

    assert outside_is_untouched(before, drawn)
    x0, y0, x1, y1 = drawn.box_px
    part = drawn.bgr[y0:y1, x0:x1].astype(int)
    red = (part[..., 2] > 200) & (part[..., 1] < 60)
    assert red.sum() > 200
    assert (part[-len(part) // 2 :].min(axis=2) > 180).any()  # the statement beneath


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\nxxxx"])
def test_a_mark_that_is_no_picture_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)

    with pytest.raises(MarkError, match=r"logo\.png cannot be read"):
        read_logo(path)


def test_a_mark_that_cannot_be_seen_is_said(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    cv2.imwrite(str(path), np.zeros((5, 5, 4), np.uint8))

    with pytest.raises(MarkError, match="transparent all over"):
        read_logo(path)
