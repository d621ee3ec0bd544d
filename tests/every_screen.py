"""Every screen of the kiosk with everything on it that a visitor or staff may see."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QSizeF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.bridge import Bridge
from kiosk.desk.editing.showing import mesh_lines
from kiosk.desk.editing.verdicts import Verdicts
from kiosk.flow import State
from kiosk.handover.offer import HandoverOffer, offer_for
from kiosk.language import Languages
from kiosk.privacy.consent import read_consent
from kiosk.privacy.notice import PrivacyNotice
from kiosk.screens.edit_list import EditListScreen
from kiosk.screens.editor import EditorScreen, Mood
from kiosk.screens.staff import OWNER_PAGES
from kiosk.settings.kinds import LANGUAGES
from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.venue import Venue
from kiosk.staff.facts import Condition, Rank
from kiosk.staff.pack_facts import Report
from kiosk.stage import Stage
from kiosk.theme import px_per_mm
from kiosk.widgets.card import CardText
from kiosk.widgets.exhibit import Exhibit
from kiosk.widgets.portrait import Shown
from kiosk.widgets.pose_guide import GuideShown
from kiosk.widgets.retouch.shown import Tool
from pipeline.sources.named import named_source
from pipeline.verdict import Finding, Severity, Verdict
from tests.staffroom import (
    DRAFT,
    ERRORS,
    FACTS,
    FOLDERS,
    FOUND,
    MADE,
    OFFERS,
    PACKS,
    PAINTINGS,
    REPORT,
    SETTINGS,
    TODAY,
)

# ruff: noqa: RUF001 (letters and signs of five languages)

TITLES = MappingProxyType(
    {
        "en": ("Portrait of a Young Woman with a Pearl Necklace", "Old Masters"),
        "ru": ("Портрет неизвестной в берете с длинным белым пером", "Старые мастера"),
        "de": ("Bildnis einer jungen Frau mit Perlenhalskette", "Niederländer"),
        "fr": ("Portrait d’une jeune femme au collier de perles", "Maîtres anciens"),
        "es": ("Retrato de una joven con un collar de perlas", "Maestros antiguos"),
    }
)
ARTIST = "Jean-Auguste-Dominique Ingres"
YEAR = "c. 1640–1645"
MUSEUM = "Gemäldegalerie Alte Meister, Staatliche Kunstsammlungen Dresden"
ADVICE = ("step_in", "come_closer", "step_back", "look_here", "too_dark")
OFFERED = "QUJDREVGR0hJSktMTU5PUA"
LINK = "https://t.me/VernissageMuseumBot?start={token}"
WAIT_S = 3600
ALL_PAINTINGS = 7


class EveryScreen:
    """The kiosk's screens in a window, filled as during a busy day.

    Args:
        size: Of the window in pixels.
        diagonal_in: Of the screen in inches.
    """

    def __init__(self, size: tuple[int, int], diagonal_in: float) -> None:
        self.scale = px_per_mm(size, diagonal_in)
        self.window = QStackedWidget()
        self.stage = Stage(self.window, Bridge(named_source("demo")), self.scale)
        self.stage.live.view._pull = self._pull
        self.editor = EditorScreen(lambda: None, self.scale)
        self.edit_list = EditListScreen(self.scale)
        for screen in (self.editor, self.edit_list):
            self.stage.add(screen)
        self.languages = Languages("en", LANGUAGES, self.window)
        self._consents = read_consent()
        self._image = _picture()
        self._pulled = False
        self.window.resize(*size)
        self.window.show()
        self.stage.fit(self.window.size())
        self.stage.reduce_motion(reduced=True)
        for key in self._keys():
            self.stage.choose.set_thumbnail(key, self._image)
            self.stage.live.set_thumbnail(key, self._image)

    @property
    def top(self) -> QWidget:
        """What lies above everything else."""
        over = self.stage.still_there
        return over if over.isVisible() else self.window.currentWidget()

    def speak(self, code: str) -> None:
        """Take another language, as a visitor does."""
        self.languages.use(code)
        stage = self.stage
        stage.offer_languages(LANGUAGES, code)
        stage.show_consent(self._consents[code])
        title, category = TITLES[code]
        cards = [
            CardText(
                key,
                title,
                ARTIST,
                YEAR,
                MUSEUM,
                f"{category} {1 + number // 3}",
                room=1 + number % 3,
            )
            for number, key in enumerate(self._keys())
        ]
        stage.choose.set_paintings(cards)
        stage.live.set_paintings(cards)
        for key in self._keys():
            stage.choose.set_thumbnail(key, self._image)
            stage.live.set_thumbnail(key, self._image)
        stage.attract.set_exhibits([Exhibit(self._image, title, f"{ARTIST}, {YEAR}")])

    def show(self, name: str) -> None:
        """Bring up one of :data:`STATES`."""
        self.stage.still_there.hide()
        STATES[name](self)
        for _ in range(3):
            QCoreApplication.processEvents()

    def close(self) -> None:
        """Take everything down."""
        self.languages.use("en")
        self.window.close()
        with suppress(RuntimeError):
            self.window.deleteLater()

    def attract(self) -> None:
        self.stage.show(State.ATTRACT)

    def privacy(self) -> None:
        handover = Handover(link=LINK)
        venue = Venue(name="Gemäldegalerie Alte Meister")
        contact = Privacy(contact="datenschutz@museum.example, +49 351 4914 2000")
        settings = Settings(venue=venue, handover=handover, privacy=contact)
        text = PrivacyNotice().text(self.languages.code, settings)
        self.stage.privacy.show_text(text)
        self.stage.show(State.PRIVACY)

    def consent(self) -> None:
        self.stage.show(State.CONSENT)

    def choose(self) -> None:
        self.stage.choose.mark(None)
        self.stage.show(State.CHOOSE)

    def choose_in_a_category(self) -> None:
        self.stage.show(State.CHOOSE)
        self.stage.choose.chips.chip(1).click()

    def nothing_to_choose(self) -> None:
        self.stage.choose.set_paintings(())
        self.stage.show(State.CHOOSE)

    def age(self) -> None:
        title = "Judith Beheading Holofernes"
        text = CardText("pack/judith", title, "A painter", "1612", from_age=16)
        self.stage.age.show_painting(text)
        self.stage.show(State.AGE)

    def live(self) -> None:
        self._live()
        self.stage.live.set_advice(("bring_somebody",), room=6)

    def live_with_all_advice(self) -> None:
        self._live()
        self.stage.live.set_advice(ADVICE)
        self.stage.live.set_demonstration(on=True)

    def live_waiting(self) -> None:
        self._live()
        words = "The camera does not answer. It will go on by itself."
        self.stage.live.set_notice(
            QCoreApplication.translate("TroubleWatch", words), busy=True
        )

    def counting(self) -> None:
        self._live()
        self.stage.live.set_advice(())
        self.stage.live.show_count(3)

    def result(self) -> None:
        self._result(None)

    def result_with_tries(self) -> None:
        self._result(12)

    def last_result(self) -> None:
        self._result(0)

    def handover(self) -> None:
        self._hand_over(offer_for(LINK, OFFERED))

    def handover_without_a_bot(self) -> None:
        self._hand_over(None)

    def still_there(self) -> None:
        self.stage.show(State.CHOOSE)
        self.stage.still_there.show_seconds(10)

    def thanks(self) -> None:
        self.stage.thanks.show_thanks(deleted=False)
        self.stage.show(State.THANKS)

    def thanks_deleted(self) -> None:
        self.stage.thanks.show_thanks(deleted=True)
        self.stage.show(State.THANKS)

    def out_of_order(self) -> None:
        self.stage.out_of_order.show_words("")
        self.stage.show(State.OUT_OF_ORDER)

    def maintenance(self) -> None:
        self.stage.maintenance.show_words("")
        self.stage.show(State.MAINTENANCE)

    def setup(self) -> None:
        self.stage.setup.reset()
        self.stage.show(State.SETUP)

    def setup_refused(self) -> None:
        words = "Anybody would try this one first. Choose another."
        self.stage.show(State.SETUP)
        self.stage.setup.set_refused(QCoreApplication.translate("Door", words))

    def pin(self) -> None:
        self.stage.pin.reset()
        self.stage.show(State.PIN)

    def pin_wrong(self) -> None:
        self.stage.pin.set_wrong()
        self.stage.show(State.PIN)

    def pin_waiting(self) -> None:
        self.stage.pin.set_wait(WAIT_S)
        self.stage.show(State.PIN)

    def pin_closed(self) -> None:
        words = "No PIN was set. The kiosk asks for it when it starts."
        self.stage.pin.set_closed(QCoreApplication.translate("Door", words))
        self.stage.show(State.PIN)

    def staff(self, page: str) -> None:
        staff = self.stage.staff
        title = TITLES[self.languages.code][0]
        staff.set_paintings(PAINTINGS)
        staff.paintings.set_waiting(2)
        staff.set_today(TODAY, {"p/0": title, "p/1": title})
        staff.set_health(FACTS, ERRORS)
        staff.set_settings(SETTINGS)
        staff.set_folders(FOLDERS if page != "no-folder" else ())
        staff.open_for(Rank.OWNER)
        self.stage.show(State.STAFF)
        staff.tabs.tab("system" if page == "no-folder" else page).click()
        words = "At least one painting has to stay switched on."
        staff.say(QCoreApplication.translate("PaintingsPage", words))

    def new_pin(self) -> None:
        self.staff("system")
        self.stage.staff.system.staff_pin.click()

    def closing(self) -> None:
        self.staff("system")
        self.stage.staff.system.close_kiosk.click()

    def packs(self) -> None:
        self.staff("paintings")
        self.stage.staff.paintings.packs.click()
        self.stage.staff.pack_pages.packs.set_packs(PACKS)

    def bringing(self) -> None:
        self.staff("paintings")
        self.stage.staff.paintings.bring.click()
        bring = self.stage.staff.pack_pages.bring
        bring.end(None)
        bring.set_offers(OFFERS, ["KINGSTON", "Documents"])

    def nothing_brought(self) -> None:
        self.bringing()
        self.stage.staff.pack_pages.bring.set_offers((), ["KINGSTON", "Documents"])

    def installing(self) -> None:
        self.bringing()
        self.stage.staff.pack_pages.bring.begin(TITLES[self.languages.code][0])

    def not_installed(self) -> None:
        self.bringing()
        self.stage.staff.pack_pages.bring.end(REPORT)

    def making(self) -> None:
        self.bringing()
        bring = self.stage.staff.pack_pages.bring
        bring.line("/s/0").install.click()
        page = self.stage.staff.pack_pages.making
        title = TITLES[self.languages.code][1]
        page.open_folder("Town museum", title, self.languages.code)
        page.set_sheets([("/s/0/a.xlsx", "list.xlsx"), ("/s/0/b.csv", "b.csv")], "")
        page.sheets.choose("/s/0/a.xlsx")
        page.set_draft(DRAFT)
        page.set_remark("old-masters", replaces=True)

    def naming(self) -> None:
        self.making()
        self.stage.staff.pack_pages.making.plate.set_typing(typing=True)

    def made(self) -> None:
        self.making()
        page = self.stage.staff.pack_pages.making
        title = TITLES[self.languages.code][1]
        page.begin(title)
        words, no_face = Verdicts(), Finding(Verdict.NO_FACE, Severity.UNUSABLE, 0, 0)
        notes = (words.summary(Severity.GOOD), words.sentence(no_face))
        rows = [replace(row, note=note) for row, note in zip(MADE, notes, strict=True)]
        page.end(Report(title, installed=True, paintings=2), rows)
        page.set_editable(["town/b"])

    def museums_off(self) -> None:
        self.staff("paintings")
        self.stage.staff.paintings.museums.click()
        self.stage.staff.pack_pages.museums.set_allowed(allowed=False, masterpieces=42)

    def museums(self) -> None:
        self.museums_off()
        page = self.stage.staff.pack_pages.museums
        page.set_allowed(allowed=True, masterpieces=42)
        page.again.click()
        page.set_language(self.languages.code)
        page.plate.line.set_text(TITLES[self.languages.code][1])

    def museums_found(self) -> None:
        self.museums()
        page = self.stage.staff.pack_pages.museums
        page.set_found(FOUND, "The Rijksmuseum does not answer. Try again later.")
        page.line("met:1").switch.click()

    def removing(self) -> None:
        self.packs()
        self.stage.staff.pack_pages.packs.line("guild").remove.click()

    def edit(self, tool: Tool) -> None:
        self._edit()
        self.editor.choose_tool(tool)

    def marking_a_face(self) -> None:
        self.edit(Tool.FACES)
        self.editor.faces.set_marking(1)

    def leaving_the_editor(self) -> None:
        self._edit()
        self.editor.set_mood(Mood.ASKING)

    def editing_with_the_camera(self) -> None:
        self.edit(Tool.LOOK)
        words = "The camera does not answer. Check its cable."
        self.editor.set_trying("camera", any_face=False)
        self.editor.say(QCoreApplication.translate("Editor", words))

    def list_to_edit(self) -> None:
        self.edit_list.page.set_paintings(PAINTINGS)
        self.stage.bring_up(self.edit_list)

    def _edit(self) -> None:
        editor = self.editor
        editor.begin(TITLES[self.languages.code][0])
        editor.set_picture(self._image, QSizeF(600, 760), mesh_lines())
        editor.set_mood(Mood.EDITING)
        editor.set_steps(undo=True, redo=True, unsaved=True)
        editor.faces.set_faces(12, 4, swappable=True)
        editor.look.set_look(0.5, None, (0.1, 0.5))
        words = Verdicts().sentences(
            Finding(verdict, Severity.POOR, 40, 120)
            for verdict in (Verdict.LOW_RESOLUTION, Verdict.FACE_SMALL)
        )
        editor.set_verdict(Condition.WATCH, words)
        editor.set_trying("demo", any_face=True)
        editor.say(QCoreApplication.translate("Editor", "Saved."))
        self.stage.bring_up(editor)

    def _keys(self) -> list[str]:
        return [f"pack/{number}" for number in range(ALL_PAINTINGS)]

    def _pull(self) -> Shown | None:
        if self._pulled:
            return None
        self._pulled = True
        size = self._image.size().scaled(
            self.stage.live.view.room_px(), Qt.AspectRatioMode.KeepAspectRatio
        )
        return Shown(self._image.scaled(size), 1)

    def _live(self) -> None:
        live = self.stage.live
        live.show_count(None)
        live.set_notice("")
        live.set_demonstration(on=False)
        live.set_advice(())
        self._pulled = False
        self.stage.show(State.LIVE)
        live.view._refresh()
        live.show_chosen("pack/0")
        live.set_guide(GuideShown((20.0, 0.0, 0.0), (0.0, 0.0, 0.0), 0.5, 0.4))
        live.set_glimpse(self._image)

    def _result(self, tries_left: int | None) -> None:
        self.stage.result.show_portrait(self._image, self._image, tries_left)
        self.stage.show(State.RESULT)

    def _hand_over(self, offer: HandoverOffer | None) -> None:
        self.stage.handover.show_offer(self._image, offer)
        self.stage.show(State.HANDOVER)


def _picture() -> QImage:
    image = QImage(600, 760, QImage.Format.Format_RGB32)
    image.fill(QColor("#6a5a48"))
    return image


STATES: dict[str, Callable[[EveryScreen], None]] = {
    **{
        name: getattr(EveryScreen, name)
        for name in (
            "attract",
            "privacy",
            "consent",
            "choose",
            "choose_in_a_category",
            "age",
            "live",
            "live_with_all_advice",
            "live_waiting",
            "counting",
            "result",
            "result_with_tries",
            "last_result",
            "handover",
            "handover_without_a_bot",
            "still_there",
            "thanks",
            "thanks_deleted",
            "out_of_order",
            "maintenance",
            "setup",
            "setup_refused",
            "pin",
            "pin_wrong",
            "pin_waiting",
            "pin_closed",
            "new_pin",
            "closing",
            "packs",
            "bringing",
            "nothing_brought",
            "installing",
            "not_installed",
            "making",
            "naming",
            "made",
            "museums_off",
            "museums",
            "museums_found",
            "removing",
            "marking_a_face",
            "leaving_the_editor",
            "editing_with_the_camera",
            "list_to_edit",
            "nothing_to_choose",
        )
    },
    **{f"edit_{tool}": partial(EveryScreen.edit, tool=tool) for tool in Tool},
    **{
        f"staff_{page}": partial(EveryScreen.staff, page=page)
        for page in (*OWNER_PAGES, "no-folder")
    },
}
"""All there is to see; the last of visitors' leaves no painting to choose."""
