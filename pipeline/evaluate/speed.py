"""How fast the engine is: live behind its threads, and one frame against one model.

The ratio is taken apart from the live run, so that no other thread of ours competes:
one thread alternates between a whole frame and one inference of the landmark model on a
session of its own, and the medians of the two are divided. What else slows the machine
down slows both, though OpenCV's own threads, which only the frame uses, suffer more on
a busy machine.
"""

import logging
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np

from pipeline.capture import log as capture_log
from pipeline.errors import SourceUnavailableError
from pipeline.evaluate.summary import spread_ms
from pipeline.live import Sight
from pipeline.runner import Runner
from pipeline.runtime import open_session
from pipeline.sources.base import FrameSource
from pipeline.status import State, Status
from pipeline.types import Frame
from pipeline.weights import Model

STAGES = ("detect", "landmarks", "warp", "harmonise", "compose", "total")
SCREEN_S = 1 / 60
_START_WITHIN_S = 20.0
_WARM_UP = 8
_MESH_SIDE_PX = 192


class TimedPicture(Protocol):
    """A picture that knows what it cost."""

    @property
    def stages_ms(self) -> Mapping[str, float]:
        """Milliseconds by stage."""
        ...

    @property
    def matched(self) -> int:
        """How many painted faces show a visitor."""
        ...


P = TypeVar("P", bound=TimedPicture)


@dataclass(slots=True)
class Recorder(Generic[P]):
    """Stands between runner and live portrait and notes what each frame costs."""

    paint: Callable[[Sight], P]
    stages_ms: list[Mapping[str, float]] = field(default_factory=list)
    latencies_ms: list[float] = field(default_factory=list)
    times_s: list[float] = field(default_factory=list)
    with_face: int = 0

    def __call__(self, sight: Sight) -> P:
        """Make the picture."""
        picture = self.paint(sight)
        now_s = time.monotonic()
        self.stages_ms.append(picture.stages_ms)
        self.latencies_ms.append((now_s - sight.frame.time_s) * 1000)
        self.times_s.append(now_s)
        self.with_face += picture.matched > 0
        return picture


def run_live(
    source: FrameSource,
    look: Callable[[Frame], Sight],
    paint: Callable[[Sight], P],
    seconds: float,
) -> dict[str, object]:
    """Run source and portrait as the kiosk does, and look at a screen's pace.

    Args:
        source: Where frames come from.
        look: The live portrait's first half.
        paint: Its second half.
        seconds: How long, from the first picture on.

    Returns:
        ``frames_in, frames_rendered, frames_with_face, dropped, render_fps,
        latency_ms, stages_ms, rss_mb`` (the largest seen).

    Raises:
        SourceUnavailableError: If the source cannot be opened at once, no picture
            comes, or the run fails.
    """
    recorder = Recorder(paint)
    runner = Runner(source, recorder, look=look)
    try:
        with _unlogged():
            runner.start()
            _await_first(runner, recorder)
        rss_mb = _watch(runner, time.monotonic() + seconds)
        status = runner.status
    finally:
        runner.stop()
    if status.state is State.FAILED:
        raise SourceUnavailableError(status.error)
    latency = [{"latency": ms} for ms in recorder.latencies_ms]
    return {
        "frames_in": status.frames_in,
        "frames_rendered": status.frames_rendered,
        "frames_with_face": recorder.with_face,
        "dropped": status.dropped,
        "render_fps": _per_second(recorder.times_s),
        "latency_ms": spread_ms(latency)["latency"],
        "stages_ms": _stages(recorder.stages_ms),
        "rss_mb": rss_mb,
    }


def some_frames(source: FrameSource, count: int) -> list[Frame]:
    """Read a few consecutive frames to be worked on without any thread.

    Raises:
        SourceError: If the source cannot be opened or is lost.
    """
    source.open()
    try:
        read = (source.read(1.0) for _ in range(4 * count))
        frames: list[Frame] = []
        for frame in read:
            if frame is not None:
                frames.append(frame)
            if len(frames) == count:
                break
        return frames
    finally:
        source.close()


def frame_to_landmarks(
    frames: Sequence[Frame], render: Callable[[Frame], P]
) -> dict[str, float | None]:
    """Divide the median time of a whole frame by that of one landmark inference.

    Args:
        frames: Consecutive frames; the first few only warm everything up.
        render: The live portrait, called on this thread.

    Returns:
        ``frame_ms`` and ``landmarks_ms``, both medians, and
        ``ratio_frame_to_landmarks``; None where no frame showed a face.
    """
    session = open_session(Model.MESH_468)
    noise = np.random.default_rng(0).random(
        (1, _MESH_SIDE_PX, _MESH_SIDE_PX, 3), dtype=np.float32
    )
    frame_ms, landmarks_ms = [], []
    for number, frame in enumerate(frames):
        began_s = time.perf_counter()
        picture = render(frame)
        rendered_s = time.perf_counter()
        session.run(input_1=noise)
        done_s = time.perf_counter()
        if number >= _WARM_UP and picture.matched > 0:
            frame_ms.append((rendered_s - began_s) * 1000)
            landmarks_ms.append((done_s - rendered_s) * 1000)
    if not frame_ms:
        nothing = ("frame_ms", "landmarks_ms", "ratio_frame_to_landmarks")
        return dict.fromkeys(nothing)
    whole, one = float(np.median(frame_ms)), float(np.median(landmarks_ms))
    return {
        "frame_ms": round(whole, 2),
        "landmarks_ms": round(one, 2),
        "ratio_frame_to_landmarks": round(whole / one, 2),
    }


def resident_mb() -> float | None:
    """Tell how much memory this process holds, or held at most; None if unknown."""
    statm = Path("/proc/self/statm")
    if statm.is_file():
        import resource

        pages = int(statm.read_text(encoding="ascii").split()[1])
        return round(pages * resource.getpagesize() / 2**20, 1)
    if sys.platform == "win32":
        return None
    import resource

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(largest / (2**20 if sys.platform == "darwin" else 2**10), 1)


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep out of the log what `_await_first` raises anyway."""

    def drop(_record: logging.LogRecord) -> bool:
        return False

    capture_log.addFilter(drop)
    try:
        yield
    finally:
        capture_log.removeFilter(drop)


def _await_first(runner: Runner[P], recorder: Recorder[P]) -> None:
    give_up_s = time.monotonic() + _START_WITHIN_S
    while not recorder.times_s:
        status = runner.status
        never_came = status.state is State.WAITING_FOR_SOURCE and not status.frames_in
        failed = never_came or status.state is State.FAILED
        if failed or time.monotonic() > give_up_s:
            raise SourceUnavailableError(status.error or _silent(status))
        runner.pictures.take(SCREEN_S)


def _silent(status: Status) -> str:
    return f"{status.source.name or 'The source'} delivered no picture."


def _watch(runner: Runner[P], until_s: float) -> float | None:
    """Take pictures at a screen's pace; returns the largest memory seen."""
    largest = resident_mb()
    look_again_s = 0.0
    while time.monotonic() < until_s and runner.status.state is not State.FAILED:
        time.sleep(SCREEN_S)
        runner.pictures.poll()
        if time.monotonic() > look_again_s:
            look_again_s = time.monotonic() + 0.5
            now = resident_mb()
            largest = max(largest, now) if largest and now else now
    return largest


def _stages(recorded: Sequence[Mapping[str, float]]) -> dict[str, object]:
    """Every promised stage, also one that never ran, then any others."""
    found = spread_ms(recorded)
    never: dict[str, object] = {"p50": None, "p95": None}
    promised: dict[str, object] = {name: found.pop(name, never) for name in STAGES}
    return {**promised, **found}


def _per_second(times_s: Sequence[float]) -> float:
    if len(times_s) < 2:
        return 0.0
    return round((len(times_s) - 1) / max(times_s[-1] - times_s[0], 1e-6), 2)
