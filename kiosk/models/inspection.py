"""Looks through all models, ours and the operator's: what each is, and how it does."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kiosk.engines import UNLICENSED, models_folder, networks_of, place_engine
from kiosk.settings.schema import Settings
from pipeline.devices import PROCESSOR, Device
from pipeline.errors import ModelError
from pipeline.inventory import (
    ModelFile,
    ModelKind,
    folders_in,
    models_in,
    read_model_file,
)
from pipeline.measured import all_of
from pipeline.measuring import EVERY_FRAME
from pipeline.runtime import open_session, ready_providers, sample_for, session_options
from pipeline.swap.opening import spare_threads
from pipeline.trouble import Setbacks
from pipeline.weights import Model, ModelEntry, manifest, model_path

if TYPE_CHECKING:
    from pipeline.placement import Placement
    from pipeline.swap.network_files import NetworkFiles

RESEARCH: Final = "none stated; InsightFace's are for research that earns nothing"
PURPOSES: Final = {
    ModelKind.DETECTOR: "finds faces, for InsightFace",
    ModelKind.RECOGNISER: "tells whose face it is, as numbers",
    ModelKind.SWAPPER: "paints a face with another identity",
    ModelKind.LANDMARKS: "points of a face; not used",
    ModelKind.ATTRIBUTES: "guesses age and sex; not used",
    ModelKind.OTHER: "nothing that the kiosk knows; not used",
}

_RUN: Final = (ModelKind.DETECTOR, ModelKind.RECOGNISER, ModelKind.SWAPPER)
_RUNS: Final = 3


@dataclass(frozen=True, slots=True)
class ModelRow:
    """What is known of one model.

    Attributes:
        file: Its path; within the models' folder for an operator's.
        ours: Whether it came with the kiosk.
        purpose: What it is for.
        licence: Of ours, the SPDX name; else what the operator states.
        size_bytes: Of the file; 0 if it is not there.
        sha256: Of its content, in hexadecimal; empty if it cannot be read.
        used: Whether the engine that is chosen runs it.
        provider: What it runs on; empty if it is not run.
        run_ms: What one run takes there, in the median; None if it is not run.
        problem: What is wrong with it and what to do; empty if nothing.
    """

    file: str
    ours: bool
    purpose: str
    licence: str
    size_bytes: int = 0
    sha256: str = ""
    used: bool = False
    provider: str = ""
    run_ms: float | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """All models, and whether the engine that is chosen can paint.

    Attributes:
        folder: Where the operator's are.
        engine: The one that is chosen.
        rows: A line for each model.
        problems: What keeps it from painting as it should, with what to do.
    """

    folder: Path
    engine: str
    rows: tuple[ModelRow, ...]
    problems: tuple[str, ...]


def look_through(settings: Settings, *, anew: bool = False) -> Inspection:
    """Look at every model and run those that are used; takes some seconds.

    Args:
        settings: In force.
        anew: Measure anew what models run best on.
    """
    files = networks_of(settings)
    placement = place_engine(settings, files, anew=anew)
    setbacks = Setbacks()
    for sentence in placement.setbacks:
        setbacks.note(sentence)
    folder = models_folder(settings)
    ours = tuple(_ours(placement, setbacks))
    yours = tuple(_yours(folder, settings, files, placement))
    bad = [row.problem for row in (*ours, *yours) if row.used and row.problem]
    if settings.engine.name != "mesh":
        bad += _engine_problems(settings, files, placement, setbacks)
    problems = tuple(dict.fromkeys((*bad, *setbacks.sentences)))
    return Inspection(folder, settings.engine.name, (*ours, *yours), problems)


def _ours(placement: "Placement", setbacks: Setbacks) -> Iterator[ModelRow]:
    for model, entry in manifest().items():
        every_frame = model in EVERY_FRAME
        device = placement.light if every_frame else PROCESSOR
        used = model is not Model.SFACE
        row = ModelRow(
            entry.file,
            True,
            entry.purpose,
            entry.licence,
            entry.size_bytes,
            entry.sha256,
            used,
        )
        try:
            yield _run_ours(model, entry, row, device, setbacks)
        except ModelError as error:
            yield replace(row, sha256="", problem=str(error))


def _run_ours(
    model: Model, entry: ModelEntry, row: ModelRow, device: Device, setbacks: Setbacks
) -> ModelRow:
    model_path(model)
    if not entry.file.endswith(".onnx"):
        return row
    session = open_session(model, device=device, setbacks=setbacks)
    sample = session.sample()
    run_ms = _median_ms(lambda: session.run(**sample))
    return replace(row, provider=str(session.device), run_ms=run_ms)


def _yours(
    folder: Path,
    settings: Settings,
    files: "NetworkFiles | None",
    placement: "Placement",
) -> Iterator[ModelRow]:
    licence = settings.engine.licence.strip() or RESEARCH
    for place in (folder, *folders_in(folder)):
        for path in models_in(place):
            name = path.relative_to(folder).as_posix()
            used = path in all_of(files)
            try:
                found = read_model_file(path)
            except ModelError as error:
                yield ModelRow(name, False, "", licence, used=used, problem=str(error))
                continue
            used = used and found.kind in _RUN
            row = ModelRow(
                name,
                False,
                PURPOSES[found.kind],
                licence,
                found.size_bytes,
                found.sha256,
                used,
            )
            yield _run_yours(found, row, placement.networks) if used else row


def _run_yours(found: ModelFile, row: ModelRow, device: Device) -> ModelRow:
    import onnxruntime

    try:
        session: Any = onnxruntime.InferenceSession(
            str(found.path),
            session_options(spare_threads(), device),
            providers=ready_providers(device),
        )
        sample = sample_for(session)
        session.run(None, sample)
        run_ms = _median_ms(lambda: session.run(None, sample))
    except Exception as error:  # noqa: BLE001 (ONNX Runtime's errors share no base)
        problem = (
            f"{found.path.name} does not run on {device} ({type(error).__name__}). "
            "Get it again, or choose another engine.provider."
        )
        return replace(row, problem=problem)
    return replace(row, provider=str(device), run_ms=run_ms)


def _engine_problems(
    settings: Settings,
    files: "NetworkFiles | None",
    placement: "Placement",
    setbacks: Setbacks,
) -> list[str]:
    """What keeps the operator's networks from painting together."""
    from pipeline.swap.nearest import open_nearest

    if not settings.engine.licence.strip():
        return [UNLICENSED.format(name=settings.engine.name)]
    if files is None:
        return [
            f"The engine {settings.engine.name} needs a folder with a face detector "
            "and a recogniser, and a swapper. Bring what is missing with `kiosk models "
            "add`."
        ]
    devices = (placement.networks, PROCESSOR)
    try:
        open_nearest(files, devices, placement.answer, setbacks)
    except ModelError as error:
        return [str(error)]
    return []


def _median_ms(run: Callable[[], object]) -> float:
    times_ms = []
    for _ in range(_RUNS):
        began_s = time.perf_counter()
        run()
        times_ms.append(1000 * (time.perf_counter() - began_s))
    return statistics.median(times_ms)
