"""Writes figures in a format to a place, whole or not at all."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.report.html import html_of
from kiosk.report.outline import report_of
from kiosk.report.pdf import write_pdf
from kiosk.stats.bot import BotDatabase
from kiosk.stats.figures import Figures, compute
from kiosk.stats.formats.csv import write_tables
from kiosk.stats.formats.csv_visits import Lines, reading_visits, write_visits
from kiosk.stats.formats.json import write_json
from kiosk.stats.formats.whole import whole_file, whole_folder
from kiosk.stats.formats.xlsx import write_xlsx
from kiosk.stats.ledger import open_ledger
from kiosk.stats.period import Period
from kiosk.stats.wording import Wording


class Format(StrEnum):
    """What figures can be written as."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written.

    Attributes:
        log: The session log's file.
        period: Of which days.
        bot: The bot's database; None where there is none.
        wording: The words.
        pictures: From a painting's key to a small picture of it.
        visits: Whether CSV also gets every single visit.
    """

    log: Path
    period: Period
    bot: BotDatabase | None
    wording: Wording
    pictures: Mapping[str, QImage]
    visits: bool = False


def export(
    order: Order,
    wanted: Mapping[Format, Path],
    progress: Callable[[float], None] = lambda _done: None,
) -> Figures:
    """Compute figures once and write them in one or several formats.

    Call it off the GUI's thread, with words that were gathered on it.

    Args:
        order: What is to be written.
        wanted: From a format to its file; CSV goes into a folder.
        progress: Told how much is done, from 0 to 1.

    Returns:
        What was written.

    Raises:
        StorageError: If the log cannot be read.
        BotDatabaseError: If the bot's database cannot be read.
        SavingError: If a file cannot be written; nothing of it is left behind.
    """
    with open_ledger(order.log) as ledger, ExitStack() as opened:
        lines: Lines = ()
        if order.visits and Format.CSV in wanted:
            lines = opened.enter_context(reading_visits(ledger, order.period))
        ledger.ask_bot(order.bot)
        figures = compute(ledger, order.period, lambda done: progress(0.5 * done))
        for number, (kind, path) in enumerate(wanted.items()):
            begun = number / len(wanted)

            def part(done: float, begun: float = begun) -> None:
                progress(0.5 + 0.5 * (begun + done / len(wanted)))

            if kind is Format.CSV:
                with whole_folder(path) as folder:
                    write_tables(folder, figures)
                    if order.visits:
                        total = int(figures.measures["visits"] or 0)
                        write_visits(folder, lines, total, part)
            else:
                _write_file(kind, path, figures, order, part)
            part(1.0)
    return figures


def _write_file(
    kind: Format,
    path: Path,
    figures: Figures,
    order: Order,
    progress: Callable[[float], None],
) -> None:
    with whole_file(path) as part:
        if kind is Format.JSON:
            write_json(part, figures)
        elif kind is Format.XLSX:
            write_xlsx(part, figures, order.wording, progress)
        else:
            report = report_of(figures, order.wording, order.pictures)
            if kind is Format.PDF:
                write_pdf(part, report)
            else:
                part.write_text(html_of(report), encoding="utf-8")
