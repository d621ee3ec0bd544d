"""Finds out what the files in a zip are called, in any script.

A zip says whether a name is UTF-8. Where it does not say so, macOS writes UTF-8 all the
same and Windows the old code page of the country, which is named nowhere. The right one
is that in which the pack's own list calls the files.
"""

import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath

from kiosk.packs.manifest_file import LARGEST_MANIFEST_BYTES
from kiosk.packs.schema import MANIFEST_NAME

_UTF8 = 0x800
_READ_AS = "cp437"  # what zipfile takes for names of which nothing is said
_CODE_PAGES = ("utf-8", "cp866", "cp850", "cp852", "cp932", "gbk", "cp949")


def true_names(
    archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo]
) -> list[tuple[zipfile.ZipInfo, str]]:
    """Each entry with its name, ``/`` between folders.

    Args:
        archive: The zip file.
        infos: Its entries.
    """
    unsure = [info for info in infos if _is_unsure(info)]
    code_page = _code_page(archive, infos, unsure) if unsure else _READ_AS
    named = {id(info): _decoded(info, code_page) for info in unsure}
    return [
        (info, (named.get(id(info)) or info.filename).replace("\\", "/"))
        for info in infos
    ]


def _is_unsure(info: zipfile.ZipInfo) -> bool:
    return not info.flag_bits & _UTF8 and not info.filename.isascii()


def _decoded(info: zipfile.ZipInfo, code_page: str) -> str:
    """A name in a code page; empty where it cannot be in it."""
    try:
        return info.filename.encode(_READ_AS).decode(code_page)
    except UnicodeError:
        return ""


def _code_page(
    archive: zipfile.ZipFile,
    infos: Sequence[zipfile.ZipInfo],
    unsure: Sequence[zipfile.ZipInfo],
) -> str:
    listed = _manifest_text(archive, infos)

    def named_in_list(code_page: str) -> int:
        names = [_decoded(info, code_page).replace("\\", "/") for info in unsure]
        bare = [unicodedata.normalize("NFC", name.split("/")[-1]) for name in names]
        return sum(bool(name) and name in listed for name in bare)

    best = max(_CODE_PAGES, key=named_in_list)
    return best if named_in_list(best) else _READ_AS


def _manifest_text(archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo]) -> str:
    for info in infos:
        plain = info.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        encrypted = info.flag_bits & 1
        if PurePosixPath(info.filename).name == MANIFEST_NAME and plain:
            if encrypted:
                return ""
            with archive.open(info) as file:
                text = file.read(LARGEST_MANIFEST_BYTES).decode("utf-8", "replace")
            return unicodedata.normalize("NFC", text)
    return ""
