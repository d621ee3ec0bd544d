import cv2
import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.widgets.qr import QUIET_MODULES, QrCode, encoded

LINK = "https://t.me/VernissageMuseumBot?start=Zk3v0Qm5yB1n8u2XcR7pLw"


@pytest.fixture
def qr(dressed, qtbot: QtBot) -> QrCode:
    qr = QrCode(None)
    qtbot.addWidget(qr)
    qr.resize(300, 260)
    qr.show()
    return qr


@pytest.mark.parametrize(
    "words", [LINK, "https://museum.example/" + "Zk3v0Qm5yB" * 18, "Привет", "1"]
)
@pytest.mark.parametrize("size", [(260, 260), (301, 420), (777, 503)])
def test_what_is_drawn_can_be_read(
    qr: QrCode, words: str, size: tuple[int, int]
) -> None:
    qr.resize(*size)
    assert qr.show_words(words)

    assert _read(_drawn(qr)) == words


def test_every_module_is_of_whole_pixels_and_pure(qr: QrCode) -> None:
    qr.show_words(LINK)
    drawn = _drawn(qr)
    side = round(qr.code_side_px())
    module = side // qr.modules
    left, top = (300 - side) // 2, (260 - side) // 2
    code = drawn[top : top + side, left : left + side]

    assert set(np.unique(code)) == {0, 255}
    border = QUIET_MODULES * module
    modules = code[border:-border:module, border:-border:module] == 0
    assert np.array_equal(modules, np.array(encoded(LINK)))
    assert np.array_equal(
        code[border:-border, border:-border] == 0,
        np.kron(modules, np.ones((module, module), bool)),
    )


def test_the_border_is_white(qr: QrCode) -> None:
    qr.show_words(LINK)
    drawn = _drawn(qr)
    side = round(qr.code_side_px())
    border = QUIET_MODULES * side // qr.modules
    left, top = (300 - side) // 2, (260 - side) // 2
    code = drawn[top : top + side, left : left + side].copy()
    code[border:-border, border:-border] = 255

    assert (code == 255).all()


def test_words_too_long_for_any_code_make_none(qr: QrCode) -> None:
    assert qr.show_words("x" * 5000) is False
    assert qr.modules == 0
    assert _read(_drawn(qr)) == ""


def test_no_words_make_no_code(qr: QrCode) -> None:
    assert qr.show_words("") is False


def test_forgetting_leaves_nothing(qr: QrCode) -> None:
    qr.show_words(LINK)
    qr.forget()

    assert qr.modules == 0
    assert len(np.unique(_drawn(qr))) == 1


def _drawn(qr: QrCode) -> np.ndarray:
    image = qr.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].copy()


def _read(drawn: np.ndarray) -> str:
    return cv2.QRCodeDetectorAruco().detectAndDecode(drawn)[0]
