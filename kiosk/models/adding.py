"""Brings an operator's models into the models' folder, whole or not at all.

What comes may be anything. It is copied or unpacked beside the models, read there by
what is in it, opened once, and only then put in its place in one step.
"""

import secrets
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import PackError, SettingsError
from kiosk.models.bringing import bring
from kiosk.packs.disk import clear_away, disk_words, keep_names
from kiosk.packs.problems import printable
from pipeline.errors import ModelError
from pipeline.inventory import ModelFile, ModelKind, read_model_file

ENDING: Final = ".onnx"
_STAGE: Final = ".adding-"
_NEEDED: Final = frozenset({ModelKind.DETECTOR, ModelKind.RECOGNISER})
_PACK_KINDS: Final = _NEEDED | {ModelKind.LANDMARKS, ModelKind.ATTRIBUTES}


@dataclass(frozen=True, slots=True)
class Added:
    """What came of it.

    Attributes:
        files: The models as they now lie in the folder.
        known: Names of those that were there already, with the same content.
        left_out: Names of those that the kiosk has no use for.
    """

    files: tuple[ModelFile, ...]
    known: tuple[str, ...]
    left_out: tuple[str, ...]


def add_models(source: Path, folder: Path) -> Added:
    """Bring models in.

    Args:
        source: A model, a folder of models, or a zip file of one.
        folder: Where an operator's models are; made if it is not there.

    Raises:
        ModelError: If something in it is no model, or not all of one, or it holds
            nothing that the kiosk could use.
        SettingsError: If it is not there, is a zip file that no honest program makes,
            or cannot be copied.
    """
    stage = folder / f"{_STAGE}{secrets.token_hex(8)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_old(folder)
        stage.mkdir()
        bring(source, stage)
        return _put_in_place(source, stage, folder)
    except (OSError, ValueError) as error:
        words = disk_words(error) if isinstance(error, OSError) else "Check its name."
        raise SettingsError(f"The models cannot be copied. {words}") from error
    except PackError as error:
        raise SettingsError(str(error)) from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise SettingsError(
            f"'{printable(source.name)}' is no whole zip file. Get it again."
        ) from error
    finally:
        clear_away(stage)


def _put_in_place(source: Path, stage: Path, folder: Path) -> Added:
    found = [read_model_file(path) for path in sorted(stage.glob(f"*{ENDING}"))]
    swappers = [one for one in found if one.kind is ModelKind.SWAPPER]
    pack = [one for one in found if one.kind in _PACK_KINDS]
    complete = {one.kind for one in pack} >= _NEEDED
    if not swappers and not complete:
        raise ModelError(_useless(source, found))
    wanted = [*swappers, *(pack if complete else ())]
    for one in wanted:
        _require_opens(one)
    groups = [(one, folder / one.path.name) for one in swappers]
    if complete:
        home = folder / _pack_name(source)
        groups += [(one, home / one.path.name) for one in pack]
    known = [target for one, target in groups if _is_there(one, target)]
    fresh = [(one, target) for one, target in groups if target not in known]
    for _, target in fresh:
        if target.exists():
            raise ModelError(
                f"There is another {target.relative_to(folder).as_posix()} already. "
                "Take it out of the models' folder or give the new one another name."
            )
    for one, target in fresh:
        target.parent.mkdir(exist_ok=True)
        one.path.replace(target)
    for place in {target.parent for _, target in fresh} | {folder}:
        keep_names(place)
    left_out = [one.path.name for one in found if one not in wanted]
    return Added(
        tuple(read_model_file(target) for _, target in fresh),
        tuple(target.relative_to(folder).as_posix() for target in known),
        tuple(left_out),
    )


def _is_there(one: ModelFile, target: Path) -> bool:
    try:
        return target.is_file() and read_model_file(target).sha256 == one.sha256
    except ModelError:
        return False


def _pack_name(source: Path) -> str:
    """What the folder of a pack is called: as the folder or zip that it came in."""
    name = source.stem if source.suffix.lower() == ".zip" else source.resolve().name
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in name)
    return plain.strip("_")[:60] or "analysis"


def _useless(source: Path, found: Sequence[ModelFile]) -> str:
    name = printable(source.name)
    if not found:
        return f"'{name}' holds no models; their names end in {ENDING}."
    kinds = ", ".join(f"{one.path.name} ({one.kind})" for one in found)
    return (
        f"'{name}' holds nothing that the kiosk could use: {kinds}. It needs a folder "
        "with a detector and a recogniser, such as buffalo_l, or a swapper, such as "
        "inswapper_128.onnx."
    )


def _require_opens(one: ModelFile) -> None:
    """Make sure that ONNX Runtime takes a model: weights may be cut off."""
    import onnxruntime

    from pipeline.runtime import session_options

    try:
        onnxruntime.InferenceSession(
            str(one.path), session_options(1), providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # ONNX Runtime's errors share no base but Exception
        raise ModelError(
            f"{one.path.name} cannot be opened: it is damaged, keeps its weights in "
            "another file, or is made for a newer ONNX Runtime. Get it again."
        ) from error


def _clear_old(folder: Path) -> None:
    """Clear away what a killed program left behind."""
    for old in folder.glob(f"{_STAGE}*"):
        clear_away(old)
