"""What tests of reports share: figures with a hostile painting, and words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.language import Languages
from kiosk.report.export import Order
from kiosk.report.words import ReportWords
from kiosk.settings.kinds import LANGUAGES
from kiosk.stats.bot import BotDatabase
from kiosk.stats.figures import Figures, read_figures
from kiosk.stats.period import Period
from kiosk.stats.wording import Wording
from kiosk.storage.database import open_log
from kiosk.storage.tallies import keep_tallies
from tests.unit.kiosk.stats.conftest import autumn, bot

__all__ = ["autumn", "bot"]

PERIOD = Period(date(2026, 10, 14), date(2026, 11, 12), date(2026, 11, 12))
FORMULA = '=HYPERLINK("http://evil.example","Lady")'
MARKUP = "<script>alert(1)</script>\x07"


@pytest.fixture
def wording(dressed) -> Callable[..., Wording]:
    """The words of a report in a language; two titles are not what they should be."""

    def words(language: str = "en", period: Period = PERIOD) -> Wording:
        languages = Languages(language, LANGUAGES)
        languages.reset()
        titles = {"studio/lady": FORMULA, "studio/gold": MARKUP}
        found = ReportWords().wording("@SUM(1)", titles, period, language)
        languages.close()
        return found

    return words


@pytest.fixture(scope="session")
def figures(autumn: Path, bot: Path) -> Figures:
    """Figures of a month, in which a painting's key is a formula."""
    found = read_figures(autumn, PERIOD, BotDatabase(str(bot), asked_for=True))
    first, *others = found.tables["paintings"]
    rows = (("+cmd|'/C calc'!A0", *first[1:]), *others)
    return replace(found, tables={**found.tables, "paintings": rows})


@pytest.fixture
def order(autumn: Path, bot: Path, wording: Callable[..., Wording]) -> Order:
    """An order for the figures of a month."""
    database = BotDatabase(str(bot), asked_for=True)
    return Order(autumn, PERIOD, database, wording(), {}, visits=True)


@pytest.fixture
def empty_figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    """Figures of a kiosk that nobody has visited yet, without a bot."""
    opened = open_log(tmp_path_factory.mktemp("empty"))
    keep_tallies(opened.database)
    opened.database.close()
    return read_figures(opened.path, PERIOD)
