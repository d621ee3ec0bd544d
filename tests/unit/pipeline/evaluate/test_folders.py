"""Folders and tables as people leave them."""

import pytest

from pipeline.evaluate.folders import (
    FolderError,
    catalogue_of,
    pictures_in,
    read_table,
)


def test_pictures_are_listed_by_name_and_nothing_else(tmp_path):
    for name in ("b.JPG", "a.png", "notes.txt", "catalogue.csv"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.jpg").mkdir()
    assert [path.name for path in pictures_in(tmp_path)] == ["a.png", "b.JPG"]


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
