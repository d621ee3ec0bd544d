"""Fetches an image into a part that a later attempt, or a later day, goes on with."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx

from kiosk.packs.fetch.errors import BadAnswerError
from kiosk.packs.fetch.pace import Deadline
from kiosk.packs.fetch.part import Origin, Part
from kiosk.packs.fetch.pictures import check_picture
from kiosk.packs.fetch.replies import TryAgainError, check_length
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.works import ImageSource

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are there and the whole number, None if unknown."""

_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


def download(
    web: Web,
    source: ImageSource,
    hosts: frozenset[str],
    path: Path,
    on_progress: Progress,
) -> str:
    """Fetch an image whole, going on where an earlier attempt stopped.

    Args:
        web: The way out.
        source: Where it lies.
        hosts: Where the request may go.
        path: Where the image is put; while it is not whole, a note lies beside it.
        on_progress: Told how far it is.

    Returns:
        The usual ending of its kind, such as ``.jpg``.

    Raises:
        NotFoundError: If there is nothing at that address.
        UnreachableError: If it did not come in time; the part stays.
        BadAnswerError: If it is no whole picture or too large.
        FetchCancelledError: If somebody stopped it; the part stays.
        DiskError: If the disk refuses.
    """
    part = Part(path)
    _refuse_large(web, source.size_bytes)
    was_resumed = bool(_resumable_bytes(part, source))
    try:
        return _fetch_and_check(web, source, hosts, part, on_progress)
    except BadAnswerError:
        part.clear()
        if not was_resumed:
            raise
    return _fetch_and_check(web, source, hosts, part, on_progress)


def _fetch_and_check(
    web: Web,
    source: ImageSource,
    hosts: frozenset[str],
    part: Part,
    on_progress: Progress,
) -> str:
    deadline = web.image_deadline()
    web.patiently(
        lambda: _attempt(web, source, hosts, part, on_progress, deadline), deadline
    )
    try:
        ending = check_picture(part.path, source.sha1)
    except BadAnswerError:
        part.clear()
        raise
    part.forget_note()
    return ending


def _attempt(
    web: Web,
    source: ImageSource,
    hosts: frozenset[str],
    part: Part,
    on_progress: Progress,
    deadline: Deadline,
) -> None:
    start = _resumable_bytes(part, source)
    headers = {"Accept": "image/*", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
        headers["If-Range"] = part.validator_for(source)
    with web.answer(source.url, hosts, deadline, headers) as response:
        whole = _prepare(web, source, part, response, start)
        size = part.size_bytes()
        if size != whole:
            on_progress(size, whole)
            pieces = web.chunks(response, deadline, raw=True)
            for size in part.append(pieces, web.manners.most_image_bytes):
                on_progress(size, whole)
    _check_size(source, part, size, whole)


def _prepare(
    web: Web, source: ImageSource, part: Part, response: httpx.Response, start: int
) -> int | None:
    """Make the part ready for what the answer brings.

    Returns:
        The length of the whole image, None where nobody says.
    """
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise BadAnswerError("The image comes packed in a way that was not asked for.")
    if response.status_code == 200:
        length = check_length(response, web.manners.most_image_bytes)
        part.begin(Origin(source.url, _validator(response)))
        return length if length is not None else source.size_bytes
    if response.status_code == 416 and start and _is_all(response, start):
        return start
    found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if response.status_code == 206 and start and found and int(found[1]) == start:
        whole = None if found[2] == "*" else int(found[2])
        _refuse_large(web, whole)
        return whole if whole is not None else source.size_bytes
    part.clear()
    raise TryAgainError("The museum's server does not give the rest of the image.")


def _is_all(response: httpx.Response, start: int) -> bool:
    """Whether nothing comes after the bytes that are there."""
    return bool(response.headers.get("Content-Range", "") == f"bytes */{start}")


def _check_size(source: ImageSource, part: Part, size: int, whole: int | None) -> None:
    if whole is not None and size < whole:
        raise TryAgainError("The connection breaks off again and again.")
    if size != (whole if whole is not None else size) or size == 0:
        part.clear()
        raise BadAnswerError("The image has not the length that its server says.")
    if source.size_bytes is not None and size != source.size_bytes:
        part.clear()
        raise BadAnswerError("The image has not the length that the museum says.")


def _resumable_bytes(part: Part, source: ImageSource) -> int:
    return part.size_bytes() if part.validator_for(source) else 0


def _validator(response: httpx.Response) -> str:
    """A strong ETag or else the date of the last change, if the rest can be had."""
    if response.headers.get("Accept-Ranges", "bytes").lower() == "none":
        return ""
    tag = response.headers.get("ETag", "")
    if re.fullmatch(r'"[\x21\x23-\x7e]*"', tag):
        return str(tag)
    date = response.headers.get("Last-Modified", "")
    return str(date) if re.fullmatch(r"[\x20-\x7e]{1,40}", date) else ""


def _refuse_large(web: Web, size_bytes: int | None) -> None:
    if size_bytes is not None and size_bytes > web.manners.most_image_bytes:
        most = web.manners.most_image_bytes // 1_000_000
        raise BadAnswerError(
            f"The image is larger than the kiosk takes ({most} megabytes)."
        )
