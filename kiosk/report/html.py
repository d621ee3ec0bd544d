"""The report as one HTML file, with pictures of the charts in it, to be printed."""

import base64
from pathlib import Path

import jinja2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from kiosk.charts.board import Section
from kiosk.charts.look import on_paper
from kiosk.charts.paint import picture_of
from kiosk.program import shipped
from kiosk.report.numbers import Numbers
from kiosk.report.outline import Report

PX_PER_MM = 8.0
"""Of the pictures: sharp on paper at their size in the page."""
PAGE_MM = 180.0
HALF_MM = 86.0
LETTERS_MM = 3.1
TEMPLATE = "report.html.j2"


def html_of(report: Report) -> str:
    """Make the report.

    Args:
        report: What it says. Titles may hold anything: all texts are escaped.
    """
    loader = jinja2.FileSystemLoader(template_folder())
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    numbers = Numbers(report.wording.language)
    return environment.get_template(TEMPLATE).render(
        report=report,
        wording=report.wording,
        pictures=[_picture(section, numbers) for section in report.sections],
    )


def template_folder() -> Path:
    """The folder ``assets/report``."""
    return shipped("assets/report")


def png_bytes(image: QImage) -> bytes:
    """A picture as a PNG file."""
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(raw.data())


def _picture(section: Section, numbers: Numbers) -> str:
    if section.chart is None:
        return ""
    width_mm = HALF_MM if section.half else PAGE_MM
    size = QSize(round(PX_PER_MM * width_mm), round(PX_PER_MM * section.height_mm))
    look = on_paper(round(PX_PER_MM * LETTERS_MM))
    image = picture_of(section.chart, size, look, numbers.plain, QColor("white"))
    return base64.b64encode(png_bytes(image)).decode("ascii")
