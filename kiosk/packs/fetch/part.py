"""A file that is being fetched: its bytes so far and what they belong to."""

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kiosk.packs.disk import disk_words
from kiosk.packs.fetch.errors import BadAnswerError, DiskError
from kiosk.packs.fetch.works import ImageSource


@dataclass(frozen=True, slots=True)
class Origin:
    """What the bytes of a part belong to.

    Attributes:
        url: Where they come from.
        validator: A strong ``ETag`` or a ``Last-Modified``; empty if there is none, and
            then the rest cannot be asked for.
    """

    url: str
    validator: str


class Part:
    """A part on the disk, kept with a note beside it.

    Args:
        path: The file; the note is beside it under the same name and ``.json``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._note = path.with_name(path.name + ".json")

    def size_bytes(self) -> int:
        """How much is there."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def validator_for(self, source: ImageSource) -> str:
        """What to ask for the rest with; empty where it has to begin anew."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return ""
        if not isinstance(note, dict) or note.get("url") != source.url:
            return ""
        validator = note.get("validator")
        return validator if isinstance(validator, str) else ""

    def begin(self, origin: Origin) -> None:
        """Throw away what is there and note what comes.

        Raises:
            DiskError: If the disk refuses.
        """
        self.clear()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            note = {"url": origin.url, "validator": origin.validator}
            self._note.write_text(json.dumps(note), encoding="utf-8")
            self.path.write_bytes(b"")
        except OSError as error:
            raise _unwritable(error) from error

    def append(self, pieces: Iterable[bytes], most_bytes: int) -> Iterator[int]:
        """Add bytes as they come; gives the size after each piece.

        Raises:
            BadAnswerError: If it becomes larger than allowed; it is thrown away.
            DiskError: If the disk refuses.
        """
        size = self.size_bytes()
        with self._opened() as file:
            for piece in pieces:
                size += len(piece)
                if size > most_bytes:
                    file.close()
                    self.clear()
                    raise BadAnswerError("The image is larger than the kiosk takes.")
                try:
                    file.write(piece)
                except OSError as error:
                    raise _unwritable(error) from error
                yield size

    def clear(self) -> None:
        """Throw it away."""
        for path in (self.path, self._note):
            with contextlib.suppress(OSError):
                path.unlink()

    def forget_note(self) -> None:
        """Throw the note away, when the file is whole."""
        with contextlib.suppress(OSError):
            self._note.unlink()

    def _opened(self) -> BinaryIO:
        try:
            return self.path.open("ab")
        except OSError as error:
            raise _unwritable(error) from error


def _unwritable(error: OSError) -> DiskError:
    return DiskError(f"A fetched picture cannot be kept. {disk_words(error)}")
