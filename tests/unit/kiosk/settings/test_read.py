import os
from pathlib import Path

import pytest

from kiosk.errors import SettingsError
from kiosk.settings.file import LARGEST_FILE_BYTES
from kiosk.settings.read import load_or_default, load_settings
from kiosk.settings.schema import Settings


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "settings.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def mistakes(path: Path, environ: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        load_settings(path, environ or {})
    lines = str(raised.value).split("\n")
    return [line.removeprefix(str(path)) for line in lines]


def test_no_file_is_all_defaults(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "none.toml", {})

    assert loaded.settings == Settings()
    assert not loaded.has_file
    assert not loaded.in_file


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[visit]\nidle_s = 20\nhints = "all"\n[venue.maintenance]\nen="A"\nde="B"\n',
    )
    environ = {
        "VERNISSAGE_VISIT__IDLE_S": " 30 ",
        "VERNISSAGE_VISIT__LANGUAGES": "de, en",
        "VERNISSAGE_VISIT__AUTO_SHUTTER": "Yes",
        "VERNISSAGE_SCREEN_INCHES": "42.5",
        "VERNISSAGE_VENUE__MAINTENANCE__DE": "C",
        "VERNISSAGE_PROVIDER": "cuda",
        "VERNISSAGE_HOME": "/else",
        "VERNISSAGE_CAMERA__SOURCE": "",
    }

    loaded = load_settings(path, environ)

    visit = loaded.settings.visit
    assert (visit.idle_s, visit.hints, visit.auto_shutter) == (30, "all", True)
    assert visit.languages == ("de", "en")
    assert loaded.settings.screen.diagonal_in == 42.5
    assert loaded.settings.venue.maintenance == {"en": "A", "de": "C"}
    assert loaded.fixed_by == {
        "visit.idle_s": "VERNISSAGE_VISIT__IDLE_S",
        "visit.languages": "VERNISSAGE_VISIT__LANGUAGES",
        "visit.auto_shutter": "VERNISSAGE_VISIT__AUTO_SHUTTER",
        "screen.diagonal_in": "VERNISSAGE_SCREEN_INCHES",
        "venue.maintenance.de": "VERNISSAGE_VENUE__MAINTENANCE__DE",
    }
    assert loaded.in_file == {"visit.hints", "venue.maintenance.en"}


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """vist = 3
[venue]
out_of_order = { it = "x", de = 5 }
[visit]
countdwon_s = 3
languages = [
  "de",
  "it",
]
idle_s = "45"
[paintings]
hidden = ["a/b", "a/b"]
""",
    )
    environ = {"VERNISSAGE_SCREEN_INCHES": "big", "VERNISSAGE_VISIT__HINT": "all"}

    assert mistakes(path, environ) == [
        ", line 1: there is no setting vist; did you mean visit?",
        ", line 3: venue.out_of_order.it is for no language; they are en, ru, de, fr, "
        "es.",
        ", line 3: venue.out_of_order.de is 5, but must be one line of at most 300 "
        "characters.",
        ", line 5: there is no setting visit.countdwon_s; did you mean "
        "visit.countdown_s?",
        ", line 6: visit.languages has 'it', but must be a list of one or more of en, "
        "ru, de, fr, es, each once, among them visit.language.",
        ", line 10: visit.idle_s is '45', but must be a whole number from 15 to 60.",
        ", line 12: paintings.hidden must name each only once; it has 'a/b' twice.",
        "VERNISSAGE_VISIT__HINT: there is no such setting; did you mean "
        "VERNISSAGE_VISIT__HINTS?",
        "VERNISSAGE_SCREEN_INCHES: screen.diagonal_in is 'big', but must be a number "
        "from 5 to 150.",
    ]


def test_only_what_is_wrong_falls_back(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """[venue]
out_of_order = { it = "x", de = "Kaputt" }
[visit]
idle_s = 20
countdown_s = 99
hints = "all"
[paintings]
hidden = ["a/b", "A/B", "c/d"]
order = ["a/b", "a/b"]
""",
    )
    environ = {"VERNISSAGE_VISIT__HINTS": "none", "VERNISSAGE_VISIT__LANGUAGES": "it"}

    loaded, told = load_or_default(path, environ)

    settings = loaded.settings
    assert settings.venue.out_of_order == {"de": "Kaputt"}
    assert settings.visit.idle_s == 20
    assert settings.visit.countdown_s == Settings().visit.countdown_s
    assert settings.visit.hints == "all"  # the file's, as the variable is wrong
    assert settings.visit.languages == Settings().visit.languages
    assert settings.paintings.hidden == ("a/b", "c/d")
    assert settings.paintings.order == ("a/b",)
    assert not loaded.fixed_by
    assert len(told.split("\n")) == 6


def test_settings_that_are_right_have_no_mistakes(tmp_path: Path) -> None:
    path = write(tmp_path, "[visit]\nidle_s = 20\n")

    loaded, told = load_or_default(path, {})

    assert told == ""
    assert loaded.settings.visit.idle_s == 20


def test_the_first_language_must_be_on_offer(tmp_path: Path) -> None:
    path = write(tmp_path, '[visit]\nlanguages = ["de"]\n')
    (told,) = mistakes(path)
    assert "line 2" in told
    assert "visit.language, which is 'en'" in told

    path = write(tmp_path, '[visit]\nlanguage = "de"\nlanguages = ["de"]\n')
    (told,) = mistakes(path, {"VERNISSAGE_VISIT__LANGUAGE": "fr"})
    assert "line 3" in told
    assert "which is 'fr'" in told


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"VERNISSAGE_VISIT_AUTO_SHUTTER": "1"}, "VERNISSAGE_VISIT__AUTO_SHUTTER?"),
        ({"VERNISSAGE_VENUE__OUT_OF_ORDER": "x"}, "VERNISSAGE_VENUE__OUT_OF_ORDER__DE"),
        ({"VERNISSAGE_VENUE__OUT_OF_ORDER__IT": "x"}, "is for no language"),
        ({"VERNISSAGE_VISIT__IDLE_S": "4" * 5000}, "whole number from 15 to 60"),
        ({"VERNISSAGE_VISIT__IDLE_S": "4_5"}, "whole number from 15 to 60"),
        ({"VERNISSAGE_SCREEN__DIAGONAL_IN": "nan"}, "number from 5 to 150"),
        ({"VERNISSAGE_VISIT__POSE_GUIDE": "maybe"}, "true or false"),
        ({"VERNISSAGE_VENUE__NAME": "\udcff"}, "one line"),
        ({"VERNISSAGE_X__Y": "1"}, "there is no such setting"),
        (
            {"VERNISSAGE_SCREEN_INCHES": "40", "VERNISSAGE_SCREEN__DIAGONAL_IN": "41"},
            "leave one out",
        ),
    ],
)
def test_a_wrong_variable_is_named(
    tmp_path: Path, environ: dict[str, str], words: str
) -> None:
    (told,) = mistakes(tmp_path / "none.toml", environ)

    assert told.startswith("VERNISSAGE_")
    assert words in told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[visit]\nidle_s 3", ", line 2, column 8: this is not TOML: expected"),
        ("[visit]\nidle_s = 3\nidle_s = 4", ", line 3, column"),
        ("[visit]\nname = 'M\xfcller'".encode("latin-1"), ", line 2: the file is not"),
        ("[visit]".encode("utf-16"), "save it as UTF-8"),
        (b"a = \0", "this is not TOML"),
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("x = " + "9" * 5_000, "far too many digits"),
        ("a." * 400_000 + "b = 1", "thousands of dots"),
        ("# " + "x" * LARGEST_FILE_BYTES, "larger than 1 MB"),
        ("visit = 3", "visit must be a section"),
        ("[[visit]]\nidle_s = 20", "visit must be a section"),
        ("[visit]\nidle_s = 0x" + "f" * 5_000, "a huge number"),
        ("idle_s = 20", "did you mean visit.idle_s?"),
        ("[visit]\nidle_s = 2020-01-01", "is 2020-01-01, but"),
        ("[visit]\nidle_s = [20]", "is a list, but"),
        ("[venue]\nname = 'a\x1b[2J'", "this is not TOML"),
        ('[venue]\nname = "a\\u0007\\n"', "'a\\x07\\n'"),
        ('"a\\nb" = 1', "there is no setting a\\nb;"),
        ('"" = 1', 'there is no setting "";'),
    ],
)
def test_a_hostile_file_is_one_clear_line(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    (told,) = mistakes(write(tmp_path, content))

    assert words in told
    assert told.isprintable()


def test_thousands_of_mistakes_are_not_all_told(tmp_path: Path) -> None:
    content = "".join(f"key{number} = 1\n" for number in range(3_000))

    told = mistakes(write(tmp_path, content))

    assert len(told) < 50
    assert "more mistakes" in told[-1]


def test_a_mark_at_the_beginning_does_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf[visit]\r\nidle_s = 20\r\n")

    assert load_settings(path, {}).settings.visit.idle_s == 20


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (told,) = mistakes(tmp_path)

    assert "this is a folder" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    (told,) = mistakes(path)

    assert "must be a file" in told


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    (told,) = mistakes(tmp_path / ("x" * 5_000))

    assert "cannot be read" in told


def test_a_home_that_is_no_whole_path_does_not_keep_the_kiosk_closed() -> None:
    environ = {"VERNISSAGE_HOME": "here", "VERNISSAGE_VISIT__IDLE_S": "20"}

    loaded, told = load_or_default(None, environ)

    assert "VERNISSAGE_HOME" in told
    assert loaded.settings.visit.idle_s == 20
    with pytest.raises(SettingsError, match="VERNISSAGE_HOME"):
        load_settings(None, environ)
