"""Evaluates a folder of visitors in a folder of paintings with the engine itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import Engine
from pipeline.errors import EngineError
from pipeline.evaluate.folders import FolderError, pictures_in
from pipeline.evaluate.grid import Pair, Subject, Swapped, evaluate_painting
from pipeline.evaluate.recogniser import SFace
from pipeline.evaluate.sheet import Sheet
from pipeline.evaluate.summary import PairFigures, Report, Tally
from pipeline.evaluate.visitors import Skipped, Visitor, load_visitors
from pipeline.geometry import points_box
from pipeline.images import write_image
from pipeline.painting import load_painting
from pipeline.still import swap_image
from pipeline.types import ImageBgr


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to evaluate and what to keep.

    Attributes:
        visitors: Folder of photos.
        paintings: Folder of paintings.
        sheet: Where the contact sheet goes; none if None.
        out_dir: Where each result goes as ``VISITOR__PAINTING.png``; nowhere if None.
    """

    visitors: Path
    paintings: Path
    sheet: Path | None = None
    out_dir: Path | None = None


def evaluate_folders(
    wanted: Wanted, engine: Engine, tell: Callable[[str], None]
) -> Report:
    """Put every visitor into every painting.

    One painting is held at a time; the visitors stay in memory.

    Args:
        wanted: What to evaluate and what to keep.
        engine: The engine under test.
        tell: Called with a line after each painting.

    Returns:
        The figures, with ``sheets``, the files of the contact sheet, if one is wanted.

    Raises:
        FolderError: If a folder is missing or empty or shows no usable visitor.
        ImageUnreadableError: If a result cannot be written.
    """
    recogniser = SFace()
    files = pictures_in(wanted.paintings)
    visitors, skipped = load_visitors(wanted.visitors, engine.detector, recogniser)
    if not visitors:
        raise FolderError(f"{wanted.visitors} holds no photo of one person alone.")
    tally = Tally(skipped=list(skipped))
    sheet = Sheet([visitor.name for visitor in visitors])
    for visitor in visitors:
        sheet.put("", visitor.name, visitor.bgr, visitor.face.box_xyxy)
    for number, file in enumerate(files, start=1):
        try:
            subject = _subject(file, engine)
        except EngineError as error:
            tally.skipped.append(Skipped(file.name, str(error)))
            tell(f"{number} of {len(files)} {file.stem}: left out, {error}")
            continue
        _one_painting(subject, visitors, engine, recogniser, wanted, tally, sheet)
        tell(f"{number} of {len(files)} {file.stem}")
    report = tally.report()
    if wanted.sheet is not None:
        report["sheets"] = [str(page) for page in sheet.write(wanted.sheet)]
    return report


def _subject(file: Path, engine: Engine) -> Subject:
    painting = load_painting(file, engine)

    def swap(visitor_bgr: ImageBgr) -> Swapped:
        return swap_image(visitor_bgr, painting, engine)

    faces_px = [face.points_px for face in painting.faces]
    return Subject(file.stem, painting.bgr, faces_px, swap)


def _one_painting(
    subject: Subject,
    visitors: Sequence[Visitor],
    engine: Engine,
    recogniser: SFace,
    wanted: Wanted,
    tally: Tally,
    sheet: Sheet,
) -> None:
    for result in evaluate_painting(subject, visitors, engine.detector, recogniser):
        if isinstance(result, Skipped):
            tally.skipped.append(result)
            continue
        tally.pairs.append(PairFigures.of(result))
        _show(result, subject, sheet)
        if wanted.out_dir is not None:
            wanted.out_dir.mkdir(parents=True, exist_ok=True)
            name = f"{result.visitor}__{result.painting}.png"
            write_image(wanted.out_dir / name, result.bgr)


def _show(result: Pair, subject: Subject, sheet: Sheet) -> None:
    if not sheet.has(subject.name, ""):
        sheet.put(subject.name, "", subject.bgr, points_box(result.painted_px))
    sheet.put(subject.name, result.visitor, result.bgr, points_box(result.painted_px))
