"""The staff's door and every page behind it, with everything on them."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from kiosk.desk.editing.verdicts import Verdicts
from kiosk.flow import State
from kiosk.staff.facts import Rank
from kiosk.staff.pack_facts import Report
from pipeline.verdict import Finding, Severity, Verdict
from tests.filled_kiosk import TITLES, FilledKiosk
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

WAIT_S = 3600


class StaffScreens(FilledKiosk):
    """What staff meet, from their first PIN to the packs that they make."""

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
