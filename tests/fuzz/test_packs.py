"""Whatever a pack holds, plain problems come out and nothing gets outside."""

import contextlib
import io
import shutil
import stat
import string
import zipfile
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import PackError
from kiosk.packs.archive import unpack
from kiosk.packs.checking import check_pack
from kiosk.packs.manifest import pack_of
from kiosk.packs.mistakes import MOST_OF_ONE_TABLE
from kiosk.packs.reading import read_pack
from kiosk.packs.schema import FaceEntry, PackManifest, PaintingEntry, Rights
from kiosk.packs.store import PackStore
from kiosk.packs.zip_entries import Limits
from pipeline.images import write_image
from tests.sitters import PACK

FIELDS = sorted(
    {
        name
        for table in (PackManifest, PaintingEntry, FaceEntry, Rights)
        for name in table.model_fields
    }
)
GOOD = PACK.format(name="good")

dates = st.dates(date(1, 1, 1), date(9999, 12, 31))
moments = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))  # noqa: DTZ001 (TOML's local times)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
plain = st.one_of(
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    words,
    dates,
    moments,
    st.sampled_from(["lady.png", "../lady.png", "/etc/passwd", "LADY.png", "cc0"]),
)
keys = st.one_of(st.sampled_from(FIELDS), words)
values = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=20,
)
faces = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(FaceEntry.model_fields, values)
)
paintings = st.fixed_dictionaries(
    {"id": st.one_of(st.just("lady"), values)},
    optional={
        **{name: values for name in PaintingEntry.model_fields if name != "id"},
        "image": st.one_of(st.just("lady.png"), values),
        "title": st.one_of(st.just("A"), values),
        "faces": st.one_of(st.lists(faces, max_size=3), values),
    },
)
packs = st.fixed_dictionaries(
    {"id": st.one_of(st.just("good"), values), "title": st.one_of(words, values)},
    optional={
        **{
            name: values
            for name in PackManifest.model_fields
            if name not in {"id", "title"}
        },
        "paintings": st.one_of(st.lists(paintings, max_size=4), values),
    },
)
names = st.one_of(
    st.text(max_size=30),
    st.text("./\\aA:~ é\0", min_size=1, max_size=12),
    st.sampled_from(
        [
            "pack.toml",
            "a/pack.toml",
            "../x",
            "/x",
            "C:\\x",
            "lady.png",
            "nul",
            "a/",
            ".",
        ]
    ),
)


@pytest.fixture
def pack(fenced: Path) -> Path:
    """A good pack inside the fence."""
    folder = fenced / "pack"
    folder.mkdir()
    (folder / "pack.toml").write_text(GOOD)
    for name in ("lady.png", "lord.png"):
        write_image(folder / name, np.full((40, 30, 3), 90, np.uint8))
    return folder


def everything_around(folder: Path) -> set[str]:
    """What is in the folder of the fence, without what is inside."""
    fence = folder.parent
    return {
        str(path.relative_to(fence))
        for path in fence.parent.rglob("*")
        if path.is_relative_to(fence) and not path.is_relative_to(folder)
    } | {path.name for path in fence.parent.iterdir()}


def read_all(folder: Path) -> None:
    """Read and check a pack; both must come to an end with plain sentences."""
    for manifest, problems in (read_pack(folder), check_pack(folder)):
        assert manifest is not None or any(one.is_fatal for one in problems)
        assert len(problems) <= 20 * MOST_OF_ONE_TABLE
        for problem in problems:
            assert problem.words.endswith((".", "!"))
            assert problem.cure.endswith((".", "?"))
            assert problem.line().isprintable()
        if manifest is not None:
            for painting in pack_of(manifest, folder).paintings:
                assert painting.image.is_relative_to(folder)
                painting.title("de")
                painting.is_shown_on(date(2026, 1, 1))


@given(content=st.binary(max_size=300))
def test_any_bytes_for_a_list(pack: Path, content: bytes) -> None:
    (pack / "pack.toml").write_bytes(content)
    read_all(pack)


@given(content=st.text("[]{}\"'.=#\n ab1-:é\\u\0", max_size=200))
def test_any_text_that_looks_like_toml(pack: Path, content: str) -> None:
    (pack / "pack.toml").write_text(content, encoding="utf-8")
    read_all(pack)


@given(
    place=st.integers(0, len(GOOD) - 1),
    length=st.integers(0, 30),
    new=st.text(string.printable, max_size=30),
)
def test_a_good_list_with_a_part_replaced(
    pack: Path, place: int, length: int, new: str
) -> None:
    text = GOOD[:place] + new + GOOD[place + length :]
    (pack / "pack.toml").write_text(text, encoding="utf-8")
    read_all(pack)


@given(tables=packs)
def test_any_values_in_the_right_fields(pack: Path, tables: dict[str, object]) -> None:
    try:
        text = tomlkit.dumps(tables)
    except Exception:  # noqa: BLE001 - what cannot be TOML cannot be in a pack either
        return
    (pack / "pack.toml").write_text(text, encoding="utf-8")
    read_all(pack)


@given(
    entries=st.lists(
        st.tuples(
            names,
            st.sampled_from([GOOD.encode(), b"", b"x" * 5000]),
            st.sampled_from(
                [0, stat.S_IFREG, stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO]
            ),
            st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
        ),
        max_size=6,
    )
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_names_and_kinds_in_a_zip(
    fenced: Path, entries: list[tuple[str, bytes, int, int]]
) -> None:
    around = everything_around(fenced)
    path = fenced / "any.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content, kind, method in entries:
            info = zipfile.ZipInfo("x")
            info.filename = name.encode("utf-8", "replace").decode()
            info.external_attr = kind << 16
            archive.writestr(info, content, method)
    _unpack(path, fenced / "into")
    assert everything_around(fenced) == around


@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)),
        min_size=1,
        max_size=8,
    ),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
)
def test_a_good_zip_with_bytes_changed_is_installed_whole_or_not_at_all(
    pack: Path, changes: list[tuple[float, int]], kept: float
) -> None:
    fenced = pack.parent
    around = everything_around(fenced)
    good = io.BytesIO()
    with zipfile.ZipFile(good, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(pack.iterdir()):
            archive.write(file, file.name)
    data = bytearray(good.getvalue())
    for place, value in changes:
        data[int(place * len(data))] = value
    path = fenced / "changed.zip"
    path.write_bytes(data[: int(kept * len(data))])
    store = PackStore(fenced / "store")
    try:
        installed = store.install(path)
    except PackError:
        assert store.list() == ()
    else:
        assert store.list()[0].pack == installed.pack
        store.remove(installed.pack.id)
    assert everything_around(fenced) == around
    assert not list(store.folder.glob(".incoming-*"))


@given(content=st.binary(max_size=400))
def test_any_bytes_for_a_zip(fenced: Path, content: bytes) -> None:
    around = everything_around(fenced)
    path = fenced / "any.zip"
    path.write_bytes(b"PK\x03\x04" + content)
    _unpack(path, fenced / "into")
    assert everything_around(fenced) == around


@given(content=st.one_of(st.binary(max_size=200), st.text('{}[]":,ab10-', max_size=80)))
def test_any_index(pack: Path, content: bytes | str) -> None:
    store = PackStore(pack.parent / "store")
    store.install(pack)
    data = content.encode() if isinstance(content, str) else content
    (store.folder / "installed.json").write_bytes(data)
    assert [one.pack.id for one in store.list()] in ([], ["good"])
    store.install(pack)
    assert [one.pack.id for one in store.list()] == ["good"]


def _unpack(path: Path, into: Path) -> None:
    into.mkdir()
    try:
        with contextlib.suppress(PackError):
            folder = unpack(path, into, Limits(most_bytes=100_000))
            assert folder.is_relative_to(into)
            assert not any(found.is_symlink() for found in into.rglob("*"))
    finally:
        shutil.rmtree(into)
