"""Paintings prepared by the real engine; only some of them refuse."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QObject

from kiosk.bridge import Bridge
from kiosk.easel import Easel
from kiosk.errors import PackError
from kiosk.packs.library import open_library
from kiosk.tasks import Tasks
from kiosk.visit.hanging import Hanging, sentence_of
from pipeline.errors import ModelError
from pipeline.images import write_image
from pipeline.sources.demo import DemoVisitor
from tests.sitters import write_sitters

PATIENCE_MS = 10_000
WALL = np.full((300, 200, 3), 99, np.uint8)


@pytest.fixture
def packs(tmp_path):
    return write_sitters(tmp_path) / "pack"


@pytest.fixture
def hanging(qapp, packs, qtbot):
    parent, tasks = QObject(), Tasks()
    bridge = Bridge(DemoVisitor())
    hanging = Hanging(bridge, Easel(), tasks, parent)
    hanging.offer(open_library(packs.parent).paintings)
    hanging.told = []
    for name in ("chosen", "hung", "refused", "failed"):
        getattr(hanging, name).connect(
            lambda words, *kind, name=name: hanging.told.append((name, words))
        )

    def settle():
        done = []
        for _ in range(4):  # a refusal asks for the next
            done.clear()
            tasks.run(lambda: True, done.append, done.append)
            qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)

    hanging.settle, hanging.bridge = settle, bridge
    yield hanging
    tasks.close()
    bridge.stop()


def test_the_old_painting_hangs_until_the_new_one_is_ready(hanging):
    hanging.choose("pack/lady")
    hanging.settle()
    hanging.choose("pack/lord")
    assert (hanging.wanted.id, hanging.hanging.id) == ("lord", "lady")
    hanging.settle()
    assert hanging.hanging.id == "lord"
    assert hanging.told == [
        ("chosen", "pack/lady"),
        ("hung", "pack/lady"),
        ("chosen", "pack/lord"),
        ("hung", "pack/lord"),
    ]


def test_every_hanging_marks_its_pictures_anew(hanging):
    seen = []
    for key in ("pack/lady", "pack/lord", "pack/lady"):
        hanging.choose(key)
        hanging.settle()
        seen.append(hanging.series)
    assert seen == sorted(set(seen))
    assert hanging.bridge.pull().series == seen[-1]


def test_who_leafs_quickly_waits_for_the_last_alone(hanging, monkeypatch):
    prepared = []
    real = hanging._easel.prepare

    def prepare(choice, room):
        prepared.append(choice.id)
        return real(choice, room)

    monkeypatch.setattr(hanging._easel, "prepare", prepare)
    hanging._tasks.run(lambda: time.sleep(0.1), repr, repr)
    for key in ("pack/lady", "pack/lord", "pack/lady", "pack/lord"):
        hanging.choose(key)
    hanging.settle()
    assert set(prepared) == {"lord"}
    assert hanging.hanging.id == "lord"


@pytest.mark.parametrize("key", ["pack/nobody", "", "pack/lady"])
def test_what_is_not_offered_or_hangs_already_changes_nothing(hanging, key):
    hanging.choose("pack/lady")
    hanging.settle()
    hanging.told.clear()
    hanging.choose(key)
    hanging.settle()
    assert hanging.told == []
    assert hanging.wanted.id == "lady"


def test_steps_go_round(hanging):
    hanging.step(1)
    assert hanging.wanted is None
    hanging.choose("pack/lady")
    for by, wanted in ((1, "lord"), (1, "lady"), (-1, "lord"), (-1, "lady")):
        hanging.step(by)
        assert hanging.wanted.id == wanted
    hanging.settle()


def test_a_painting_without_a_face_leaves_the_old_one(hanging, packs, caplog):
    write_image(packs / "lord.png", WALL)
    hanging.choose("pack/lady")
    hanging.settle()
    hanging.told.clear()
    hanging.choose("pack/lord")
    hanging.settle()
    assert hanging.told == [
        ("chosen", "pack/lord"),
        ("refused", "pack/lord"),
        ("chosen", "pack/lady"),
    ]
    assert hanging.wanted is hanging.hanging
    record = next(one for one in caplog.records if "cannot be used" in one.message)
    assert record.fields["painting"] == "pack/lord"
    assert str(packs) not in caplog.text


def test_a_first_painting_without_a_face_gives_way_to_the_next(hanging, packs):
    write_image(packs / "lady.png", WALL)
    hanging.choose("pack/lady")
    hanging.settle()
    assert hanging.hanging.id == "lord"


def test_when_none_can_be_used_that_is_told_once_and_tried_anew_later(hanging, packs):
    good = (packs / "lady.png").read_bytes()
    for name in ("lady.png", "lord.png"):
        write_image(packs / name, WALL)
    hanging.choose("pack/lady")
    hanging.settle()
    assert [name for name, _ in hanging.told].count("failed") == 1
    assert "face" in hanging.told[-1][1]
    assert (hanging.wanted, hanging.hanging) == (None, None)

    (packs / "lady.png").write_bytes(good)
    hanging.choose("pack/lady")
    hanging.settle()
    assert hanging.hanging.id == "lady"


def test_another_room_paints_the_same_painting_again(hanging):
    hanging.choose("pack/lady")
    hanging.settle()
    series = hanging.series
    hanging.fit((200, 300))
    hanging.settle()
    assert hanging.series == series + 1
    assert max(hanging.bridge.pull().image.size().toTuple()) == 200
    hanging.fit((200, 300))
    hanging.settle()
    assert hanging.series == series + 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ModelError("The model is damaged."), "The model is damaged."),
        (PackError("The pack is empty."), "The pack is empty."),
    ],
)
def test_expected_errors_have_words_for_staff(error, words):
    assert sentence_of(error) == words


def test_an_unexpected_error_shows_no_text_of_its_own():
    words = sentence_of(ValueError("/home/somebody/secret"))
    assert "ValueError" in words
    assert "secret" not in words
