"""Remembers how fast each device of this computer runs the models."""

import contextlib
import hashlib
import json
import platform
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.devices import Device, available_providers
from pipeline.inventory import digest_of
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.networks import Answer
from pipeline.weights import Model, manifest

FORMAT: Final = 1
"""Raise it when what is measured, or how, changes."""

_MOST_KEPT: Final = 8
_LARGEST_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """How one device did.

    Attributes:
        light_ms: For the models of every frame; None if they do not run there.
        networks_ms: For the operator's networks; None likewise, or without any.
        failure: What went wrong and what to do, for staff; empty if nothing did.
        answer: What the networks answered, where that is worth knowing.
    """

    light_ms: float | None = None
    networks_ms: float | None = None
    failure: str = ""
    answer: Answer | None = None


class MeasuredFile:
    """Measurements by what they hang on; whatever is wrong with the file, it is empty.

    Args:
        folder: Where it is; both are made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "measured.json"
        self._content = self._read()

    def key(self, devices: tuple[Device, ...], files: NetworkFiles | None) -> str:
        """Everything that a measurement hangs on, in one word.

        Args:
            devices: What is measured.
            files: The operator's networks; they are read once, and again if changed.
        """
        import onnxruntime

        own = manifest()
        facts = [
            FORMAT,
            platform.node(),
            onnxruntime.__version__,
            available_providers(),
            [str(device) for device in devices],
            [own[model].sha256 for model in (Model.YUNET, Model.MESH_468)],
            [self.digest(path) for path in all_of(files)],
        ]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()

    def find(self, key: str) -> dict[str, Measured] | None:
        """What was measured, by the devices' words; None if nothing was."""
        try:
            entries = self._content["measured"][key]
            return {name: _from_json(one) for name, one in entries.items()}
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    def keep(self, key: str, measured: Mapping[str, Measured]) -> None:
        """Remember it; a disk that cannot be written costs another measurement."""
        kept = self._table("measured")
        kept.pop(key, None)
        kept[key] = {name: _to_json(one) for name, one in measured.items()}
        while len(kept) > _MOST_KEPT:
            del kept[next(iter(kept))]
        self._write()

    def digest(self, path: Path) -> str:
        """SHA-256 of a file, read only if it has changed; empty if it cannot be."""
        try:
            state = path.stat()
            facts = [state.st_size, state.st_mtime_ns]
            digests = self._table("digests")
            known = digests.get(str(path))
            if isinstance(known, list) and known[:2] == facts:
                return str(known[2])
            digest = digest_of(path)
        except (OSError, IndexError):
            return ""
        digests[str(path)] = [*facts, digest]
        while len(digests) > _MOST_KEPT * 8:
            del digests[next(iter(digests))]
        self._write()
        return digest

    def _table(self, name: str) -> dict[str, Any]:
        table = self._content.get(name)
        if not isinstance(table, dict):
            table = self._content[name] = {}
        return table

    def _read(self) -> dict[str, Any]:
        try:
            if self._path.stat().st_size > _LARGEST_BYTES:
                return {}
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            return {}
        return content

    def _write(self) -> None:
        draft = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}.tmp")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                draft.write_text(
                    json.dumps({**self._content, "format": FORMAT}), encoding="utf-8"
                )
                draft.replace(self._path)
            finally:
                draft.unlink(missing_ok=True)


def all_of(files: NetworkFiles | None) -> list[Path]:
    """Every file of an operator's networks; none without any."""
    if files is None:
        return []
    return [files.swapper, *sorted(files.analysis.glob("*.onnx"))]


def _to_json(one: Measured) -> dict[str, object]:
    answer = one.answer
    return {
        "light_ms": one.light_ms,
        "networks_ms": one.networks_ms,
        "failure": one.failure,
        "identity": answer and answer.identity.tolist(),
        "face_bgr": answer and answer.face_bgr.tolist(),
    }


def _from_json(one: Mapping[str, Any]) -> Measured:
    answer = None
    if one["identity"]:
        identity = np.asarray(one["identity"], np.float32)
        answer = Answer(identity, np.asarray(one["face_bgr"], np.uint8))
    return Measured(
        _number(one["light_ms"]),
        _number(one["networks_ms"]),
        str(one["failure"]),
        answer,
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
