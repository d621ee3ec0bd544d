"""Has paintings of packs prepared once, and knows afterwards without any model."""

import contextlib
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from kiosk.packs.disk import write_whole
from kiosk.packs.manifest import Pack, PackPainting
from kiosk.packs.marks import marks_of
from kiosk.packs.report import Report, load_report, report_of, save_report
from kiosk.places import cache_folder
from pipeline.backends import open_engine
from pipeline.engine import Engine
from pipeline.errors import ImageUnreadableError
from pipeline.marks import Marks
from pipeline.preparation import Prepared
from pipeline.prepared_file import file_digest, prepared_key
from pipeline.prepared_shelf import PreparedShelf
from pipeline.types import ImageBgr, SizePx

REPORTS = "reports"
ROOMS_NAME = "rooms.json"
MOST_ROOMS = 2
_LARGEST_SIDE_PX = 20_000


class Preparations:
    """The prepared paintings of this computer.

    One object belongs to one thread; several, and several programs, may share a folder.

    Args:
        open_engine: Opens the models; called when they are first needed.
        folder: Where it all is kept; in the system's folder for caches if None.
    """

    def __init__(
        self, open_engine: Callable[[], Engine], folder: Path | None = None
    ) -> None:
        self._open_engine = open_engine
        self._folder = folder or cache_folder() / "prepared"
        self._engine: Engine | None = None
        self._outdated = False
        self._shelf: PreparedShelf | None = None
        self._digests: dict[tuple[str, int, int], str] = {}

    @property
    def opened(self) -> Engine | None:
        """The models if they are open already. Any thread may look."""
        return self._engine

    @property
    def engine(self) -> Engine:
        """The models, opened where they are not yet.

        Raises:
            EngineError: If they cannot be used.
        """
        if self._engine is None or self._outdated:
            self._outdated = False
            self._engine = self._open_engine()
            self._shelf = None
        return self._engine

    def change_engine(self) -> None:
        """Open the models anew when they are needed next."""
        self._outdated = True

    def prepared(
        self, painting: PackPainting, rooms_px: tuple[SizePx, ...] = ()
    ) -> tuple[Prepared, str]:
        """What is prepared of a painting, and the key that it is kept under.

        Args:
            painting: The painting.
            rooms_px: For which displays its picture is kept too, if it is worked out.

        Raises:
            EngineError: If the models, the picture or its mask cannot be used.
        """
        marks = marks_of(painting)
        key = self._key(painting, marks)
        found = self._opened_shelf().find(key)
        prepared = found or self._opened_shelf().prepare(
            key, painting.image, marks, rooms_px
        )
        note = self._note(painting, marks)
        if note is not None and (found is None or not note.exists()):
            with contextlib.suppress(OSError):  # costs time only
                save_report(note, report_of(prepared))
        return prepared, key

    def shown(
        self, painting: PackPainting, prepared: Prepared, key: str, room_px: SizePx
    ) -> ImageBgr:
        """The picture fitted into a room, as a live portrait wants it.

        Raises:
            ImageUnreadableError: If it is not kept and the picture cannot be read.
        """
        self._remember_room(room_px)
        return self._opened_shelf().shown(
            key, painting.image, prepared.size_px, room_px
        )

    def report(self, painting: PackPainting) -> Report:
        """How well a painting suits; it is prepared where it is not yet.

        Raises:
            EngineError: If the models cannot be used.
        """
        try:
            return report_of(self.prepared(painting, self.rooms_px())[0])
        except ImageUnreadableError as error:
            return Report((), (), unreadable=str(error))

    def known(self, painting: PackPainting) -> Report | None:
        """The same where it is known already; needs no model and reads no picture."""
        note = self._note(painting, marks_of(painting))
        return None if note is None else load_report(note)

    def prepare_pack(
        self, pack: Pack, tell: Callable[[int, int], None] | None = None
    ) -> None:
        """Prepare all paintings of a pack.

        Args:
            pack: The pack.
            tell: Told how many paintings are done, and of how many.

        Raises:
            EngineError: If the models cannot be used.
        """
        for number, painting in enumerate(pack.paintings, start=1):
            if self.known(painting) is None:
                self.report(painting)
            if tell is not None:
                tell(number, len(pack.paintings))

    def rooms_px(self) -> tuple[SizePx, ...]:
        """The displays for which paintings were wanted last, the latest first."""
        try:
            rooms = json.loads((self._folder / ROOMS_NAME).read_bytes())
            sizes = [(int(width), int(height)) for width, height in rooms]
        except (OSError, ValueError, TypeError, RecursionError):
            return ()
        return tuple(
            size for size in sizes if all(0 < side < _LARGEST_SIDE_PX for side in size)
        )[:MOST_ROOMS]

    def _remember_room(self, room_px: SizePx) -> None:
        before = self.rooms_px()
        if room_px not in before:
            rooms = json.dumps([room_px, *before][:MOST_ROOMS])
            with contextlib.suppress(OSError):
                write_whole(self._folder / ROOMS_NAME, rooms.encode())

    def _opened_shelf(self) -> PreparedShelf:
        engine = self.engine
        if self._shelf is None:
            self._shelf = PreparedShelf(self._folder, engine)
        return self._shelf

    def _key(self, painting: PackPainting, marks: Marks) -> str:
        try:
            return prepared_key(self._digest(painting.image), marks)
        except OSError as error:  # a mask that has gone
            name = marks.mask.name if marks.mask else painting.image.name
            raise ImageUnreadableError(
                f"{name} cannot be read. Install the pack again."
            ) from error

    def _digest(self, image: Path) -> str:
        """Digest of a picture, worked out once for as long as its file stays as is."""
        try:
            status = image.stat()
            now = (str(image), status.st_size, status.st_mtime_ns)
            if now not in self._digests:
                self._digests[now] = file_digest(image)
        except OSError:
            return ""  # reading the picture itself tells what is wrong
        return self._digests[now]

    def _note(self, painting: PackPainting, marks: Marks) -> Path | None:
        """Where a painting's report is; another place if anything about it changed."""
        try:
            files = [painting.image, *([marks.mask] if marks.mask else [])]
            stamps = [
                [str(path), path.stat().st_size, path.stat().st_mtime_ns]
                for path in files
            ]
            bare = Marks(marks.faces)
            name = hashlib.sha256(json.dumps(stamps).encode()).hexdigest()
            key = prepared_key(name, bare)
        except (OSError, ValueError):
            return None
        return self._folder / REPORTS / f"{key}.json"


def usual_preparations() -> Preparations:
    """The prepared paintings in the system's folder for caches, with our own models."""
    return Preparations(open_engine)
