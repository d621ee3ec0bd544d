"""The pack of a draft, whole or not at all."""

import errno
import shutil
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.checking import check_pack
from kiosk.packs.making.draft import draft_pack
from kiosk.packs.making.writing import head_for, write_pack
from kiosk.packs.problems import any_fatal
from kiosk.packs.store import PackStore


@pytest.fixture
def made(folder, table, tmp_path):
    path = table(
        "file;title;title:de;description;rights;year",
        'lady.jpg;"The ""lady""";Die Dame;"One.\nTwo \\ three.";cc0;1884',
    )
    place = folder("lady.jpg", "Größe.jpg")
    draft = draft_pack(place, path)
    return write_pack(draft, head_for(place), tmp_path / "out" / "pack")


def test_the_pack_can_be_installed_as_it_is(made, tmp_path):
    manifest, problems = check_pack(made.folder)
    assert not any_fatal(problems)
    assert made.paintings == 2
    installed = PackStore(tmp_path / "packs").install(made.folder)
    lady, other = installed.pack.paintings
    assert lady.titles == {"en": 'The "lady"', "de": "Die Dame"}
    assert lady.description() == "One.\nTwo \\ three."
    assert other.title() == "Größe"
    assert manifest is not None
    assert manifest.id == "pictures"


def test_nothing_is_overwritten(made, folder):
    draft = draft_pack(folder(), None)
    before = sorted(path.name for path in made.folder.iterdir())
    with pytest.raises(PackError, match="nothing is overwritten"):
        write_pack(draft, head_for(folder()), made.folder)
    assert sorted(path.name for path in made.folder.iterdir()) == before


def test_an_empty_folder_may_be_filled_and_the_pictures_stay(folder, tmp_path):
    place, target = folder("a.jpg"), tmp_path / "empty"
    target.mkdir()
    write_pack(draft_pack(place, None), head_for(place), target)
    assert (target / "pack.toml").is_file()
    assert sorted(path.name for path in place.iterdir()) == ["a.jpg"]


def test_broken_pictures_are_left_out_and_told(folder, tmp_path):
    place = folder("a.jpg", "b.jpg")
    (place / "b.jpg").write_bytes((place / "b.jpg").read_bytes()[:50])
    (place / "c.jpg").write_bytes(b"<svg onload='x'/>")
    made = write_pack(draft_pack(place, None), head_for(place), tmp_path / "out")
    assert made.paintings == 1
    assert [problem.file for problem in made.problems] == ["b.jpg", "c.jpg"]
    assert not any_fatal(check_pack(made.folder).problems)


def test_a_folder_of_broken_pictures_makes_no_pack(folder, tmp_path):
    place = folder()
    (place / "c.jpg").write_bytes(b"nothing")
    with pytest.raises(PackError, match=r"c\.jpg"):
        write_pack(draft_pack(place, None), head_for(place), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_nothing(folder, tmp_path, monkeypatch):
    place = folder("a.jpg", "b.jpg")
    copied = []

    def full(source, target):
        if copied:
            raise OSError(errno.ENOSPC, "no space")
        copied.append(target)
        target.write_bytes(b"half")

    monkeypatch.setattr(shutil, "copyfile", full)
    target = tmp_path / "out"
    with pytest.raises(PackError, match="disk is full"):
        write_pack(draft_pack(place, None), head_for(place), target)
    assert [path.name for path in tmp_path.iterdir()] == ["pictures"]


def test_too_little_room_is_told_before_anything_is_written(
    folder, tmp_path, monkeypatch
):
    place = folder("a.jpg")
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(PackError, match="no room"):
        write_pack(draft_pack(place, None), head_for(place), tmp_path / "out")


def test_whoever_stops_it_leaves_nothing(folder, tmp_path):
    place = folder("a.jpg", "b.jpg")

    def stop(done, whole):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pack(draft_pack(place, None), head_for(place), tmp_path / "out", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["pictures"]


@pytest.mark.parametrize(
    ("name", "pack_id", "title"),
    [
        ("Stadt_museum", "stadt-museum", "Stadt museum"),
        ("Музей", "paintings-7f76f5bd", "Музей"),
        ("con", "con-pack", "Con"),
        ("file", "file-pack", "File"),
    ],
)
def test_the_folder_names_the_pack(tmp_path, name, pack_id, title):
    head = head_for(tmp_path / name)
    assert (head.id, head.title) == (pack_id, title)


@pytest.mark.parametrize("pack_id", ["", "A", "../x", "file", "con"])
def test_an_id_that_cannot_be_is_told(tmp_path, pack_id):
    with pytest.raises(PackError, match="no id for a pack"):
        head_for(tmp_path, pack_id=pack_id)


def test_a_stick_that_is_pulled_half_way_leaves_no_half_pack(folder, tmp_path):
    place = folder("a.jpg", "b.jpg", "c.jpg")
    draft = draft_pack(place, None)

    def pull(done, whole):
        shutil.rmtree(place, ignore_errors=True)

    with pytest.raises(PackError, match="Leave the stick in"):
        write_pack(draft, head_for(place), tmp_path / "out", pull)
    assert list(tmp_path.iterdir()) == []


def test_titles_in_other_scripts_get_ids_of_their_own():
    ids = {
        head_for(Path("x"), title=title).id for title in ("Музей", "Школа", "Музей 2")
    }
    assert len(ids) == 3
    assert all(one.startswith("paintings") for one in ids)
