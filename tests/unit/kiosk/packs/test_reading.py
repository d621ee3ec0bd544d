import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.problems import Problem, Severity, any_fatal
from kiosk.packs.reading import read_pack

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]


def the_fatal_ones(folder: Path) -> list[Problem]:
    return [one for one in read_pack(folder).problems if one.is_fatal]


def test_a_good_pack_has_no_problems(make_pack: MakePack) -> None:
    manifest, problems = read_pack(make_pack("old"))

    assert manifest is not None
    assert [entry.id for entry in manifest.paintings] == ["lady", "lord"]
    assert problems == ()


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ('id = "old"', 'id = "Old Masters"', "id", "is 'Old Masters'"),
        ('id = "old"', "", "id", "is missing"),
        ('id = "old"', 'id = "file"', "id", "stands for picture files"),
        ('id = "old"', 'id = "con"', "id", "Windows"),
        ('id = "old"', 'id = "old"\nversion = "../1"', "version", "'../1'"),
        ('id = "old"', 'id = "old"\nhomepage = "javascript:x"', "homepage", "https"),
        ('{ en = "A pack" }', "[]", "title", "an empty list"),
        ('{ en = "A pack" }', '{ en = "" }', "title", "must say something"),
        ('{ en = "A pack" }', '{ english = "A" }', "title.english", "code"),
        ('id = "lord"', 'id = "lady"', "paintings.lady.id", "two paintings"),
        ('id = "lord"', "id = 7", "paintings.2.id", "is 7"),
        ('"lord.png"', '"gone.png"', "paintings.lord.image", "no such file"),
        ('"lord.png"', '"../../secret.png"', "paintings.lord.image", "inside"),
        ('"lord.png"', '"/etc/passwd"', "paintings.lord.image", "inside"),
        ('"lord.png"', '"C:/lord.png"', "paintings.lord.image", "inside"),
        ('"lord.png"', "'a\\lord.png'", "paintings.lord.image", "/ between"),
        ('"lord.png"', '""', "paintings.lord.image", "is empty"),
        ('"lord.png"', '"aux.png"', "paintings.lord.image", "device"),
        ('"lord.png"', '"link.png"', "paintings.lord.image", "link"),
        ('"lord.png"', '"out/secret.png"', "paintings.lord.image", "no such file"),
        ('"lord.png"', '"a\\u0000b.png"', "paintings.lord.image", "control"),
        ('"lord.png"', f'"{"a" * 300}.png"', "paintings.lord.image", "too long"),
        ('"lord.png"', f'"{"é" * 150}.png"', "paintings.lord.image", "bytes"),
        ('"lord.png"', '"loop.png"', "paintings.lord.image", "link"),
        ('"lord.png"', '"."', "paintings.lord.image", "must name a file"),
        ('"lord.png"', '"lady.png/x"', "paintings.lord.image", "no such file"),
        ('title = "A lord"', "title = 3", "paintings.lord.title", "is 3"),
        ('title = "A lord"', "", "paintings.lord.title", "is missing"),
        ('"A lord"', '"A\\u202Elord"', "paintings.lord.title.en", "control"),
        ('"A lord"', '"A\\nlord"', "paintings.lord.title.en", "one line"),
        ('"A lord"', f'"{"a" * 201}"', "paintings.lord.title.en", "too long"),
        ('{ en = "Nobody" }', "{ en = 1 }", "paintings.lord.artist.en", "is 1"),
        ('"c. 1700"', "[1700]", "paintings.lord.year", "a list"),
        ('"c. 1700"', "true", "paintings.lord.year", "is true"),
        ('"c. 1700"', "12345", "paintings.lord.year", "is 12345"),
        ('"c. 1700"', "0x" + "f" * 5000, "paintings.lord.year", "a huge number"),
        ('"c. 1700"', '"1"\ncomplexion = 1.5', "paintings.lord.complexion", "is 1.5"),
        ('"c. 1700"', '"1"\ncomplexion = "own"', "paintings.lord.complexion", "'own'"),
        ('"c. 1700"', '"1"\nshape = nan', "paintings.lord.shape", "is nan"),
        ('"c. 1700"', '"1"\nfrom_age = true', "paintings.lord.from_age", "is true"),
        (
            '"c. 1700"',
            '"1"\nvalid_from = 2026-02-03T10:00:00',
            "paintings.lord.valid_from",
            "is 2026-02-03 10:00:00",
        ),
        (
            '"c. 1700"',
            '"1"\nvalid_from = "2026-02-31"',
            "paintings.lord.valid_from",
            "a day of the calendar",
        ),
        (
            '"c. 1700"',
            '"1"\nrights = { kind = "stolen" }',
            "paintings.lord.rights.kind",
            "'stolen'",
        ),
        (
            '"c. 1700"',
            '"1"\nfaces = [{ eyes = [[1, 2]], nose = [1, 2], '
            "mouth = [[1, 2], [3, 4]] }]",
            "paintings.lord.faces.0.eyes.1",
            "is missing",
        ),
        (
            '"c. 1700"',
            '"1"\nfaces = [{ eyes = [[1, 2], [3, 4]], nose = [1, 2], '
            "mouth = [[1, 2], [3, 4]], moved = { 468 = [1, 1] } }]",
            "paintings.lord.faces.0.moved.468",
            "is named",
        ),
        ("[[paintings]]", "[[pictures]]", "paintings", "is missing"),
        ('title = { en = "A pack" }', "paintings = {} #", "paintings", "table"),
        ('title = { en = "A pack" }', "paintings = [] #", "paintings", "empty list"),
        ('title = { en = "A pack" }', "paintings = [1] #", "paintings.1", "is 1"),
    ],
)
def test_says_where_and_what_is_wrong(
    make_pack: MakePack,
    rewrite: Rewrite,
    tmp_path: Path,
    old: str,
    new: str,
    field: str,
    words: str,
) -> None:
    folder = make_pack("old")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "link.png").symlink_to(folder / "lady.png")
    (folder / "out").symlink_to(tmp_path)
    (tmp_path / "secret.png").touch()
    rewrite(folder, old, new)
    if new.startswith("paintings"):
        rewrite(folder, "[[paintings]]", "[[more]]")

    found = [
        one
        for one in the_fatal_ones(folder)
        if one.field == field and words in one.words
    ]

    assert found, read_pack(folder).problems
    assert found[0].file == "pack.toml"
    assert found[0].cure


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id = ", "is not TOML"),
        (b"\xff\xfe\x00", "is not UTF-8, as line 1"),
        (b"a\n\n\xff", "is not UTF-8, as line 3"),
        (b"#" * 2_000_001, "larger than 2 MB"),
        (b"a = " + b"[" * 20_000, "nested too deeply"),
        (b"a = " + b"9" * 5000, "a number or date that cannot be"),
        (b".".join([b"a"] * 9000) + b" = 1", "far too many parts"),
    ],
)
def test_a_list_that_cannot_be_read_is_one_problem(
    tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "pack.toml").write_bytes(content)

    manifest, problems = read_pack(tmp_path)

    assert manifest is None
    (problem,) = problems
    assert problem.is_fatal
    assert words in problem.words


def test_no_list_or_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    (missing,) = read_pack(tmp_path).problems
    (tmp_path / "pack.toml").mkdir()
    (folder,) = read_pack(tmp_path).problems
    (no_name,) = read_pack(tmp_path / "a\0b").problems

    assert (missing.words, no_name.words) == ("is missing.", "is missing.")
    assert folder.words == "is no ordinary file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pack.toml")

    assert read_pack(tmp_path).problems[0].words == "is no ordinary file."


def test_all_problems_are_told_at_once(make_pack: MakePack, rewrite: Rewrite) -> None:
    folder = make_pack("old")
    rewrite(folder, 'title = "A lord"', "title = 3\nshape = 2")
    rewrite(folder, '"lady.png"', '"gone.png"')
    rewrite(folder, '{ en = "A pack" }', "5")

    fields = [one.field for one in the_fatal_ones(folder)]

    assert fields == [
        "title",
        "paintings.lady.image",
        "paintings.lord.title",
        "paintings.lord.shape",
    ]


def test_a_broken_painting_does_not_spoil_the_others(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    rewrite(folder, 'title = "A lord"', "title = 3")

    manifest, problems = read_pack(folder)

    assert manifest is not None
    assert [entry.id for entry in manifest.paintings] == ["lady"]
    assert any_fatal(problems)


def test_a_pack_of_a_newer_version_is_refused_in_one_sentence(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    rewrite(folder, 'id = "old"', 'id = "OLD"\nformat = 2')

    manifest, problems = read_pack(folder)

    assert manifest is None
    (problem,) = problems
    assert problem.field == "format"
    assert "made for a newer version of Vernissage" in problem.words
    assert "Update this kiosk" in problem.cure


@pytest.mark.parametrize("number", ["0", "true", '"1"', "1.0"])
def test_a_format_that_never_was_is_refused(
    make_pack: MakePack, rewrite: Rewrite, number: str
) -> None:
    folder = make_pack("old")
    rewrite(folder, 'id = "old"', f'id = "old"\nformat = {number}')

    assert [one.field for one in the_fatal_ones(folder)] == ["format"]


def test_unknown_fields_are_warned_of_and_passed_over(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    rewrite(
        folder,
        '"c. 1700"',
        '"c. 1700"\ndescripton = "x"\nrights = { kind = "cc0", note = 1 }\n'
        "faces = [{ eyes = [[1, 2], [3, 4]], nose = [1, 2], mouth = [[1, 2], [3, 4]], "
        "smile = true }]",
    )
    rewrite(folder, 'id = "old"', 'id = "old"\n"a.b\\u0007" = 1')

    manifest, problems = read_pack(folder)

    assert manifest is not None
    assert len(manifest.paintings) == 2
    assert {one.severity for one in problems} == {Severity.WARNING}
    assert [one.field for one in problems] == [
        "a.b\\x07",
        "paintings.lord.descripton",
        "paintings.lord.rights.note",
        "paintings.lord.faces.0.smile",
    ]
    assert problems[1].cure == "Did you mean description?"


def test_a_name_in_another_case_is_told(make_pack: MakePack, rewrite: Rewrite) -> None:
    folder = make_pack("old")
    rewrite(folder, '"lord.png"', '"Lord.PNG"')

    if (folder / "Lord.PNG").exists():
        pytest.skip("this disk takes both for the same file")
    (problem,) = the_fatal_ones(folder)
    assert "'lord.png'" in problem.cure


def test_files_that_differ_only_in_their_case_clash(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    if (folder / "LADY.png").exists():
        pytest.skip("this disk takes both for the same file")
    (folder / "LADY.png").touch()
    rewrite(folder, '"lord.png"', '"LADY.png"')

    (problem,) = the_fatal_ones(folder)
    assert (problem.field, "as well" in problem.words) == ("paintings.lord.image", True)


def test_names_in_any_script_are_found_however_accents_are_spelt(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    (folder / "lady.png").rename(folder / "Дама é 女士 سيدة.png")
    rewrite(folder, '"lady.png"', '"Дама e\u0301 女士 سيدة.png"')

    assert read_pack(folder).problems == ()


def test_a_hostile_key_is_refused_quickly(tmp_path: Path) -> None:
    text = "".join(f"[{'a.' * 63}b{n}]\n" for n in range(4000))
    (tmp_path / "pack.toml").write_text(text + ".".join(["a"] * 99_999) + "=1")
    started_s = time.process_time()

    (problem,) = read_pack(tmp_path).problems

    assert "too many parts" in problem.words
    assert time.process_time() - started_s < 2


def test_thousands_of_mistakes_are_cut_short(
    make_pack: MakePack, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    moved = ", ".join(f"{n} = 0" for n in range(9999))
    rewrite(
        folder,
        '"c. 1700"',
        '"1"\nfaces = [{ eyes = [[1, 2], [3, 4]], nose = [1, 2], '
        f"mouth = [[1, 2], [3, 4]], moved = {{ {moved} }} }}]",
    )

    assert len(read_pack(folder).problems) == 30


def test_too_many_paintings_are_refused(make_pack: MakePack) -> None:
    folder = make_pack("old")
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        file.write("[[paintings]]\n" * 2000)

    (problem,) = the_fatal_ones(folder)
    assert problem.field == "paintings"
