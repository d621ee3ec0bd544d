"""Fetches works into the folder of a pack, one whole painting after the other.

What breaks off goes on at the next call with the same folder: paintings that are there
and whole are passed over, and a half-fetched image is continued.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.disk import alone, disk_words
from kiosk.packs.fetch.download import Progress, download
from kiosk.packs.fetch.errors import (
    BadAnswerError,
    DiskError,
    FetchCancelledError,
    FetchError,
    NotFoundError,
)
from kiosk.packs.fetch.manifest import Caption, FetchManifest, PackName
from kiosk.packs.fetch.museums import Museums
from kiosk.packs.fetch.pictures import is_whole
from kiosk.packs.fetch.references import Reference
from kiosk.packs.fetch.works import Work

PARTS_FOLDER = ".fetching"
_ENDINGS = (".jpg", ".png", ".tif", ".webp")
_NO_CAPTION = Caption()


@dataclass(frozen=True, slots=True)
class Step:
    """How far fetching is.

    Attributes:
        reference: What is being fetched.
        number: Which one it is, from 1.
        of: How many there are.
        done_bytes: How much of its image is there.
        whole_bytes: How large its image is; None if nobody says.
    """

    reference: Reference
    number: int
    of: int
    done_bytes: int
    whole_bytes: int | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A work that was not taken.

    Attributes:
        reference: Which one.
        error: Why; its message is a plain sentence.
    """

    reference: Reference
    error: FetchError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    Attributes:
        taken: What was fetched.
        passed_over: What was there already, whole.
        failures: What could not be taken, and why.
        was_cancelled: Whether somebody stopped it before the end.
    """

    taken: tuple[Reference, ...]
    passed_over: tuple[Reference, ...]
    failures: tuple[Failure, ...]
    was_cancelled: bool


def fetch_into_pack(
    museums: Museums,
    references: Sequence[Reference],
    folder: Path,
    name: PackName,
    on_step: Callable[[Step], None],
    captions: Mapping[Reference, Caption] | None = None,
) -> Outcome:
    """Fetch works into a pack's folder; what cannot be taken does not stop the rest.

    Args:
        museums: Whom to ask.
        references: What to fetch; doubles are fetched once.
        folder: The pack's folder; made where it is not there.
        name: What the pack is called.
        on_step: Told how far it is, in this thread.
        captions: Words that take the museums' place.

    Raises:
        PackError: If the folder holds another pack or a list that cannot be read, or
            another program is fetching into it.
        DiskError: If the disk refuses; what is fetched by then stays.
    """
    job = _Job(museums, folder, FetchManifest.open(folder, name), captions or {})
    wanted = list(dict.fromkeys(references))
    parts = folder / PARTS_FOLDER
    taken: list[Reference] = []
    passed_over: list[Reference] = []
    failures: list[Failure] = []
    was_cancelled = False
    with _alone_in(parts):
        for number, reference in enumerate(wanted, start=1):
            on_bytes = _counted(on_step, reference, number, len(wanted))
            try:
                is_new = job.fetch(reference, on_bytes)
            except FetchCancelledError:
                was_cancelled = True
                break
            except DiskError:
                raise
            except FetchError as error:
                failures.append(Failure(reference, error))
            else:
                (taken if is_new else passed_over).append(reference)
    return Outcome(tuple(taken), tuple(passed_over), tuple(failures), was_cancelled)


class _Job:
    def __init__(
        self,
        museums: Museums,
        folder: Path,
        manifest: FetchManifest,
        captions: Mapping[Reference, Caption],
    ) -> None:
        self._museums = museums
        self._folder = folder
        self._manifest = manifest
        self._captions = captions

    def fetch(self, reference: Reference, on_bytes: Progress) -> bool:
        """Fetch one work; False if it is there already."""
        self._museums.web.check_cancelled()
        painting_id = reference.painting_id
        on_bytes(0, None)
        image = self._manifest.image_of(painting_id)
        if image is not None and is_whole(image):
            return False
        work = self._museums.look_up(reference)
        path = self._fetched_before(painting_id) or self._download(work, on_bytes)
        caption = self._captions.get(reference, _NO_CAPTION)
        self._manifest.put(painting_id, path.name, work, caption)
        return True

    def _fetched_before(self, painting_id: str) -> Path | None:
        """An image that came whole, though the list could not be saved after it."""
        paths = [self._folder / f"{painting_id}{ending}" for ending in _ENDINGS]
        return next((path for path in paths if is_whole(path)), None)

    def _download(self, work: Work, on_bytes: Progress) -> Path:
        name = work.reference.painting_id
        part = self._folder / PARTS_FOLDER / f"{name}.part"
        hosts = self._museums.client(work.reference.museum).hosts
        failure: FetchError = NotFoundError("The museum shows no image of it.")
        for source in work.images:
            try:
                ending = download(self._museums.web, source, hosts, part, on_bytes)
            except (NotFoundError, BadAnswerError) as error:
                failure = error
            else:
                return _moved(part, self._folder / f"{name}{ending}")
        raise failure


def _counted(
    on_step: Callable[[Step], None], reference: Reference, number: int, of: int
) -> Progress:
    def on_bytes(done_bytes: int, whole_bytes: int | None) -> None:
        on_step(Step(reference, number, of, done_bytes, whole_bytes))

    return on_bytes


def _moved(part: Path, path: Path) -> Path:
    try:
        part.replace(path)
    except OSError as error:
        words = f"A fetched picture cannot be kept. {disk_words(error)}"
        raise DiskError(words) from error
    return path


@contextlib.contextmanager
def _alone_in(parts: Path) -> Iterator[None]:
    """Keep others from fetching into the same folder; parts that are there stay."""
    lock = parts / "lock"
    with contextlib.ExitStack() as stack:
        try:
            parts.mkdir(parents=True, exist_ok=True)
            stack.enter_context(alone(lock))
        except OSError as error:
            words = f"Nothing can be fetched. {disk_words(error)}"
            raise DiskError(words) from error
        yield
    with contextlib.suppress(OSError):
        lock.unlink()
        parts.rmdir()  # stays while there are parts
