"""What tests of the application share: Qt, small packs, a database, a kiosk."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.easel import Easel
from kiosk.log import PlainFormatter
from kiosk.packs.library import open_library
from kiosk.rehearsal.loopback import LoopbackService
from kiosk.theme import dress
from pipeline.images import write_image
from tests.postgres import Postgres, programs, running
from tests.sitters import PACK, write_sitters
from tests.visiting import House


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


@pytest.fixture(scope="module")
def easel() -> Easel:
    """Opened once: engine and paintings stay ready from test to test."""
    return Easel()


@pytest.fixture
def make_house(
    dressed: QApplication, qtbot: QtBot, sitters: Path, tmp_path: Path, easel: Easel
) -> Iterator[Callable[..., House]]:
    """Open kiosks, whose settings are given as ``visit__countdown_s=5``."""
    made = []

    def make(**given: object) -> House:
        said = {tuple(name.split("__")): value for name, value in given.items()}
        library = open_library(sitters)
        house = House(dressed, qtbot, library, tmp_path, easel, said)
        made.append(house)
        house.open()
        return house

    yield make
    for house in made:
        house.close()


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


@pytest.fixture
def service() -> Iterator[LoopbackService]:
    with LoopbackService() as listening:
        yield listening
