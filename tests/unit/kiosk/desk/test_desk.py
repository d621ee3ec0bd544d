"""The staff's wishes on the real pages, written into a real file and log."""

import zipfile

import pytest
from PySide6.QtCore import QObject

from kiosk.current import CurrentSettings
from kiosk.desk.desk import Desk
from kiosk.desk.door import Door
from kiosk.desk.health import Examiner
from kiosk.exhibition import Exhibition
from kiosk.handover.standing import Standing
from kiosk.language import Languages
from kiosk.packs.library import open_library
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.pulse import Pulse
from kiosk.screens.pin import PinScreen
from kiosk.screens.setup import SetupScreen
from kiosk.screens.staff import StaffScreen
from kiosk.screens.staff_pages.setting_line import SettingLine
from kiosk.settings.read import load_or_default
from kiosk.staff.errors_seen import ErrorsSeen
from kiosk.staff.facts import Condition, Rank, Topic
from kiosk.staff.pins import PinStore
from kiosk.storage.recorder import SessionLog
from kiosk.storage.sessions import Outcome
from kiosk.tasks import Tasks

PATIENCE_MS = 5000


class Office:
    """A desk with everything on it."""

    def __init__(self, qtbot, library, folder, builtin, mistakes=""):
        self.qtbot, self.folder = qtbot, folder
        self.path = folder / "vernissage.toml"
        self.owner, self.tasks = QObject(), Tasks()
        self.settings = CurrentSettings(load_or_default(self.path)[0], mistakes)
        now = self.settings.now
        self.exhibition = Exhibition(library, None, now.paintings.order)
        self.languages = Languages("en", now.visit.languages)
        self.log = SessionLog(folder, engine="mesh", kiosk_version="1")
        self.pins = PinStore(folder / "pins.json")
        self.screen = StaffScreen(2.0)
        pin, setup = PinScreen(2.0), SetupScreen(2.0)
        for screen in (self.screen, pin, setup):
            qtbot.addWidget(screen)
            screen.resize(540, 960)
        self.errors = ErrorsSeen()
        self.stock = Stock(PackStore(folder / "packs"), builtin)
        pulse = Pulse(None)
        self.examiner = Examiner(
            pulse, self.settings, self.log, Standing, self.errors, folder
        )
        self.desk = Desk(
            self.screen,
            Door(self.pins, pin, setup, self.tasks, self.owner),
            self.pins,
            self.settings,
            self.exhibition,
            self.languages,
            self.log,
            self.examiner,
            self.stock,
            folder / "fetched",
            folder / "making",
            self.tasks,
            self.tasks,
            self.owner,
        )
        self.said = []
        say = self.screen.say
        self.screen.say = lambda words: (self.said.append(words), say(words))

    def close(self):
        self.desk.parcels.end()
        self.desk.collections.end()
        self.desk.maker.end()
        self.tasks.close()
        self.log.close()

    def open(self, rank=Rank.OWNER):
        self.desk.open(rank, maintenance=False)
        self.settle()

    def settle(self):
        """Wait until everything that was asked for is done."""
        done = []
        self.tasks.run(lambda: True, done.append, done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)

    @property
    def words(self):
        """What was said last."""
        return [words for words in self.said if words][-1]

    def text(self):
        return self.path.read_text(encoding="utf-8")


@pytest.fixture
def make_office(dressed, qtbot, sitters, tmp_path, monkeypatch):
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    made = []

    def make(**more):
        office = Office(qtbot, open_library(sitters), tmp_path, sitters, **more)
        made.append(office)
        return office

    yield make
    for office in made:
        office.close()


@pytest.fixture
def office(make_office):
    office = make_office()
    office.open()
    return office


def test_what_can_be_chosen_is_laid_out_before_anybody_is_in(make_office):
    office = make_office()
    office.desk.lay_out()

    lines = office.screen.settings.findChildren(SettingLine)
    assert {line.row.name for line in lines} >= {"visit.language", "camera.source"}
    office.open()
    assert office.screen.settings.line("visit.language") in lines


def test_opening_gathers_how_everything_is_once(make_office, monkeypatch):
    office, gathered = make_office(), []
    facts = office.examiner.facts
    monkeypatch.setattr(
        office.examiner, "facts", lambda: gathered.append(True) or facts()
    )
    office.open()
    assert gathered == [True]
    assert office.screen.health.lines


def test_a_setting_is_written_and_in_force(office, qtbot):
    with qtbot.waitSignal(office.settings.changed, timeout=PATIENCE_MS):
        office.screen.setting_changed.emit("visit.auto_shutter", True)
    assert office.settings.now.visit.auto_shutter
    assert "auto_shutter = true" in office.text()
    assert office.words == "Saved."


def test_two_settings_changed_at_once_are_both_kept(office):
    office.screen.setting_changed.emit("visit.countdown_s", 5)
    office.screen.setting_changed.emit("visit.language", "de")
    office.settle()
    assert office.settings.now.visit.countdown_s == 5
    assert office.settings.now.visit.language == "de"


@pytest.mark.parametrize(("value", "kept"), [("camera:1", "camera:1"), ("", None)])
def test_the_first_camera_is_the_one_without_a_name(office, value, kept):
    office.screen.setting_changed.emit("camera.source", "demo")
    office.settle()
    office.screen.setting_changed.emit("camera.source", value)
    office.settle()
    assert office.settings.now.camera.source == kept


def test_a_refused_write_is_said_and_the_page_shows_what_is_in_force(office):
    rows = []
    office.screen.set_settings = rows.append
    office.screen.setting_changed.emit("visit.countdown_s", 99)
    office.settle()
    assert "visit.countdown_s" in office.words
    assert office.settings.now.visit.countdown_s == 3
    (shown,) = rows
    value = {row.name: row.value for row in shown}["visit.countdown_s"]
    assert value == 3


def test_a_file_that_cannot_be_written_is_said(office):
    office.path.mkdir()
    office.screen.setting_changed.emit("visit.countdown_s", 5)
    office.settle()
    assert str(office.path) in office.words
    assert office.settings.now.visit.countdown_s == 3


def test_paintings_are_switched_and_ordered_for_good(office, make_office, qtbot):
    lady = office.screen.paintings.line("pack/lady")
    with qtbot.waitSignal(office.desk.arranged, timeout=PATIENCE_MS):
        lady.down.click()
    keys = [painting.key for painting in office.exhibition.shown]
    assert keys == ["pack/lord", "pack/lady"]
    with qtbot.waitSignal(office.desk.arranged, timeout=PATIENCE_MS):
        office.screen.paintings_changed.emit(["pack/lord", "pack/lady"], ["pack/lord"])
    assert [one.key for one in office.exhibition.shown] == ["pack/lady"]

    other = make_office()
    assert [one.key for one in other.exhibition.all] == keys
    assert other.settings.now.paintings.hidden == ("pack/lord",)


def test_the_last_painting_cannot_be_switched_off(office):
    """An empty wall helps nobody: page and exhibition both see to it."""
    office.screen.paintings.line("pack/lady").switch.click()
    office.settle()
    office.screen.paintings.line("pack/lord").switch.click()
    office.settle()
    assert office.exhibition.shown


def test_the_bundle_is_written_and_named(office, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    office.screen.bundle_wanted.emit(str(stick))
    office.settle()
    (path,) = stick.iterdir()
    assert path.name in office.words
    names = zipfile.ZipFile(path).namelist()
    assert names
    assert not [name for name in names if "pin" in name or name.endswith(".db")]


def test_a_stick_that_was_pulled_out_is_said(office, tmp_path):
    office.screen.bundle_wanted.emit(str(tmp_path / "gone"))
    office.settle()
    assert "Written" not in office.words
    assert office.words.endswith(".")


def test_a_pin_is_changed(office):
    office.screen.pin_change_wanted.emit(Rank.STAFF, "7034")
    office.settle()
    assert office.words == "The PIN is changed."
    assert office.pins.check("7034") is Rank.STAFF


@pytest.mark.parametrize("pin", ["0000", "58261", "12"])
def test_a_refused_pin_is_said_and_the_old_one_stays(office, pin):
    office.pins.set_pin(Rank.OWNER, "58261")
    office.pins.set_pin(Rank.STAFF, "7034")
    office.screen.pin_change_wanted.emit(Rank.STAFF, pin)
    office.settle()
    assert office.words != "The PIN is changed."
    assert office.pins.check("7034") is Rank.STAFF


def test_todays_figures_are_those_of_the_log(office):
    for outcome in (Outcome.COMPLETED, Outcome.DECLINED):
        office.log.begin("en")
        office.log.note("result", "pack/lady")
        office.log.end(outcome)
    assert office.log.flush(5.0)
    told = []
    office.screen.set_today = lambda figures, titles: told.append((figures, titles))
    office.screen.page_shown.emit("today")
    office.settle()
    figures, titles = told[-1]
    assert (figures.visits, figures.completed, figures.declined) == (2, 1, 1)
    assert titles["pack/lady"] == "A lady"


def test_figures_that_cannot_be_read_are_said(office, monkeypatch):
    def broken():
        raise OSError("on fire")

    monkeypatch.setattr(office.log, "file", broken)
    office.screen.page_shown.emit("today")
    office.settle()
    assert "inside the program" in office.words


def test_opening_shows_everything_as_it_is(office):
    office.settings.take(office.settings.write({"visit.countdown_s": 7}))
    rows, places = [], []
    office.screen.set_settings = rows.append
    office.screen.set_folders = places.append
    office.open(Rank.STAFF)
    assert {row.name: row.value for row in rows[-1]}["visit.countdown_s"] == 7
    assert len(places) == 1


@pytest.mark.parametrize("on", [True, False])
def test_maintenance_and_closing_are_passed_on(office, qtbot, on):
    with qtbot.waitSignal(office.desk.maintenance_toggled) as told:
        office.screen.maintenance_toggled.emit(on)
    assert told.args == [on]
    with qtbot.waitSignal(office.desk.close_wanted):
        office.screen.close_wanted.emit()


def test_health_tells_of_wrong_settings_and_of_a_quiet_log(make_office):
    office = make_office(mistakes="visit.hints must be one, all or off.")
    facts = {fact.topic: fact for fact in office.examiner.facts()}
    assert facts[Topic.SETTINGS].condition is not Condition.GOOD
    assert "visit.hints" in facts[Topic.SETTINGS].sentence
    assert facts[Topic.DISK].value
    office.log.flush(5.0)
    facts = {fact.topic: fact for fact in office.examiner.facts()}
    assert facts[Topic.SESSION_LOG].condition is Condition.GOOD


def test_health_tells_of_a_log_that_was_set_aside(make_office, tmp_path):
    from kiosk.storage.database import FILE_NAME

    (tmp_path / FILE_NAME).write_bytes(b"rubbish" * 1000)
    office = make_office()

    def condition():
        facts = {fact.topic: fact for fact in office.examiner.facts()}
        return facts[Topic.SESSION_LOG].condition

    office.qtbot.waitUntil(lambda: condition() is Condition.WATCH, timeout=PATIENCE_MS)
