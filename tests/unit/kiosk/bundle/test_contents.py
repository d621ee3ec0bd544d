"""What is shipped is what the program reads, and nothing that it does not."""

from pathlib import Path

import pytest

from kiosk.bundle import contents
from kiosk.bundle.contents import AS_FILES, LEFT_OUT, ROOT, our_files, our_modules, used
from kiosk.language import translation_file
from kiosk.packs.library import builtin_packs
from kiosk.settings.kinds import LANGUAGES
from kiosk.theme import fonts_folder
from pipeline.weights import Model, manifest, models_folder

FILES = {Path(path) for path, _ in our_files()}


def test_every_model_pack_typeface_and_translation_is_shipped() -> None:
    wanted = {models_folder() / manifest()[model].file for model in Model}
    wanted |= {models_folder() / "models.toml"}
    wanted |= set(fonts_folder().glob("*.ttf"))
    wanted |= {translation_file(code) for code in LANGUAGES if code != "en"}
    for pack in builtin_packs():
        wanted |= {painting.image for painting in pack.paintings}
    assert wanted <= FILES


def test_files_keep_their_places() -> None:
    for path, folder in our_files():
        assert (ROOT / folder) == Path(path).parent


def test_only_what_is_read_is_shipped() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in FILES}
    assert not [
        name for name in names if name.endswith((".ts", ".md", "rebuild.py"))
    ] or {name for name in names if name.endswith(".md")} == {
        "POLICY.md",
        "museum_targets/studio/LICENCE.md",
    }
    assert not [name for name in names if name.startswith(("tests", "kiosk.bundle"))]


def test_a_pattern_that_finds_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="LICENSE"):
        our_files(tmp_path)


def test_commands_are_named_since_they_are_found_while_it_runs() -> None:
    modules = our_modules()
    assert {"kiosk.commands.selftest", "kiosk.commands.bot.actions.run"} <= set(modules)
    assert "pipeline" in modules
    assert "kiosk.__main__" not in modules
    assert not [name for name in modules if "revisions." in name]
    assert not set(modules) & set(LEFT_OUT)


def test_the_steps_of_the_bot_s_database_are_files() -> None:
    folder = ROOT / "kiosk" / "bot" / "revisions"
    assert set((folder / "versions").glob("*.py")) <= FILES
    assert folder / "env.py" in FILES


@pytest.mark.parametrize(
    ("name", "is_used"),
    [
        ("botocore/data/endpoints.json", True),
        ("botocore/data/s3/2006-03-01/service-2.json.gz", True),
        ("botocore/data/ec2/2016-11-15/service-2.json.gz", False),
        ("cv2/qt/fonts/DejaVuSans.ttf", False),
        ("cv2/cv2.abi3.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
    ],
)
def test_libraries_bring_only_what_is_used(name: str, is_used: bool) -> None:
    entry = (name, f"/somewhere/{name}", "DATA")
    assert used([entry]) == ([entry] if is_used else [])


def test_the_lists_are_in_order() -> None:
    for listed in (AS_FILES, LEFT_OUT, contents.HIDDEN, contents.SHIPPED):
        assert list(listed) == sorted(set(listed))


def test_nothing_that_is_left_out_is_used_by_us() -> None:
    for package in ("kiosk", "pipeline"):
        for path in (ROOT / package).rglob("*.py"):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if name in LEFT_OUT or name == "kiosk.launch.start":
                continue
            text = path.read_text(encoding="utf-8")
            for module in LEFT_OUT:
                assert f"import {module}\n" not in text, name
                assert f"from {module} import" not in text, name
