"""Which cameras there are, and which one is meant."""

from pathlib import Path

import pytest

from pipeline.sources.cameras import (
    PROBED,
    Camera,
    choose_camera,
    known_cameras,
    named_cameras,
    probed_cameras,
)

CAMERAS = [
    Camera(0, "Integrated Camera"),
    Camera(2, "Logitech C920"),
    Camera(4, "C920"),
]


def add(root: Path, number: str, name: str | None, index: str | None) -> None:
    folder = root / "listing" / f"video{number}"
    folder.mkdir(parents=True)
    (root / "dev").mkdir(exist_ok=True)
    (root / "dev" / f"video{number}").touch()
    if name is not None:
        (folder / "name").write_text(name + "\n")
    if index is not None:
        (folder / "index").write_text(index + "\n")


def test_linux_names_its_cameras(tmp_path):
    add(tmp_path, "10", "Logitech C920", "0")
    add(tmp_path, "11", "Logitech C920", "1")
    add(tmp_path, "2", "Integrated Camera", "0")
    add(tmp_path, "3", None, None)
    add(tmp_path, "x", "no number", "0")
    add(tmp_path, "5", "gone", "0")
    (tmp_path / "dev" / "video5").unlink()
    assert named_cameras(tmp_path / "listing", tmp_path / "dev") == [
        Camera(2, "Integrated Camera"),
        Camera(3, "camera 3"),
        Camera(10, "Logitech C920"),
    ]


def test_no_listing_means_no_cameras(tmp_path):
    assert named_cameras(tmp_path / "missing", tmp_path) == []


def test_elsewhere_the_first_numbers_are_opened_and_let_go():
    released = []

    class FakeVideo:
        def __init__(self, index: int) -> None:
            self._index = index

        def isOpened(self) -> bool:  # noqa: N802  OpenCV's name
            return self._index in (0, 2)

        def release(self) -> None:
            released.append(self._index)

    found = probed_cameras(lambda target, backend: FakeVideo(target))
    assert found == [Camera(0, "camera 0"), Camera(2, "camera 2")]
    assert released == list(range(PROBED))


def test_known_cameras_off_linux_takes_the_first_for_granted(monkeypatch):
    monkeypatch.setattr("platform.system", lambda: "Windows")
    assert known_cameras() == [Camera(0, "camera 0")]


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (None, 0),
        (2, 2),
        ("logitech", 2),
        ("C920", 4),
        (" integrated camera ", 0),
        ("920", 2),
        (7, 7),
    ],
)
def test_the_camera_that_is_meant(wanted, index):
    chosen = choose_camera(wanted, CAMERAS)
    assert chosen is not None
    assert chosen.index == index


def test_none_fits():
    assert choose_camera("Sony", CAMERAS) is None
    assert choose_camera(None, []) is None
