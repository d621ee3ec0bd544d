from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.packs import pictures
from kiosk.packs.checking import check_pack
from kiosk.packs.library import packs_folder
from kiosk.packs.problems import Problem, Severity
from pipeline.images import write_image

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]
TODAY = date(2026, 6, 1)
FACE = "faces = [{{ eyes = [{}, {}], nose = [15, 18], mouth = [[11, 24], [19, 24]] }}]"


def problems_of(
    folder: Path, field: str = "", file: str = "pack.toml"
) -> list[Problem]:
    return [
        one
        for one in check_pack(folder, TODAY).problems
        if one.field == field and one.file == file
    ]


def test_our_own_pack_has_no_problems() -> None:
    manifest, problems = check_pack(packs_folder() / "studio", TODAY)

    assert manifest is not None
    assert problems == ()


def test_what_should_be_said_is_asked_for(make_pack: MakePack) -> None:
    manifest, problems = check_pack(make_pack("old"), TODAY)

    assert manifest is not None
    assert {one.severity for one in problems} == {Severity.WARNING}
    assert [one.field for one in problems] == [
        "format",
        "version",
        "licence",
        "paintings.lady.rights",
        "paintings.lord.rights",
    ]


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("<html>")


def _svg(path: Path) -> None:
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')


def _truncated(path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (60, 60, 3), np.uint8)
    write_image(path, noise)
    path.write_bytes(path.read_bytes()[:4000])


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2_000_000_000)


def _too_many_pixels(path: Path) -> None:
    Image.new("1", (14_000, 14_000)).save(path)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_empty, "is empty."),
        (_text, "is not a picture that can be read."),
        (_svg, "is not a picture that can be read."),
        (_truncated, "is damaged or incomplete."),
        (_huge, "is a file of 2,000 MB."),
        (_too_many_pixels, "has more than 170 megapixels."),
    ],
)
def test_pictures_are_really_looked_at(
    make_pack: MakePack, spoil: Callable[[Path], None], words: str
) -> None:
    folder = make_pack("old")
    spoil(folder / "lord.png")

    (problem,) = problems_of(folder, file="lord.png")

    assert (problem.words, problem.is_fatal) == (words, True)
    assert problem.cure


def test_a_picture_that_lies_about_its_kind_is_warned_of(make_pack: MakePack) -> None:
    folder = make_pack("old")
    picture = Image.new("RGB", (30, 40))
    picture.save(folder / "lord.png", "JPEG")

    (problem,) = problems_of(folder, file="lord.png")

    assert problem.severity is Severity.WARNING
    assert problem.words == "is JPEG, whatever its name says."


@pytest.mark.parametrize(
    ("eyes", "field", "words"),
    [
        (("[10, 12]", "[31, 12]"), "eyes", "[31, 12] outside the image of 30 x 40"),
        (("[10, -1]", "[20, 12]"), "eyes", "[10, -1] outside"),
        (("[10, 12]", "[11, 12]"), "eyes", "both eyes at one place"),
    ],
)
def test_faces_must_be_inside_the_image(
    make_pack: MakePack, rewrite: Rewrite, eyes: tuple[str, str], field: str, words: str
) -> None:
    folder = make_pack("old")
    rewrite(folder, '"c. 1700"', f'"c. 1700"\n{FACE.format(*eyes)}')

    (problem,) = problems_of(folder, f"paintings.lord.faces.0.{field}")

    assert words in problem.words
    assert problem.is_fatal


def test_points_count_in_the_upright_image(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    turned = Image.new("RGB", (30, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(folder / "lord.png", "PNG", exif=exif)
    rewrite(folder, '"c. 1700"', f'"c. 1700"\n{FACE.format("[10, 12]", "[39, 12]")}')

    assert problems_of(folder, "paintings.lord.faces.0.eyes") == []
    assert pictures.measure(folder / "lord.png") == (40, 30)


@pytest.mark.parametrize(
    ("size_wh", "fits"), [((60, 80), True), ((61, 80), True), ((40, 40), False)]
)
def test_a_mask_has_the_proportions_of_its_image(
    make_pack: MakePack, rewrite: Rewrite, size_wh: tuple[int, int], *, fits: bool
) -> None:
    folder = make_pack("old")
    Image.new("L", size_wh).save(folder / "front.png")
    rewrite(folder, '"c. 1700"', '"c. 1700"\nmask = "front.png"')

    problems = problems_of(folder, file="front.png")

    assert not problems if fits else problems[0].is_fatal


@pytest.mark.parametrize(
    ("line", "field", "words", "severity"),
    [
        ("valid_until = 2026-05-31", "valid_until", "is over", Severity.WARNING),
        (
            "valid_until = 2026-07-01\nvalid_from = 2026-08-01",
            "valid_until",
            "never be shown",
            Severity.FATAL,
        ),
        (
            'rights = { kind = "licensed", until = 2026-05-31 }',
            "rights",
            "ended on 2026-05-31: the painting is not shown",
            Severity.WARNING,
        ),
        (
            'rights = { kind = "licensed" }',
            "rights",
            "does not say until when",
            Severity.WARNING,
        ),
    ],
)
def test_dates_are_held_against_the_day(
    make_pack: MakePack,
    rewrite: Rewrite,
    line: str,
    field: str,
    words: str,
    severity: Severity,
) -> None:
    folder = make_pack("old")
    rewrite(folder, '"c. 1700"', f'"c. 1700"\n{line}')

    (problem,) = problems_of(folder, f"paintings.lord.{field}")

    assert words in problem.words
    assert problem.severity is severity


def test_dates_that_still_hold_are_no_problem(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    rewrite(
        folder,
        '"c. 1700"',
        '"c. 1700"\nvalid_until = 2026-06-01\n'
        'rights = { kind = "licensed", until = 2026-06-01 }',
    )

    assert problems_of(folder, "paintings.lord.valid_until") == []
    assert problems_of(folder, "paintings.lord.rights") == []


def test_a_picture_used_twice_is_told_once(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    rewrite(folder, '"lord.png"', '"lady.png"')
    _empty(folder / "lady.png")

    assert len(problems_of(folder, file="lady.png")) == 1


def test_a_picture_of_a_hundred_megapixels_is_measured(tmp_path: Path) -> None:
    Image.new("1", (10_000, 10_000)).save(tmp_path / "large.png")

    assert pictures.measure(tmp_path / "large.png") == (10_000, 10_000)
