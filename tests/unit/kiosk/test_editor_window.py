from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.current import CurrentSettings
from kiosk.editor_window import EditorWindow
from kiosk.packs.editing.saving import FolderHome


@pytest.fixture
def desk(
    dressed: object,
    make_pack: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[EditorWindow]:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    settings = CurrentSettings.usual(tmp_path / "settings.toml")
    home = FolderHome(make_pack("town"))
    desk = EditorWindow(dressed, settings, [home], (900, 700))
    desk.start()
    yield desk
    desk.stop()


def test_lists_the_paintings_and_opens_one(desk: EditorWindow, qtbot: QtBot) -> None:
    lines = desk.list.page.lines
    assert [line.key for line in lines] == ["town/lady", "town/lord"]
    qtbot.waitUntil(lambda: all(line.thumb.complete for line in lines), timeout=20_000)

    lines[1].click()
    assert desk.window.currentWidget() is desk.room.screen
    desk.room.screen.close_button.click()

    assert desk.window.currentWidget() is desk.list


def test_a_painting_that_is_not_there_is_not_opened(desk: EditorWindow) -> None:
    desk.open("town/nobody")

    assert desk.window.currentWidget() is desk.list


def test_a_saved_pack_is_noted_with_its_version(desk: EditorWindow) -> None:
    desk.room.saved.emit("town")

    assert desk.saved == [("town", "1")]
