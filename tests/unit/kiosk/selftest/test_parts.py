"""What came with the program is all there, and what is not is noticed."""

import shutil
from pathlib import Path

import pytest

from kiosk import program
from kiosk.selftest import parts
from pipeline import weights
from pipeline.errors import ModelMissingError


def test_every_part_of_ours_is_whole(tmp_path: Path, qapp) -> None:
    assert parts.check_models(tmp_path).startswith("6 compute a known input")
    assert "InsightFace" in parts.check_insightface(tmp_path)
    assert "with 7 paintings" in parts.check_packs(tmp_path)
    assert parts.check_words(tmp_path).startswith("en, ")
    assert parts.check_fonts(tmp_path) == (
        "EB Garamond, Source Sans 3, Source Sans 3 SemiBold"
    )


def test_a_missing_model_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models"
    shutil.copytree(weights.models_folder(), folder)
    (folder / "mp_selfie.onnx").unlink()
    monkeypatch.setattr(weights, "models_folder", lambda: folder)
    weights.model_path.cache_clear()
    try:
        with pytest.raises(ModelMissingError, match="mp_selfie"):
            parts.check_models(tmp_path)
    finally:
        weights.model_path.cache_clear()


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what came with the program, out of which things may be taken."""
    for name in ("translations", "fonts", "consent", "privacy", "bot"):
        shutil.copytree(program.ROOT / "assets" / name, tmp_path / "assets" / name)
    shutil.copy(program.ROOT / "POLICY.md", tmp_path)
    shutil.copytree(
        program.ROOT / "museum_targets",
        tmp_path / "museum_targets",
        ignore=shutil.ignore_patterns("painter", "__pycache__"),
    )
    monkeypatch.setattr(program, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("lost", "check"),
    [
        ("assets/translations/vernissage_fr.qm", parts.check_words),
        ("assets/consent/regions.toml", parts.check_words),
        ("assets/privacy/dpia.toml", parts.check_words),
        ("POLICY.md", parts.check_words),
        ("museum_targets/masterpieces.toml", parts.check_packs),
        ("museum_targets/studio/lady.jpg", parts.check_packs),
    ],
)
def test_what_is_missing_is_noticed(elsewhere: Path, tmp_path, lost, check) -> None:
    (elsewhere / lost).unlink()
    with pytest.raises(Exception, match=r"."):
        check(tmp_path)


def test_typefaces_without_our_letters_are_noticed(
    elsewhere: Path, tmp_path: Path, qapp
) -> None:
    for path in (elsewhere / "assets" / "fonts").glob("*.ttf"):
        path.write_bytes(b"no typeface")
    with pytest.raises(Exception, match="EBGaramond"):
        parts.check_fonts(tmp_path)
