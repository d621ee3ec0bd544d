import json
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.staff import pins
from kiosk.staff.facts import Rank
from kiosk.staff.pins import PinFlaw, PinStore, flaw_of


class Clocks:
    """The clock on the wall and the monotonic one, moved by hand."""

    def __init__(self) -> None:
        self.wall_s = 1.8e9
        self.mono_s = 100.0

    def pass_s(self, seconds: float) -> None:
        self.wall_s += seconds
        self.mono_s += seconds

    def store(self, path: Path) -> PinStore:
        return PinStore(path, lambda: self.wall_s, lambda: self.mono_s)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "_SCRYPT_N", 2)  # the real cost has its own test


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "pins.json"


def wrong_tries(store: PinStore, clocks: Clocks, number: int) -> list[float]:
    waits_s = []
    for _ in range(number):
        clocks.pass_s(store.wait_s())
        assert store.check("9991") is None
        waits_s.append(store.wait_s())
    return waits_s


def test_without_a_file_no_pin_is_in_force(path: Path) -> None:
    store = PinStore(path)

    assert not store.exists
    assert not store.has_owner
    assert store.check("0000") is None
    assert store.check("") is None
    assert not path.parent.exists()


def test_each_rank_has_its_own_pin(path: Path) -> None:
    first = PinStore(path)
    assert first.set_pin(Rank.OWNER, "73910462") is None
    assert first.set_pin(Rank.STAFF, "4826") is None

    for store in (first, PinStore(path)):
        assert store.exists
        assert store.has_owner
        assert store.check("73910462") is Rank.OWNER
        assert store.check("4826") is Rank.STAFF
        assert store.check("4827") is None


def test_a_new_pin_takes_the_place_of_the_last(path: Path) -> None:
    store = PinStore(path)
    store.set_pin(Rank.OWNER, "7391")
    store.set_pin(Rank.OWNER, "8402")

    assert store.check("7391") is None
    assert store.check("8402") is Rank.OWNER


@pytest.mark.parametrize(
    "pin", ["", "123", "739104628", "73 1", "73a1", "٧٣٩١", "-739"]
)
def test_other_things_than_four_to_eight_digits_are_refused(pin: str) -> None:
    assert flaw_of(pin) is PinFlaw.LENGTH


@pytest.mark.parametrize(
    "pin", ["0000", "1111", "77777777", "1234", "4321", "7890", "56789", "0987"]
)
def test_obvious_pins_are_refused(path: Path, pin: str) -> None:
    assert PinStore(path).set_pin(Rank.OWNER, pin) is PinFlaw.OBVIOUS
    assert not path.exists()


@pytest.mark.parametrize("pin", ["1212", "2580", "0852", "90909"])
def test_patterns_on_the_pad_are_refused(pin: str) -> None:
    assert flaw_of(pin) is PinFlaw.OBVIOUS


@pytest.mark.parametrize("pin", ["7391", "1243", "1221", "12345679"])
def test_other_pins_are_good(pin: str) -> None:
    assert flaw_of(pin) is None


def test_the_two_ranks_may_not_have_the_same_pin(path: Path) -> None:
    store = PinStore(path)
    store.set_pin(Rank.OWNER, "7391")

    assert store.set_pin(Rank.STAFF, "7391") is PinFlaw.TAKEN
    assert store.set_pin(Rank.OWNER, "7391") is None
    assert store.check("7391") is Rank.OWNER


def test_the_file_holds_no_pin_and_is_for_its_owner_only(path: Path) -> None:
    PinStore(path).set_pin(Rank.OWNER, "73910462")

    assert "73910462" not in path.read_text(encoding="utf-8")
    assert list(path.parent.iterdir()) == [path]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_same_pin_looks_different_in_another_kiosk(tmp_path: Path) -> None:
    for name in ("a", "b"):
        PinStore(tmp_path / name).set_pin(Rank.OWNER, "7391")

    first, second = (
        json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in "ab"
    )
    assert first["pins"]["OWNER"] != second["pins"]["OWNER"]


def test_a_check_costs_what_guessing_should_cost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    asked = []
    scrypt = pins.hashlib.scrypt
    monkeypatch.setattr(
        pins.hashlib, "scrypt", lambda *a, **k: asked.append(k) or scrypt(*a, **k)
    )
    store = PinStore(path)
    store.set_pin(Rank.OWNER, "7391")

    assert store.check("7391") is Rank.OWNER
    assert len(asked) == 2
    assert all(each["n"] * each["r"] * 128 >= 32 * 2**20 for each in asked)


def test_wrong_tries_slow_down_up_to_a_quarter_of_an_hour(
    path: Path, clocks: Clocks
) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")

    waits_s = wrong_tries(store, clocks, 12)

    assert waits_s[:5] == [0.0, 0.0, 5.0, 10.0, 20.0]
    assert waits_s[-3:] == [640.0, 900.0, 900.0]


def test_who_tries_during_the_wait_is_not_listened_to(
    path: Path, clocks: Clocks
) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    wrong_tries(store, clocks, 3)

    assert store.check("7391") is None
    assert store.check("9991") is None
    assert store.wait_s() == 5.0

    clocks.pass_s(5.0)
    assert store.check("7391") is Rank.OWNER


def test_the_right_pin_forgives_the_wrong_ones(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    wrong_tries(store, clocks, 5)
    clocks.pass_s(store.wait_s())
    store.check("7391")

    assert wrong_tries(clocks.store(path), clocks, 3) == [0.0, 0.0, 5.0]


def test_a_restart_does_not_shorten_the_wait(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    wrong_tries(store, clocks, 6)
    assert store.wait_s() == 40.0

    clocks.pass_s(15.0)
    clocks.mono_s = 3.0  # the computer was switched off and on
    again = clocks.store(path)

    assert again.wait_s() == 25.0
    assert again.check("7391") is None
    clocks.pass_s(25.0)
    assert wrong_tries(again, clocks, 1) == [80.0]


def test_a_clock_set_back_neither_locks_for_ever_nor_frees_early(
    path: Path, clocks: Clocks
) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    wrong_tries(store, clocks, 6)

    clocks.wall_s -= 10 * 365 * 86400
    assert store.wait_s() == 40.0
    again = clocks.store(path)
    assert again.wait_s() == 40.0

    clocks.pass_s(40.0)
    assert again.check("7391") is Rank.OWNER


def test_a_clock_set_on_while_it_runs_frees_nobody(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    wrong_tries(store, clocks, 6)

    clocks.wall_s += 86400.0

    assert store.wait_s() == 40.0


def test_the_tries_of_yesterday_are_forgotten(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    wrong_tries(store, clocks, 12)

    clocks.pass_s(13 * 3600.0)

    assert wrong_tries(store, clocks, 1) == [0.0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"version": 1}',
        '{"version": 1, "salt": "00", "pins": {}, "wrong": 0, "wrong_at_s": 0}',
    ],
)
def test_a_damaged_file_shuts_the_staff_area(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    store = PinStore(path)

    assert store.exists
    assert not store.has_owner
    assert "Delete the file" in store.trouble
    assert store.check("0000") is None
    with pytest.raises(KioskError, match="Delete the file"):
        store.set_pin(Rank.OWNER, "7391")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 2),
        ("salt", "zz" * 16),
        ("salt", None),
        ("pins", {"OWNER": "00"}),
        ("pins", {"GUEST": "00" * 32}),
        ("wrong", -1),
        ("wrong", "3"),
        ("wrong_at_s", float("inf")),
        ("wrong_at_s", None),
    ],
)
def test_no_part_of_the_file_is_believed(path: Path, key: str, value: object) -> None:
    PinStore(path).set_pin(Rank.OWNER, "7391")
    values = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**values, key: value}), encoding="utf-8")

    store = PinStore(path)

    assert store.trouble
    assert store.check("7391") is None


def test_deleting_the_damaged_file_is_the_way_out(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    assert PinStore(path).trouble
    path.unlink()

    store = PinStore(path)

    assert not store.exists
    assert store.set_pin(Rank.OWNER, "7391") is None


def test_a_disk_that_refuses_is_said_and_nothing_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = PinStore(path)
    store.set_pin(Rank.OWNER, "7391")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KioskError, match="No space left"):
        store.set_pin(Rank.OWNER, "8402")

    assert list(path.parent.iterdir()) == [path]
    assert store.check("7391") is Rank.OWNER
    assert PinStore(path).check("7391") is Rank.OWNER


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = PinStore(tmp_path / "file" / "pins.json")

    with pytest.raises(KioskError):
        store.set_pin(Rank.OWNER, "7391")


def test_a_full_disk_does_not_stop_the_counting(
    path: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert wrong_tries(store, clocks, 4) == [0.0, 0.0, 5.0, 10.0]


def test_many_at_once_get_no_more_tries_than_one(path: Path, clocks: Clocks) -> None:
    store = clocks.store(path)
    store.set_pin(Rank.OWNER, "7391")
    threads = [threading.Thread(target=store.check, args=("9991",)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert store.wait_s() == 5.0
