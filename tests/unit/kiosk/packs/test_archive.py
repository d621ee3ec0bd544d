import errno
import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.errors import PackError
from kiosk.packs import archive as archives
from kiosk.packs.archive import unpack
from kiosk.packs.reading import read_pack
from kiosk.packs.zip_entries import Limits

MakePack = Callable[[str], Path]
Zipped = Callable[..., Path]
LIST = b'id = "a"\ntitle = "A"\n'


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "deep" / "into"
    folder.mkdir(parents=True)
    return folder


def write_zip(path: Path, files: dict[str, bytes], attributes: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = attributes
            archive.writestr(info, content)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("below", ["", "My pack/"])
def test_finds_the_pack_at_the_top_or_in_one_folder(
    make_pack: MakePack, zipped: Zipped, into: Path, below: str
) -> None:
    told: list[tuple[int, int]] = []

    folder = unpack(
        zipped(make_pack("old"), below),
        into,
        tell=lambda done, total: told.append((done, total)),
    )

    assert folder == into / below
    assert read_pack(folder).problems == ()
    assert told[-1][0] == told[-1][1] > 0


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/evil.txt",
        "C:/evil.txt",
        "c:evil.txt",
        "..\\evil.txt",
        "\\\\server\\evil.txt",
        "a/../.evil",
        "__MACOSX/../../evil.txt",
        "nul",
        "a/aux.txt",
        "evil.txt:stream",
        "e\u202evil.txt",
    ],
)
def test_names_that_lead_away_are_refused_before_anything_is_written(
    tmp_path: Path, into: Path, name: str
) -> None:
    path = write_zip(tmp_path / "a.zip", {"pack.toml": LIST, name: b"x"})

    with pytest.raises(PackError, match="has the file"):
        unpack(path, into)

    assert names_in(tmp_path) == ["a.zip", "deep", "deep/into"]


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK]
)
def test_links_and_devices_are_refused(tmp_path: Path, into: Path, kind: int) -> None:
    path = write_zip(tmp_path / "a.zip", {"pack.toml": b"/etc"}, (kind | 0o777) << 16)

    with pytest.raises(PackError, match="link or device"):
        unpack(path, into)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.jpg": b"", "A.JPG": b""}, "twice"),
        ({"é.jpg": b"", "e\u0301.jpg": b""}, "twice"),
        ({"a": b"", "a/b": b""}, "a file and a folder"),
        ({"a/b.jpg": b"", "A": b""}, "a file and a folder"),
        ({"a/b/pack.toml": LIST}, "no pack.toml"),
        ({"notes.txt": b""}, "no pack.toml"),
        ({}, "no pack.toml"),
        ({"a/pack.toml": LIST, "b/pack.toml": LIST}, "several packs"),
    ],
)
def test_what_is_no_pack_is_said(
    tmp_path: Path, into: Path, files: dict[str, bytes], words: str
) -> None:
    with pytest.raises(PackError, match=words):
        unpack(write_zip(tmp_path / "a.zip", files), into)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_very_same_name_twice_is_refused(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pack.toml", LIST)
        archive.writestr("pack.toml", b"other")

    with pytest.raises(PackError, match="twice"):
        unpack(path, into)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(most_files=1), "more than 1 files"),
        (Limits(largest_file_bytes=1_000_000), "more than 1 MB"),
        (Limits(most_bytes=1_500_000), "far too large"),
        (Limits(free_bytes=1_000_000, steepest=10), "far too large"),
    ],
)
def test_bombs_are_not_unpacked(
    tmp_path: Path, into: Path, limits: Limits, words: str
) -> None:
    files = {"pack.toml": LIST, "a.bmp": bytes(2_000_000)}

    with pytest.raises(PackError, match=words):
        unpack(write_zip(tmp_path / "a.zip", files), into, limits)
    assert names_in(into) == []


def test_the_usual_limits_stop_a_bomb(tmp_path: Path, into: Path) -> None:
    files = {"pack.toml": LIST, **{f"{n}.bmp": bytes(20_000_000) for n in range(3)}}

    with pytest.raises(PackError, match="far too large"):
        unpack(write_zip(tmp_path / "a.zip", files), into)


def test_a_file_that_holds_more_than_it_says_is_cut_off(
    tmp_path: Path, into: Path
) -> None:
    path = write_zip(tmp_path / "a.zip", {"pack.toml": bytes(100_000)})
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)  # the size in the directory
    path.write_bytes(data)

    with pytest.raises(PackError):
        unpack(path, into)
    assert sum(file.stat().st_size for file in into.rglob("*")) <= 10


def test_a_directory_of_endless_length_is_not_read(tmp_path: Path, into: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"pack.toml": LIST})
    data = path.read_bytes()
    directory = data[data.index(b"PK\x01\x02") : data.rindex(b"PK\x05\x06")]
    many = directory * 100_000
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(many), data.index(directory), 0
    )
    path.write_bytes(data[: data.index(directory)] + many + end)

    with pytest.raises(PackError, match="no whole zip file"):
        unpack(path, into)


def test_a_locked_file_is_told(tmp_path: Path, into: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"pack.toml": LIST})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(PackError, match="password"):
        unpack(path, into)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_is_refused(
    tmp_path: Path, into: Path, method: int
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("pack.toml", LIST)

    with pytest.raises(PackError, match="unusual"):
        unpack(path, into)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_off_anywhere_is_no_zip(
    make_pack: MakePack, zipped: Zipped, into: Path, share: float
) -> None:
    path = zipped(make_pack("old"))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    with pytest.raises(PackError, match=r"zip file\. Make or copy it again"):
        unpack(path, into)


def test_damage_inside_is_noticed(tmp_path: Path, into: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"pack.toml": LIST * 50})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)

    with pytest.raises(PackError, match="no whole zip"):
        unpack(path, into)


def test_what_systems_add_is_passed_over(tmp_path: Path, into: Path) -> None:
    files = {
        "pack/pack.toml": LIST,
        "__MACOSX/pack/._pack.toml": b"x",
        "pack/.DS_Store": b"x",
        "pack/Thumbs.db": b"x",
        "pack/.pack.json": b"x",
    }

    unpack(write_zip(tmp_path / "a.zip", files), into)

    assert names_in(into) == ["pack", "pack/pack.toml"]


@pytest.mark.parametrize("code_page", ["utf-8", "cp866", "cp850", "cp932"])
def test_names_are_understood_in_the_code_page_of_any_country(
    tmp_path: Path, into: Path, code_page: str
) -> None:
    names = {"cp850": "façade été.jpg", "cp932": "肖像画.jpg"}
    name = names.get(code_page, "Дама под зонтом.jpg")
    stand_in = "x" * len(name.encode(code_page))
    path = write_zip(
        tmp_path / "a.zip",
        {stand_in: b"x", "pack.toml": LIST + f'image = "{name}"'.encode()},
    )
    data = path.read_bytes().replace(stand_in.encode(), name.encode(code_page))
    path.write_bytes(data)

    unpack(path, into)

    assert names_in(into) == sorted([name, "pack.toml"])


def test_folders_parted_the_way_of_windows_are_understood(
    tmp_path: Path, into: Path
) -> None:
    path = write_zip(tmp_path / "a.zip", {"a/pack.toml": LIST, "a/b.jpg": b""})
    path.write_bytes(path.read_bytes().replace(b"a/", b"a\\"))

    assert unpack(path, into) == into / "a"


def test_no_room_is_said_before_anything_is_written(
    make_pack: MakePack, zipped: Zipped, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(free=1000)
    monkeypatch.setattr(archives.shutil, "disk_usage", lambda _: usage)

    with pytest.raises(PackError, match="no room"):
        unpack(zipped(make_pack("old")), into)
    assert names_in(into) == []


def test_a_disk_that_fills_up_is_told(
    make_pack: MakePack, zipped: Zipped, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(make_pack("old"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(zipfile.ZipExtFile, "read", full)
        with pytest.raises(PackError, match="disk is full"):
            unpack(path, into)


def test_a_file_inside_a_file_is_no_zip(tmp_path: Path, into: Path) -> None:
    (tmp_path / "a.zip").write_bytes(io.BytesIO(b"PK\x05\x06").getvalue())

    with pytest.raises(PackError, match="no whole zip"):
        unpack(tmp_path / "a.zip", into)
