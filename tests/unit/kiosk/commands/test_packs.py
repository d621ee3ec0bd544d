import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.packs.schema import json_schema

MakePack = Callable[[str], Path]
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_logging: None,
) -> Say:
    """Run ``kiosk packs`` on an empty store and return code, output and complaints."""
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))

    def run(*words: object) -> tuple[int, str, str]:
        code = main(["packs", *map(str, words)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_lists_what_came_with_the_kiosk_and_what_was_installed(
    say: Say, make_pack: MakePack
) -> None:
    say("install", make_pack("old"))

    _, text, _ = say("list")
    _, told, _ = say("list", "--json")

    assert [line.split()[0] for line in text.splitlines()] == ["old", "studio"]
    assert "2 paintings, unusable 2, installed" in text
    assert "7 paintings, not looked at yet 7, built in" in text
    old, studio = json.loads(told)["packs"]
    assert (old["id"], old["version"], old["installed"]) == ("old", "1", True)
    assert (old["paintings"], old["enabled"]) == (["lady", "lord"], True)
    assert (studio["installed"], studio["previous"]) == (False, None)


def test_checks_a_good_pack(say: Say, make_pack: MakePack) -> None:
    code, text, _ = say("check", make_pack("old") / "pack.toml")

    assert code == 0
    assert "The pack 'old' can be installed; paintings: 2 (unusable 2)." in text


def test_checks_a_bad_pack_and_tells_everything(say: Say, make_pack: MakePack) -> None:
    folder = make_pack("old")
    (folder / "lady.png").unlink()
    (folder / "lord.png").write_bytes(b"x")

    code, text, _ = say("check", folder)
    json_code, told, _ = say("check", folder, "--json")

    assert (code, json_code) == (1, 1)
    assert "fatal: pack.toml, paintings.lady.image: is 'lady.png', but" in text
    assert "fatal: lord.png: is not a picture" in text
    values = json.loads(told)
    assert values["fatal"]
    assert values["problems"][0] == {
        "severity": "fatal",
        "file": "pack.toml",
        "field": "paintings.lady.image",
        "words": "is 'lady.png', but there is no such file in the pack.",
        "cure": "Put it there, or correct the name.",
    }


def test_checks_zip_files_too(say: Say, make_pack: MakePack, tmp_path: Path) -> None:
    say("install", make_pack("old"))
    say("export", "old", "--out", tmp_path / "good.zip")
    (tmp_path / "bad.zip").write_text("no zip")

    assert say("check", tmp_path / "good.zip")[0] == 0
    code, text, _ = say("check", tmp_path / "bad.zip")
    assert (code, "no whole zip file" in text) == (1, True)


def test_installs_and_goes_back(say: Say, make_pack: MakePack) -> None:
    folder = make_pack("old")
    code, told, _ = say("install", folder, "--json")
    text = (folder / "pack.toml").read_text()
    (folder / "pack.toml").write_text(f'version = "2"\n{text}')
    _, line, _ = say("install", folder)

    assert code == 0
    assert json.loads(told)["installed"]["version"] == "1"
    assert json.loads(told)["problems"][0]["severity"] == "warning"
    assert "old 2" in line
    assert "before: 1" in line
    assert json.loads(say("rollback", "old", "--json")[1])["version"] == "1"
    assert "old 2" in say("rollback", "old")[1]


def test_a_refused_pack_is_told_with_all_its_problems(
    say: Say, make_pack: MakePack
) -> None:
    folder = make_pack("old")
    (folder / "lady.png").unlink()

    code, _, complaints = say("install", folder)
    json_code, told, _ = say("install", folder, "--json")

    assert (code, json_code) == (2, 2)
    assert "paintings.lady.image" in complaints
    assert "everything is as it was" in complaints
    assert json.loads(told)["installed"] is None
    assert json.loads(told)["problems"]
    assert json.loads(say("list", "--json")[1])["packs"][0]["id"] == "studio"


def test_arranges_packs(say: Say, make_pack: MakePack) -> None:
    say("install", make_pack("old"))

    assert say("order", "studio", "old")[1] == "studio, old\n"
    assert json.loads(say("order", "--json")[1]) == {"order": ["old", "studio"]}
    assert "disabled" in say("disable", "studio")[1]
    assert json.loads(say("enable", "studio", "--json")[1])["enabled"]


def test_removes_only_what_was_installed(say: Say, make_pack: MakePack) -> None:
    say("install", make_pack("old"))

    assert say("remove", "old")[:2] == (0, "old is removed.\n")
    code, _, complaint = say("remove", "studio")
    assert (code, "packs disable studio" in complaint) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("remove", "nix"),
        ("rollback", "nix"),
        ("enable", "nix"),
        ("disable", "nix"),
        ("order", "nix"),
        ("export", "nix"),
        ("install", "/no/such/pack"),
        ("check", "/no/such/pack"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    say: Say, words: tuple[str, str]
) -> None:
    code, _, complaint = say(*words)

    assert code == 2
    assert len(complaint.splitlines()) == 1
    assert "nix" in complaint or "/no/such/pack" in complaint


def test_exports_beside_you(
    say: Say, make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("install", make_pack("old"))
    monkeypatch.chdir(tmp_path)

    assert say("export", "old")[1] == "old-1.zip\n"
    assert (tmp_path / "old-1.zip").is_file()


def test_tells_the_schema(say: Say) -> None:
    assert json.loads(say("schema")[1]) == json_schema()
