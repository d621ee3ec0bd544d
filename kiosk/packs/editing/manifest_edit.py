"""Writes a changed painting into the text of a ``pack.toml``, comments kept."""

import tomllib
from collections.abc import Mapping, MutableMapping
from typing import Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from kiosk.errors import PackError
from kiosk.packs.editing.draft import Draft
from kiosk.packs.schema import FaceEntry

KEEP: Final = object()
"""Stands for a mask that stays what it is."""


def edited_text(
    text: str,
    painting_id: str,
    draft: Draft,
    mask: object = KEEP,
    version: str | None = None,
) -> str:
    """The manifest with what was edited in one of its paintings.

    Args:
        text: Of the manifest as it is.
        painting_id: Which painting.
        draft: What it shall say.
        mask: Name of the mask's file, None for no mask, or `KEEP`.
        version: The pack's version; None leaves it.

    Raises:
        PackError: If it has no such painting.
    """
    changes: dict[str, object] = {
        "complexion": draft.complexion,
        "shape": draft.shape,
        "faces": [_values(face) for face in draft.faces] or None,
    }
    if mask is not KEEP:
        changes["mask"] = mask
    plain = tomllib.loads(text)
    _change(plain, painting_id, changes, version)
    try:
        document = tomlkit.parse(text)
        faces = changes["faces"]
        if faces is not None:
            changes["faces"] = _list_of(draft.faces)
        _change(document, painting_id, changes, version)
        changed = tomlkit.dumps(document)
        if tomllib.loads(changed) == plain:
            return changed
    except (TOMLKitError, tomllib.TOMLDecodeError, ValueError, TypeError):
        pass
    # Right without comments is better than wrong with them.
    return tomlkit.dumps(plain)


def _change(
    document: MutableMapping[str, object],
    painting_id: str,
    changes: Mapping[str, object],
    version: str | None,
) -> None:
    paintings = document.get("paintings")
    found = [
        entry
        for entry in (paintings if isinstance(paintings, list) else ())
        if isinstance(entry, MutableMapping) and entry.get("id") == painting_id
    ]
    if not found:
        raise PackError(
            f"The pack has no painting '{painting_id}' any more. Open it again."
        )
    for key, value in changes.items():
        if value is None:
            found[0].pop(key, None)
        else:
            if not isinstance(value, str | float):
                found[0].pop(key, None)
            found[0][key] = value
    if version is not None:
        document["version"] = version


def _values(face: FaceEntry) -> dict[str, object]:
    values: dict[str, object] = {
        "eyes": [list(point) for point in face.eyes],
        "nose": list(face.nose),
        "mouth": [list(point) for point in face.mouth],
    }
    if not face.swappable:
        values["swappable"] = False
    if face.moved:
        values["moved"] = {
            str(index): list(place) for index, place in sorted(face.moved.items())
        }
    return values


def _list_of(faces: tuple[FaceEntry, ...]) -> object:
    """One line for each face."""
    listed = tomlkit.array().multiline(multiline=True)
    for face in faces:
        table = tomlkit.inline_table()
        table.update(_values(face))
        listed.append(table)
    return listed
