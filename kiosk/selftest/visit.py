"""The demonstration visitor comes, is painted, keeps the portrait and leaves."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from kiosk.current import CurrentSettings
from kiosk.errors import KioskError
from kiosk.flow import State
from kiosk.handover.offer import token_of
from kiosk.handover.sealing import picture_id, unseal
from kiosk.language import Languages
from kiosk.packs.library import builtin_packs, open_library
from kiosk.packs.making.spreadsheet import read_sheets
from kiosk.places import CONFIG_NAME
from kiosk.privacy.marks.inspection import inspect
from kiosk.qt import open_application
from kiosk.rehearsal.house import House
from kiosk.rehearsal.loopback import LoopbackService
from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.rehearsal.walk import Walk
from kiosk.report.export import Format, Order, export
from kiosk.report.thumbnails import pictures_of
from kiosk.report.words import ReportWords
from kiosk.settings.kinds import LANGUAGES
from kiosk.stats.period import Period
from kiosk.storage.database import FILE_NAME
from kiosk.storage.sessions import Outcome
from pipeline.types import SizePx

WINDOW_PX: Final[SizePx] = (540, 960)
SPEED: Final = 3.0
"""How fast the visit's clock runs; whoever is painted moves as always."""
PICTURE: Final = "portrait.jpg"


def check_visit(folder: Path) -> str:
    """Play a whole visit on the real application, up to the sealed portrait.

    The portrait goes to a service on this computer, is opened with the code that the
    visitor saw, and has to carry all its marks.
    """
    with LoopbackService() as service:
        given = {
            ("camera", "source"): "demo",
            ("handover", "service"): service.account.url,
            ("handover", "key"): SecretStr(service.account.key),
        }
        settings = CurrentSettings.usual(folder / CONFIG_NAME, given)
        with House(settings, open_library(), folder, WINDOW_PX, speed=SPEED) as house:
            code, key = _visit(house, Walk(house))
            token = token_of(code) or ""
            picture = picture_id(token)
            house.until(lambda: picture in service.pictures, "the sealed portrait")
            document = unseal(token, service.pictures[picture])
            house.until(lambda: house.app.log.flush(0.1), "the session log")
    ended = outcomes_in(folder)
    if ended[Outcome.COMPLETED] != 1 or sum(ended.values()) != 1:
        raise KioskError("The session log does not hold the visit as it was.")
    (folder / PICTURE).write_bytes(document.content)
    return f"{key}: {len(document.content) // 1000} KB, sealed, sent and opened"


def check_marks(folder: Path) -> str:
    """Read the marks of the portrait that the visit left."""
    seen = inspect(folder.with_name("visit") / PICTURE)
    if not seen.intact or seen.credentials is None:
        raise KioskError(f"The portrait is not signed. {seen.credentials_problem}")
    if not seen.metadata or seen.credentials.mark_px is None or seen.personal:
        raise KioskError("The portrait lacks a mark, or says too much.")
    return f"signed by {seen.credentials.signer}, seen and in the metadata"


def check_figures(folder: Path) -> str:
    """Report the visit in every format, and read the workbook back."""
    open_application(offscreen=True)
    log = folder.with_name("visit") / FILE_NAME
    if not log.is_file():
        raise KioskError("There is no session log to report from.")
    today = datetime.now().astimezone().date()
    period = Period(today, today, today)
    paintings = builtin_packs()[0].paintings
    languages = Languages("de", LANGUAGES)
    languages.reset()
    titles = {one.key: one.title("de") for one in paintings}
    wording = ReportWords().wording("Selftest", titles, period, "de")
    languages.close()
    order = Order(log, period, None, wording, pictures_of(paintings), visits=True)
    wanted = {kind: folder / f"figures.{kind}" for kind in Format}
    export(order, wanted)
    sheets = read_sheets(wanted[Format.XLSX])
    shutil.rmtree(wanted[Format.CSV])
    return f"{', '.join(Format)}; {len(sheets)} sheets read back"


def _visit(house: House, walk: Walk) -> tuple[str, str]:
    """Until the visitor has left; returns the code that they saw, and the painting."""
    app = house.app
    house.until(lambda: bool(app.dispatch.link), "the service")
    walk.begin()
    walk.agree()
    key = app.exhibition.shown[0].key
    walk.choose(key)
    walk.live()
    walk.shoot()
    walk.keep()
    code = app.stage.handover.code
    walk.tap(app.stage.handover.done)
    walk.reach(State.ATTRACT)
    return code, key
