"""What came with the program: models, paintings, words, typefaces, libraries."""

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontDatabase

from kiosk.bot.chat.phrases import COMMANDS, Phrases
from kiosk.errors import KioskError
from kiosk.language import SOURCE_LANGUAGE, translation_file
from kiosk.packs.checking import check_pack
from kiosk.packs.fetch.masterpieces import FILE_NAME, read_masterpieces
from kiosk.packs.library import builtin_packs, packs_folder
from kiosk.privacy.consent import consent_path, read_consent
from kiosk.privacy.dpia import fill_dpia
from kiosk.privacy.notice import PrivacyNotice
from kiosk.program import shipped
from kiosk.qt import open_application
from kiosk.settings.kinds import LANGUAGES
from kiosk.settings.schema import Settings
from kiosk.theme import fonts_folder
from pipeline.mesh import canonical_face
from pipeline.runtime import open_session
from pipeline.weights import Model, manifest, model_path

_ADULT: Final = 16
_INSIGHTFACE: Final = (
    ("insightface.app", "FaceAnalysis"),
    ("insightface.model_zoo.inswapper", "INSwapper"),
    ("insightface.model_zoo.arcface_onnx", "ArcFaceONNX"),
)


def check_models(_folder: Path) -> str:
    """Compare every model with its digest and let it compute a known input."""
    computed = 0
    for model in Model:
        model_path(model)
        if manifest()[model].file.endswith(".onnx"):
            open_session(model)
            computed += 1
    triangles = len(canonical_face().triangles)
    return f"{computed} compute a known input; the face has {triangles} triangles"


def check_insightface(_folder: Path) -> str:
    """Load what opens an operator's networks; it comes without any of its own."""
    for module, name in _INSIGHTFACE:
        getattr(import_module(module), name)
    return "InsightFace's classes are here"


def check_packs(_folder: Path) -> str:
    """Look through every pack, picture by picture, and the list of masterpieces."""
    folders = [path.parent for path in packs_folder().glob("*/pack.toml")]
    for folder in folders:
        for problem in check_pack(folder).problems:
            if problem.is_fatal:
                raise KioskError(problem.line())
    packs = builtin_packs()
    if not packs or len(packs) != len(folders):
        raise KioskError("A pack that came with the program cannot be used.")
    paintings = sum(len(pack.paintings) for pack in packs)
    famous = len(read_masterpieces(packs_folder() / FILE_NAME))
    return f"{len(packs)} with {paintings} paintings; {famous} famous ones to fetch"


def check_words(_folder: Path) -> str:
    """Read the words of screens, consent, privacy and bot in every language."""
    for code in LANGUAGES:
        if code != SOURCE_LANGUAGE:
            _require_translation(code)
    settings = Settings()
    regions = tomllib.loads(
        consent_path().with_name("regions.toml").read_text(encoding="utf-8")
    )
    for region in ("none", *regions):
        read_consent(None, region, _ADULT)
    notice, phrases = PrivacyNotice(), Phrases()
    for code in LANGUAGES:
        notice.text(code, settings)
        for name in COMMANDS:
            phrases.say(f"command_{name}", code)
    fill_dpia(settings)
    if not shipped("POLICY.md").read_text(encoding="utf-8").strip():
        raise KioskError("POLICY.md is empty.")
    return f"{', '.join(LANGUAGES)}; consent of {len(regions)} regions"


def check_fonts(_folder: Path) -> str:
    """Load every typeface; each must have the letters of every language."""
    open_application(offscreen=True)
    families: list[str] = []
    for path in sorted(fonts_folder().glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
        systems = QFontDatabase.writingSystems(families[-1]) if families else []
        wanted = {
            QFontDatabase.WritingSystem.Latin,
            QFontDatabase.WritingSystem.Cyrillic,
        }
        if number < 0 or not wanted <= set(systems):
            raise KioskError(f"The typeface {path.name} cannot be used.")
    if not families:
        raise KioskError("There are no typefaces in assets/fonts.")
    return ", ".join(dict.fromkeys(families))


def _require_translation(code: str) -> None:
    translator = QTranslator()
    if not translator.load(str(translation_file(code))) or translator.isEmpty():
        raise KioskError(f"The words of the language '{code}' are missing.")
