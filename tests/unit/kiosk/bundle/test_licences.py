"""Everything that is shipped has its licence text, or the build fails and says so."""

from pathlib import Path

import pytest

from kiosk.bundle import licences
from kiosk.bundle.contents import AS_FILES, ROOT
from kiosk.bundle.licence_folder import folder_of, write_licences
from kiosk.bundle.licences import (
    LicenceMissingError,
    Part,
    gather,
    require_exchangeable,
)
from kiosk.bundle.origins import Kind, Origin, Origins, locked, plain
from tests.made_package import a_package

ALL = Origins()


@pytest.fixture(scope="module")
def parts() -> dict[str, Part]:
    """All that a kiosk may need and that is installed here."""
    shipped = [Origin(Kind.PACKAGE, name) for name in locked() if name in ALL.packages]
    return {part.name: part for part in gather(shipped, ALL.packages)}


def test_every_package_of_the_lock_has_a_text(parts: dict[str, Part]) -> None:
    names = {plain(name) for name in parts}
    assert {name for name in locked() if name in ALL.packages} <= names
    assert all(
        any(text.strip() for text in one.texts.values()) for one in parts.values()
    )


def test_ours_come_first(parts: dict[str, Part]) -> None:
    assert list(parts)[:5] == [
        "Vernissage",
        "Models",
        "Typefaces",
        "Paintings",
        "Python",
    ]
    assert "Shiqi Yu" in parts["Models"].texts["NOTICE"]
    assert len(parts["Typefaces"].texts) == 2
    assert "PYTHON SOFTWARE FOUNDATION" in parts["Python"].texts["LICENSE.txt"]


def test_what_a_library_took_from_others_is_there(parts: dict[str, Part]) -> None:
    runtime = "".join(parts["onnxruntime"].texts.values())
    assert "THIRD PARTY" in runtime.upper()
    opencv = "".join(parts["opencv-python"].texts.values())
    assert "FFmpeg" in opencv


def test_qt_may_be_exchanged_and_says_how(parts: dict[str, Part]) -> None:
    for name in ("PySide6_Essentials", "shiboken6"):
        (part,) = [one for key, one in parts.items() if plain(key) == plain(name)]
        assert {"LGPL-3.0.txt", "GPL-3.0.txt", "qt.md"} <= set(part.texts)
        assert "exchange" in part.texts["qt.md"]


def test_a_package_without_a_text_fails_the_build(tmp_path: Path) -> None:
    package = a_package(tmp_path, "bare", bare__code="")
    with pytest.raises(LicenceMissingError, match="bare brings no licence text"):
        gather([Origin(Kind.PACKAGE, "bare")], {"bare": package})


def test_a_notice_alone_is_no_licence(tmp_path: Path) -> None:
    package = a_package(tmp_path, "bare", bare__NOTICE="by somebody")
    with pytest.raises(LicenceMissingError):
        gather([Origin(Kind.PACKAGE, "bare")], {"bare": package})


def test_a_package_with_its_text_is_taken_as_it_is(tmp_path: Path) -> None:
    package = a_package(tmp_path, "fine", fine__LICENSE="do as you like")
    part = gather([Origin(Kind.PACKAGE, "fine")], {"fine": package})[-1]
    assert part.texts == {"fine-LICENSE": "do as you like"}
    assert (part.name, part.version, part.licence) == ("fine", "1.0", "MIT")


def test_a_library_of_the_system_brings_its_copyright(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "SYSTEM_TEXTS", tmp_path)
    origin = Origin(Kind.SYSTEM, "zlib1g")
    with pytest.raises(LicenceMissingError, match="zlib1g has no"):
        gather([origin], {})
    (tmp_path / "zlib1g").mkdir()
    (tmp_path / "zlib1g" / "copyright").write_text("by Gailly and Adler")
    part = gather([origin], {})[-1]
    assert part.texts == {"copyright.txt": "by Gailly and Adler"}


def test_texts_for_packages_that_bring_none_are_needed() -> None:
    """One that has come to bring its own text needs ours no more."""
    import tomllib

    named = tomllib.loads(
        (ROOT / "kiosk" / "bundle" / "texts" / "texts.toml").read_text(encoding="utf-8")
    )
    for name, entry in named.items():
        assert all((ROOT / file).is_file() for file in entry["files"])
        explains = any(file.endswith(".md") for file in entry["files"])
        if name in ALL.packages and not explains:
            own = licences._own_texts(ALL.packages[name])
            assert not any(licences._LICENCE_NAME.search(file) for file in own), name


def test_what_everybody_may_exchange_is_not_packed_in() -> None:
    import telegram

    with pytest.raises(LicenceMissingError, match="AS_FILES"):
        require_exchangeable([telegram.__file__], ALL)
    require_exchangeable([licences.__file__], ALL)
    assert "telegram" in AS_FILES


def test_the_folder_holds_every_text_and_a_list(
    tmp_path: Path, parts: dict[str, Part]
) -> None:
    write_licences(list(parts.values()), tmp_path)

    page = (tmp_path / "LICENCES.html").read_text(encoding="utf-8")
    listed = (tmp_path / "LICENCES.txt").read_text(encoding="utf-8")
    for name, part in parts.items():
        assert name in page
        assert name in listed
        for file, text in part.texts.items():
            path = tmp_path / folder_of(part) / file
            assert path.read_text(encoding="utf-8") == text
            assert f"{folder_of(part)}/{file}" in page


def test_names_are_no_paths(tmp_path: Path) -> None:
    part = Part("../away <b>", "", "MIT", "", "", {"LICENSE": "x"})
    write_licences([part], tmp_path)
    assert not (tmp_path.parent / "away").exists()
    assert "<b>" not in (tmp_path / "LICENCES.html").read_text(encoding="utf-8")
