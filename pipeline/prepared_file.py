"""Keeps what was prepared of a painting in one file, and reads it back.

A file is a magic word with the format's number, the SHA-256 of the rest, and NumPy's
``npz`` without pickles. Whatever is wrong with one, it is read as if it were not there.
"""

import hashlib
import io
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.examination import SeenFace
from pipeline.marks import Marks
from pipeline.mesh import POINT_COUNT
from pipeline.occlusion import Occlusion
from pipeline.painting import PaintedFace
from pipeline.preparation import Prepared
from pipeline.types import AnyArray
from pipeline.verdict import Finding, Severity, Verdict
from pipeline.weights import Model, manifest

FORMAT: Final = 2
"""Goes up whenever a file, or what the engine would put into it, changes."""

_MAGIC: Final = b"prepared"
_USED_MODELS: Final = (Model.YUNET, Model.MESH_468, Model.FACE_GEOMETRY)
_MOST_BYTES: Final = 200_000_000
_CHUNK_BYTES: Final = 1 << 20


def file_digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def prepared_key(
    image_sha256: str, marks: Marks, models: Mapping[str, str] | None = None
) -> str:
    """What a prepared painting is kept under; it changes with all that it hangs on.

    Args:
        image_sha256: Digest of the picture's file.
        marks: What people set by hand; the mask's content counts, not its name.
        models: Digests of the models by name; those of the manifest if None.

    Returns:
        64 hexadecimal digits.

    Raises:
        OSError: If the mask cannot be read.
        ModelError: If the list of models is missing or damaged.
    """
    if models is None:
        listed = manifest()
        models = {model.value: listed[model].sha256 for model in _USED_MODELS}
    faces = [
        [
            np.asarray(mark.key_points_px, np.float64).tolist(),
            mark.swappable,
            sorted((index, list(map(float, at))) for index, at in mark.moved.items()),
        ]
        for mark in marks.faces
    ]
    mask = file_digest(marks.mask) if marks.mask else None
    basis = [FORMAT, image_sha256, faces, mask, sorted(models.items())]
    return hashlib.sha256(json.dumps(basis).encode()).hexdigest()


def save_prepared(path: Path, prepared: Prepared) -> None:
    """Write a file so that it is either whole or not there.

    Raises:
        OSError: If it cannot be written.
    """
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **_arrays(prepared))  # type: ignore[arg-type]
    write_sealed(path, buffer.getvalue())


def load_prepared(path: Path) -> Prepared | None:
    """Read a file; None if it is missing, damaged or of another format."""
    payload = read_sealed(path)
    if payload is None:
        return None
    try:
        with np.load(io.BytesIO(payload), allow_pickle=False) as file:
            return _prepared({name: file[name] for name in file.files})
    except Exception:  # noqa: BLE001 (whatever a file of the cache holds, it is redone)
        return None


def write_sealed(path: Path, payload: bytes | memoryview) -> None:
    """Write bytes with magic word and digest, the file whole or not there.

    Raises:
        OSError: If it cannot be written.
    """
    temporary = path.with_name(f".{path.name[:40]}-{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as file:
            file.write(_head())
            file.write(hashlib.sha256(payload).digest())
            file.write(payload)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_sealed(path: Path) -> memoryview | None:
    """The bytes of `write_sealed`; None if the file is missing, damaged or foreign."""
    head = _head()
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        content = memoryview(path.read_bytes())
    except (OSError, ValueError):
        return None
    start = len(head) + 32
    payload = content[start:]
    if content[: len(head)] != head:
        return None
    if hashlib.sha256(payload).digest() != content[len(head) : start]:
        return None
    return payload


def _head() -> bytes:
    return _MAGIC + FORMAT.to_bytes(4, "little")


def _arrays(prepared: Prepared) -> dict[str, AnyArray]:
    faces, seen = prepared.faces, prepared.seen
    notes = {
        "size_px": prepared.size_px,
        "faces": [
            {
                "turn": [face.yaw_deg, face.pitch_deg, face.roll_deg],
                "merit": face.merit,
                "box": face.occlusion.box,
            }
            for face in faces
        ],
        "seen": [
            {
                "place": face.place,
                "has_points": face.points_px is not None,
                "findings": [_noted(each) for each in face.findings],
            }
            for face in seen
        ],
        "findings": [_noted(each) for each in prepared.findings],
    }
    arrays = {"notes": np.frombuffer(json.dumps(notes).encode(), np.uint8)}
    for index, face in enumerate(faces):
        arrays[f"points_{index}"] = face.points_px
        arrays[f"shown_{index}"] = face.occlusion.shown
    for index, one in enumerate(seen):
        arrays[f"key_points_{index}"] = np.asarray(one.key_points_px, np.float64)
        if one.points_px is not None:
            arrays[f"seen_{index}"] = one.points_px
    return arrays


def _prepared(arrays: Mapping[str, AnyArray]) -> Prepared:
    notes = json.loads(arrays["notes"].tobytes())
    faces = tuple(
        _face(note, arrays[f"points_{index}"], arrays[f"shown_{index}"])
        for index, note in enumerate(notes["faces"])
    )
    seen = tuple(
        SeenFace(
            arrays[f"key_points_{index}"],
            arrays[f"seen_{index}"] if note["has_points"] else None,
            note["place"],
            tuple(_finding(each) for each in note["findings"]),
        )
        for index, note in enumerate(notes["seen"])
    )
    width, height = notes["size_px"]
    findings = tuple(_finding(each) for each in notes["findings"])
    return Prepared((int(width), int(height)), faces, seen, findings)


def _face(note: dict[str, Any], points: AnyArray, shown: AnyArray) -> PaintedFace:
    if points.shape != (POINT_COUNT, 3) or shown.ndim != 2:
        message = "a face of another shape"
        raise ValueError(message)
    x0, y0, x1, y1 = (int(side) for side in note["box"])
    yaw, pitch, roll = (float(angle) for angle in note["turn"])
    occlusion = Occlusion((x0, y0, x1, y1), shown.astype(np.float32))
    merit = float(note["merit"])
    return PaintedFace(points.astype(np.float32), yaw, pitch, roll, merit, occlusion)


def _noted(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {
        "verdict": finding.verdict.value,
        "severity": int(finding.severity),
        "value": float(finding.value),
        "limit": float(finding.limit),
    }


def _finding(note: dict[str, Any]) -> Finding:
    return Finding(
        Verdict(note["verdict"]),
        Severity(note["severity"]),
        float(note["value"]),
        float(note["limit"]),
    )
