import re
from xml.etree import ElementTree

import pytest

from kiosk.privacy.asking import consent_in_force
from kiosk.privacy.dpia import as_html, as_markdown, fill_dpia
from kiosk.privacy.regions import REGIONS
from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover
from kiosk.settings.sections.marks import Marks
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.venue import Venue


def test_it_is_filled_in_from_the_settings() -> None:
    settings = Settings(
        venue=Venue(name="Town museum"),
        privacy=Privacy(region="us-il", contact="dpo@museum.example", log_days=9),
    )

    text = as_markdown(fill_dpia(settings))

    assert "Town museum" in text
    assert "dpo@museum.example" in text
    assert "740 ILCS 14" in text
    assert "9 days" in text
    assert "Visitors under 18 need a parent or guardian" in text
    assert consent_in_force(settings)["en"].version in text
    assert "No portrait is handed over" in text


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_nothing_stays_unfilled(region: str) -> None:
    handover = Handover(link="https://t.me/bot?start={token}")
    settings = Settings(
        privacy=Privacy(region=region, liveness="refuse"),
        handover=handover,
        marks=Marks(visible=False),
    )

    text = as_markdown(fill_dpia(settings))

    assert "{{" not in text
    assert "{%" not in text
    assert "AES-256-GCM" in text
    assert "24 hours old" in text
    assert "NO visible mark is drawn" in text


def test_what_the_settings_hold_is_never_run_or_shown_as_markup() -> None:
    settings = Settings(venue=Venue(name="{{ 7 * 7 }} <script>"))

    page = as_html(fill_dpia(settings))

    assert "{{ 7 * 7 }} &lt;script&gt;" in page
    assert "<script>" not in page
    assert len(re.findall("<h2>", page)) == 6


def test_points_stand_in_lists() -> None:
    page = as_html(fill_dpia(Settings()))

    body = ElementTree.fromstring(re.search("<body>.*</body>", page, re.S)[0])  # noqa: S314 (our own page)
    lists = body.findall("ul")
    assert len(lists) == 2
    assert body.findall("li") == []
    assert all(child.tag == "li" for one in lists for child in one)
    assert min(len(one) for one in lists) >= 5
