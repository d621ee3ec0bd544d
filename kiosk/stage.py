"""All screens, and which of them the window shows."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from kiosk.bridge import Bridge
from kiosk.flow import Event, State
from kiosk.privacy.consent import ConsentText
from kiosk.screens.age import AgeScreen
from kiosk.screens.attract import AttractScreen
from kiosk.screens.base import Screen
from kiosk.screens.choose import ChooseScreen
from kiosk.screens.consent import ConsentScreen
from kiosk.screens.handover import HandoverScreen
from kiosk.screens.live import LiveScreen
from kiosk.screens.maintenance import MaintenanceScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.pin import PinScreen
from kiosk.screens.privacy import PrivacyScreen
from kiosk.screens.result import ResultScreen
from kiosk.screens.setup import SetupScreen
from kiosk.screens.staff import StaffScreen
from kiosk.screens.thanks import ThanksScreen
from kiosk.widgets.still_there import StillThere


class Stage(QObject):
    """Holds the screens of one window.

    Args:
        window: What they fill.
        bridge: Where the living picture comes from.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
    """

    happened = Signal(Event)
    """A visitor did something that leads on."""
    language_chosen = Signal(str)
    """A visitor wants another language; carries its code."""

    def __init__(
        self, window: QStackedWidget, bridge: Bridge, px_per_mm: float
    ) -> None:
        super().__init__(window)
        self._window = window
        self.attract = AttractScreen(px_per_mm)
        self.privacy = PrivacyScreen(px_per_mm)
        self.consent = ConsentScreen(px_per_mm)
        self.choose = ChooseScreen(px_per_mm)
        self.age = AgeScreen(px_per_mm)
        self.live = LiveScreen(bridge.pull, px_per_mm)
        self.result = ResultScreen(px_per_mm)
        self.handover = HandoverScreen(px_per_mm)
        self.thanks = ThanksScreen(px_per_mm)
        self.out_of_order = OutOfOrderScreen(px_per_mm)
        self.maintenance = MaintenanceScreen(px_per_mm)
        self.setup = SetupScreen(px_per_mm)
        self.pin = PinScreen(px_per_mm)
        self.staff = StaffScreen(px_per_mm)
        self.screens: Mapping[State, Screen] = {
            State.SETUP: self.setup,
            State.ATTRACT: self.attract,
            State.PRIVACY: self.privacy,
            State.CONSENT: self.consent,
            State.CHOOSE: self.choose,
            State.AGE: self.age,
            State.LIVE: self.live,
            State.COUNTDOWN: self.live,
            State.FINISHING: self.live,
            State.RESULT: self.result,
            State.HANDOVER: self.handover,
            State.THANKS: self.thanks,
            State.OUT_OF_ORDER: self.out_of_order,
            State.MAINTENANCE: self.maintenance,
            State.PIN: self.pin,
            State.STAFF: self.staff,
        }
        self._every = tuple(dict.fromkeys(self.screens.values()))
        for screen in self._every:
            window.addWidget(screen)
        self._unfit: list[Screen] = []
        self._size = QSize()
        self._fitting = QTimer(self)
        self._fitting.timeout.connect(self._fit_next)
        self.still_there = StillThere(window, px_per_mm)
        self._connect()

    def add(self, screen: Screen) -> None:
        """Take in a screen that belongs to a state but is not its first."""
        self._every = (*self._every, screen)
        self._window.addWidget(screen)

    def bring_up(self, screen: Screen) -> None:
        """Show a screen that was added, in the state that is on."""
        lay_out(screen, self._window.size())
        self._window.setCurrentWidget(screen)
        screen.setFocus()

    def fit(self, size: QSize) -> None:
        """Lay out every screen, so that none has to when a visitor comes to it.

        The visible one and the inviting one, for which pictures are read, at once; the
        others one after the other when nothing else is to be done.
        """
        shown = self._window.currentWidget()
        self._unfit = list(self._every)
        self._size = size
        for screen in self._every:
            if screen in (shown, self.attract):
                self._unfit.remove(screen)
                lay_out(screen, size)
        self._fitting.start()

    def show(self, state: State) -> None:
        """Show the screen of a state."""
        screen = self.screens[state]
        if state is State.ATTRACT:
            self.attract.start()
        else:
            self.attract.stop()
        self.still_there.hide()
        self._window.setCurrentWidget(screen)
        screen.setFocus()

    def forget(self) -> None:
        """Drop every picture of the visitor."""
        self.live.forget()
        self.result.forget()
        self.handover.forget()

    def offer_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Show which languages there are and which is in force."""
        self.attract.set_languages(codes, chosen)
        self.consent.set_languages(codes, chosen)
        self.choose.set_languages(codes, chosen)
        self.setup.set_languages(codes, chosen)

    def show_consent(self, text: ConsentText) -> None:
        """Ask with these words."""
        self.consent.show_consent(text)

    def reduce_motion(self, *, reduced: bool) -> None:
        """Move less, or as usual."""
        for moving in (
            self.attract,
            self.choose,
            self.live,
            self.result,
            self.out_of_order,
            self.maintenance,
            self.still_there,
        ):
            moving.set_reduced_motion(reduced=reduced)

    def _fit_next(self) -> None:
        if self._unfit:
            lay_out(self._unfit.pop(0), self._size)
        if not self._unfit:
            self._fitting.stop()

    def _connect(self) -> None:
        for signal, event in (
            (self.attract.touched, Event.TOUCHED),
            (self.attract.privacy_wanted, Event.PRIVACY_WANTED),
            (self.consent.privacy_wanted, Event.PRIVACY_WANTED),
            (self.privacy.left, Event.LEFT),
            (self.privacy.go_on_pressed, Event.TOUCHED),
            (self.consent.agreed, Event.AGREED),
            (self.consent.declined, Event.DECLINED),
            (self.choose.left, Event.LEFT),
            (self.age.other_pressed, Event.OTHER_WANTED),
            (self.live.shutter_pressed, Event.SHUTTER_PRESSED),
            (self.live.left, Event.LEFT),
            (self.result.keep_pressed, Event.KEPT),
            (self.result.again_pressed, Event.AGAIN),
            (self.result.other_pressed, Event.OTHER_WANTED),
            (self.result.left, Event.LEFT),
            (self.handover.done_pressed, Event.DONE),
            (self.handover.delete_pressed, Event.DELETED),
            (self.thanks.touched, Event.TOUCHED),
            (self.pin.cancelled, Event.LEFT),
            (self.staff.left, Event.LEFT),
            (self.setup.skipped, Event.SET_UP),
        ):
            signal.connect(partial(self.happened.emit, event))
        for asking in (self.attract, self.consent, self.choose, self.setup):
            asking.language_chosen.connect(self.language_chosen)


def lay_out(screen: Screen, size: QSize) -> None:
    """Give a screen its size now; Qt would keep it from a hidden one until it shows."""
    screen.resize(size)
    if screen.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
        screen.setAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent, False)
        QCoreApplication.sendEvent(screen, QResizeEvent(screen.size(), QSize()))
