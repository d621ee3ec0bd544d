import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.report.html import html_of
from kiosk.report.numbers import Numbers
from kiosk.report.outline import board_of, report_of
from kiosk.report.pdf import write_pdf
from kiosk.stats.figures import Figures
from kiosk.stats.measure import Kind
from kiosk.stats.period import Period
from kiosk.stats.wording import Wording


def test_the_html_is_one_file_and_titles_are_only_text(
    figures: Figures, wording: Callable[..., Wording]
) -> None:
    page = html_of(report_of(figures, wording("fr"), {}))

    assert '<html lang="fr">' in page
    assert "<script" not in page
    assert "@SUM(1)" in page
    assert len(re.findall('src="data:image/png;base64,', page)) == 10
    assert not re.findall('(?:src|href)="(?!data:)', page)


def test_the_pdf_has_pages(
    figures: Figures, wording: Callable[..., Wording], tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, report_of(figures, wording("ru"), {}))

    assert path.read_bytes().count(b"/Type /Page\n") >= 4


def test_long_tables_go_on_over_pages(
    figures: Figures, wording: Callable[..., Wording], tmp_path: Path
) -> None:
    report = report_of(figures, wording(), {})
    listing = replace(report.listings[1], rows=report.listings[1].rows[:1] * 200)
    write_pdf(tmp_path / "a.pdf", report)
    write_pdf(tmp_path / "b.pdf", replace(report, listings=(listing,)))

    def pages(name: str) -> int:
        return (tmp_path / name).read_bytes().count(b"/Type /Page\n")

    assert pages("b.pdf") >= pages("a.pdf") + 3


def test_without_data_it_says_so_and_draws_nothing(
    empty_figures: Figures, wording: Callable[..., Wording], tmp_path: Path
) -> None:
    report = report_of(empty_figures, wording(), {})

    assert [section.chart for section in report.sections] == [None] * 9
    assert report.sections[0].note == "Nothing in this range."
    assert "database is not available" in report.sections[-1].note
    write_pdf(tmp_path / "a.pdf", report)
    assert "Nothing in this range." in html_of(report)


@pytest.mark.parametrize("days", [1, 62, 63, 400, 401, 1096])
def test_ranges_are_drawn_by_day_week_or_month(
    days: int, empty_figures: Figures, wording: Callable[..., Wording]
) -> None:
    period = Period(date(2026, 10, 14), date(2026, 11, 12), date(2026, 11, 12))
    first = date.fromordinal(period.last.toordinal() - days + 1)
    figures = replace(
        empty_figures,
        period=replace(period, first=first),
        measures={**empty_figures.measures, "visits": 1},
    )
    chart = board_of(figures, wording(), {}).sections[0].chart
    wanted = 30 if days <= 62 else 5 if days <= 400 else 2

    assert len(chart.labels) == wanted


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("1,234.5", "12.5%", "2:05", "\u2013", "+20.0%", "5 Oct 2026")),
        (
            "de",
            ("1.234,5", "12,5\u00a0%", "2:05", "\u2013", "+20,0\u00a0%", "05.10.26"),
        ),
    ],
)
def test_numbers_are_written_as_the_language_does(
    language: str, texts: tuple[str, ...]
) -> None:
    numbers = Numbers(language)
    found = (
        numbers.value(1234.5, Kind.NUMBER),
        numbers.value(0.125, Kind.SHARE),
        numbers.value(125, Kind.SECONDS),
        numbers.value(None, Kind.WHOLE),
        numbers.change(120, 100),
        numbers.value("2026-10-05", Kind.DATE),
    )

    assert found == texts
    assert numbers.change(3, 0) == numbers.change(None, 2) == ""
    assert numbers.change(1, 2).startswith("\u2212")
