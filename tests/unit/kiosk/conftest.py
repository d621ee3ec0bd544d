"""What tests of the application share: dressed Qt, small packs, a database server."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kiosk.log import PlainFormatter
from kiosk.theme import dress
from pipeline.images import write_image
from tests.postgres import Postgres, programs, running
from tests.sitters import PACK, write_sitters


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    dress(qapp)
    return qapp


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server, one for all tests."""
    folder = programs()
    if folder is None:
        pytest.skip("needs PostgreSQL: apt-get install postgresql")
    with running(folder) as server:
        yield server


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Undo what a test does to the logging of the whole process."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    hooks = sys.excepthook, threading.excepthook
    for handler in before:
        if isinstance(handler.formatter, PlainFormatter):
            root.removeHandler(handler)
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[[str], Path]:
    """Write a good pack of two paintings and return its folder."""

    def make(name: str = "pack") -> Path:
        folder = tmp_path / "packs" / name
        folder.mkdir(parents=True)
        text = PACK.format(name=name)
        (folder / "pack.toml").write_text(text, encoding="utf-8")
        for picture in ("lady.png", "lord.png"):
            write_image(folder / picture, np.full((40, 30, 3), 90, np.uint8))
        return folder

    return make


@pytest.fixture
def plain_image() -> Callable[[int, int, str], QImage]:
    """Make a picture of one colour."""

    def make(width: int, height: int, colour: str) -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        return image

    return make


@pytest.fixture(scope="session")
def sitters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one pack of two real faces."""
    return write_sitters(tmp_path_factory.mktemp("sitters"))
