"""Visitors by program: what they do in a kiosk, and what is left of them."""

import sqlite3
from contextlib import closing

from kiosk.flow import State
from kiosk.storage.database import FILE_NAME
from kiosk.visit.visitor import Visitor
from kiosk.widgets.fitted import FittedLabel
from pipeline import status
from tests.premises import Premises

IDLE_S = 45.0


class House(Premises):
    """A kiosk with a visitor who knows the way."""

    def agree(self):
        self.stage.attract.touched.emit()
        self.stage.consent.agree.click()
        assert self.state is State.CHOOSE

    def live(self, key="pack/lady"):
        if self.state is State.ATTRACT:
            self.agree()
        self.stage.choose.painting_chosen.emit(key)
        assert self.state is State.LIVE
        self.until(
            lambda: (
                self.hanging.hanging is not None
                and self.hanging.hanging.key == key
                and self.bridge.matched > 0
                and self.bridge.running
            )
        )

    def count(self):
        self.until(lambda: self.bridge.matched > 0 and self.bridge.running)
        self.controller._on_tick()
        self.stage.live.shutter.click()
        assert self.state is State.COUNTDOWN

    def shoot(self):
        for _ in range(5):
            self.until(lambda: len(self.bridge.burst()) > 0)
            self.count()
            self.wait(3.1)
            self.until(lambda: self.state not in (State.COUNTDOWN, State.FINISHING))
            if self.state is State.RESULT:
                return
        assert self.state is State.RESULT

    def go(self, state):
        """Come to a state in the way of a visitor."""
        if state is State.CONSENT:
            self.stage.attract.touched.emit()
        elif state is State.CHOOSE:
            self.agree()
        elif state is State.LIVE:
            self.live()
        elif state is State.COUNTDOWN:
            self.live()
            self.count()
        elif state is not State.ATTRACT:
            self.live()
            self.shoot()
            if state is State.HANDOVER:
                self.stage.result.keep.click()
        assert self.state is state

    def left(self):
        """What is left of a visitor, in words."""
        stage, bridge, nobody = self.stage, self.bridge, Visitor()
        visitor = self.controller.visitor
        found = {
            "live": not stage.live.view.picture_rect().isEmpty(),
            "glimpse": not stage.live.glimpse.empty,
            "guide": stage.live.guide.shown is not None,
            "result": not stage.result.picture.picture_rect().isEmpty(),
            "original": not stage.result.original.picture_rect().isEmpty(),
            "handover": not stage.handover.picture.picture_rect().isEmpty(),
            "code": bool(stage.handover.code),
            "matched": bridge.matched > 0 or bool(bridge.faces),
            "camera": bridge.status.state is not status.State.STOPPED,
            "burst": bool(bridge.burst()),
            "visitor": any(
                getattr(visitor, name) != getattr(nobody, name)
                for name in (
                    "painting",
                    "asks_for",
                    "least_age",
                    "portrait",
                    "token",
                    "portraits_taken",
                )
            ),
        }
        return [name for name, there in found.items() if there]

    def pickups(self):
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute("SELECT * FROM pickups")]

    def sessions(self):
        assert self.log.flush(5.0)
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute("SELECT * FROM sessions")]


def says(screen, words):
    """Whether a screen shows these words."""
    labels = screen.findChildren(FittedLabel)
    return any(words in label.text() for label in labels if not label.isHidden())
