from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.packs.manifest import Pack, PackPainting, pack_of
from kiosk.packs.reading import read_pack
from kiosk.packs.schema import Rights

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]


def opened(folder: Path) -> Pack:
    manifest, _ = read_pack(folder)
    assert manifest is not None
    return pack_of(manifest, folder)


def test_offers_what_a_pack_says(make_pack: MakePack) -> None:
    folder = make_pack("old")

    pack = opened(folder)

    lady, lord = pack.paintings
    assert (pack.id, lady.key, lord.key) == ("old", "old/lady", "old/lord")
    assert lady.image == folder / "lady.png"
    assert (lady.title("de"), lady.title("de_AT"), lady.title("fr")) == (
        "Eine Dame",
        "Eine Dame",
        "A lady",
    )
    assert (lady.artist("de"), lady.year, lord.year) == ("Somebody", "1650", "c. 1700")
    assert (lady.museum(), lady.category(), lady.faces, lady.rights) == (
        "",
        "",
        (),
        None,
    )


def test_offers_everything_that_a_painting_may_say(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    (folder / "front.png").touch()
    rewrite(
        folder,
        'year = "c. 1700"',
        """year = { en = "c. 1700", de = "um 1700" }
museum = { en = "Tower", de = "Turm" }
inventory = "INV 7"
credit = "Gift of a friend"
description = "First.\\nSecond."
category = "Men"
complexion = 0.4
shape = 1
mask = "front.png"
valid_from = 2026-01-02
valid_until = "2027-01-02"
from_age = 6
rights = { kind = "licensed", until = 2030-12-31, source = "https://example.org/x" }
[[paintings.faces]]
eyes = [[10, 12], [20, 12.5]]
nose = [15, 18]
mouth = [[11, 24], [19, 24]]
swappable = false
moved = { 4 = [15, 19] }""",
    )

    lord = opened(folder).paintings[1]

    assert (lord.year_in("de"), lord.year, lord.museum("de")) == (
        "um 1700",
        "c. 1700",
        "Turm",
    )
    assert (lord.inventory(), lord.credit("fr")) == ("INV 7", "Gift of a friend")
    assert lord.description("ru") == "First.\nSecond."
    assert (lord.category(), lord.complexion, lord.shape) == ("Men", 0.4, 1.0)
    assert (lord.mask, lord.from_age) == (folder / "front.png", 6)
    assert (lord.valid_from, lord.valid_until) == (date(2026, 1, 2), date(2027, 1, 2))
    assert lord.rights == Rights(
        kind="licensed", until=date(2030, 12, 31), source="https://example.org/x"
    )
    (face,) = lord.faces
    assert (face.eyes[1], face.nose, face.mouth[0]) == (
        (20.0, 12.5),
        (15.0, 18.0),
        (11.0, 24.0),
    )
    assert (face.swappable, dict(face.moved)) == (False, {4: (15.0, 19.0)})


def test_takes_any_language_where_there_is_no_english(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    rewrite(folder, '{ en = "A lady", de = "Eine Dame" }', '{ pt-BR = "Uma senhora" }')

    lady = opened(folder).paintings[0]

    assert (lady.title("de"), lady.title("pt_BR")) == ("Uma senhora", "Uma senhora")


@pytest.mark.parametrize(
    ("begin", "end", "licensed", "is_shown"),
    [
        (None, None, None, True),
        (date(2026, 6, 1), None, None, True),
        (date(2026, 6, 2), None, None, False),
        (None, date(2026, 6, 1), None, True),
        (None, date(2026, 5, 31), None, False),
        (None, None, date(2026, 6, 1), True),
        (None, None, date(2026, 5, 31), False),
        (None, date(2027, 1, 1), date(2026, 5, 31), False),
    ],
)
def test_dates_and_rights_say_whether_it_is_shown(
    begin: date | None, end: date | None, licensed: date | None, *, is_shown: bool
) -> None:
    painting = PackPainting(
        "pack",
        "lady",
        Path("lady.png"),
        {"en": "A lady"},
        rights=Rights(kind="licensed", until=licensed),
        valid_from=begin,
        valid_until=end,
    )

    assert painting.is_shown_on(date(2026, 6, 1)) is is_shown
