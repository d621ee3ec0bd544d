"""Folders and tables as people leave them."""

import os
from pathlib import Path

import pytest

from pipeline.evaluate.folders import (
    FolderError,
    catalogue_of,
    is_file,
    names_of,
    pictures_in,
    read_table,
)


def test_pictures_are_listed_by_name_and_nothing_else(tmp_path):
    for name in ("b.JPG", "a.png", "notes.txt", "catalogue.csv"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.jpg").mkdir()
    assert [path.name for path in pictures_in(tmp_path)] == ["a.png", "b.JPG"]


@pytest.mark.parametrize("name", ["a.gif", "a.avif", "a.jp2", "a.ppm", "a.jfif"])
def test_every_kind_that_can_be_read_is_listed(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    assert [path.name for path in pictures_in(tmp_path)] == [name]


@pytest.mark.parametrize("name", ["x" * 300, "x/" * 3000])
def test_a_name_that_no_folder_can_have_is_refused(tmp_path, name):
    with pytest.raises(FolderError):
        pictures_in(tmp_path / name)
    assert catalogue_of(tmp_path / name) == {}
    assert not is_file(tmp_path / name)
    with pytest.raises(FolderError):
        read_table(tmp_path / name)


@pytest.fixture
def ordinary_user(tmp_path, monkeypatch):
    """Run as somebody who may not read everything, with the folder at hand."""
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no such users")
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_folder_that_may_not_be_read_is_refused(tmp_path, mode, request):
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "a.png").write_bytes(b"")
    locked.chmod(mode)
    request.getfixturevalue("ordinary_user")
    with pytest.raises(FolderError, match=r"locked cannot be read: .*\."):
        pictures_in(Path("locked"))


def test_names_are_short_where_that_tells_files_apart():
    paths = [
        Path(name)
        for name in ("a.jpg", "anna.jpg", "Anna.png", "b.jpg", "b.jpg.png", "c.d.png")
    ]
    assert names_of(paths) == ["a", "anna.jpg", "Anna.png", "b", "b.jpg.png", "c.d"]


@pytest.mark.parametrize("name", ["missing", "empty", "file.jpg"])
def test_a_folder_without_pictures_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.jpg").write_bytes(b"")
    with pytest.raises(FolderError, match=r"is not a folder|holds no picture"):
        pictures_in(tmp_path / name)


def test_a_table_is_read_with_its_byte_order_mark(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("\ufefffile,race\na.jpg,X,more\n,Y\nb.jpg\n", encoding="utf-8")
    assert read_table(path) == [
        {"file": "a.jpg", "race": "X"},
        {"file": "b.jpg", "race": ""},
    ]


@pytest.mark.parametrize(
    "content", [b"name,race\na,b\n", b"", b"\xff\xfe\x00\x01file", None]
)
def test_a_table_that_is_none_is_refused(tmp_path, content):
    path = tmp_path / "table.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FolderError):
        read_table(path)


def test_a_folder_may_do_without_a_catalogue(tmp_path):
    assert catalogue_of(tmp_path) == {}
    (tmp_path / "catalogue.csv").write_text("file,faces\na.jpg,3\n", encoding="utf-8")
    assert catalogue_of(tmp_path)["a.jpg"]["faces"] == "3"
