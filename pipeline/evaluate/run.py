"""Evaluates a folder of visitors in a folder of paintings with the engine itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.engine import Engine
from pipeline.errors import EngineError
from pipeline.evaluate.folders import FolderError, names_of, pictures_in
from pipeline.evaluate.grid import Pair, Subject, Swapped, evaluate_painting
from pipeline.evaluate.recogniser import SFace
from pipeline.evaluate.sheet import Sheet
from pipeline.evaluate.summary import Report, Tally
from pipeline.evaluate.targets import check_file, check_folder
from pipeline.evaluate.visitors import Skipped, Visitor, load_visitors
from pipeline.geometry import points_box
from pipeline.images import write_image
from pipeline.manner import Manner
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
        manner: How the faces are painted.
    """

    visitors: Path
    paintings: Path
    sheet: Path | None = None
    out_dir: Path | None = None
    manner: Manner = field(default_factory=Manner)


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
        The figures, with ``complexion``, how much of the visitors' own was wanted, and
        ``sheets``, the files of the contact sheet, if one is wanted.

    Raises:
        FolderError: If a folder is missing or empty or no pair can be made.
        ImageUnwritableError: If a result cannot be written; mostly known before the
            work begins.
    """
    paintings = pictures_in(wanted.paintings)
    _check_targets(wanted)
    recogniser = SFace()
    visitors, skipped = load_visitors(wanted.visitors, engine.detector, recogniser)
    if not visitors:
        raise FolderError(f"{wanted.visitors} holds no photo of one person alone.")
    tally = Tally(skipped=list(skipped))
    sheet = Sheet([visitor.name for visitor in visitors])
    for visitor in visitors:
        sheet.put("", visitor.name, visitor.bgr, visitor.face.box_xyxy)
    names = names_of(paintings)
    for number, (file, name) in enumerate(zip(paintings, names, strict=True), start=1):
        line = f"{number} of {len(paintings)} {name}"
        try:
            subject = _subject(file, name, engine, wanted.manner)
        except EngineError as error:
            tally.skipped.append(Skipped(file.name, str(error)))
            tell(f"{line}: left out, {error}")
            continue
        _one_painting(subject, visitors, engine, recogniser, wanted, tally, sheet)
        tell(line)
    if not tally.pairs:
        raise FolderError(_nothing_made(tally.skipped))
    report = {**tally.report(), "complexion": wanted.manner.complexion}
    if wanted.sheet is not None:
        report["sheets"] = [str(page) for page in sheet.write(wanted.sheet)]
    return report


def _check_targets(wanted: Wanted) -> None:
    if wanted.out_dir is not None:
        check_folder(wanted.out_dir)
    if wanted.sheet is not None:
        check_file(wanted.sheet)


def _nothing_made(skipped: Sequence[Skipped]) -> str:
    why = "".join(f" {left.file}: {left.reason}" for left in skipped[-1:])
    return f"No visitor could be put into any painting.{why}"


def _subject(file: Path, name: str, engine: Engine, manner: Manner) -> Subject:
    painting = load_painting(file, engine)

    def swap(visitor_bgr: ImageBgr) -> Swapped:
        return swap_image(visitor_bgr, painting, engine, manner)

    faces_px = [face.points_px for face in painting.faces]
    return Subject(name, painting.bgr, faces_px, swap)


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
        tally.pairs.append(result.figures)
        _show(result, subject, sheet)
        if wanted.out_dir is not None:
            name = f"{result.figures.visitor}__{subject.name}.png"
            write_image(wanted.out_dir / name, result.bgr)


def _show(result: Pair, subject: Subject, sheet: Sheet) -> None:
    if not sheet.has(subject.name, ""):
        sheet.put(subject.name, "", subject.bgr, points_box(result.painted_px))
    face_box = points_box(result.painted_px)
    sheet.put(subject.name, result.figures.visitor, result.bgr, face_box)
