"""The demo visitor, seen by the same models that will see a real one."""

import numpy as np
import pytest

from pipeline.errors import SourceUnavailableError
from pipeline.landmarks.mesh468 import Mesh468
from pipeline.landmarks.mesh478 import Mesh478
from pipeline.mesh import head_rotation
from pipeline.sources.demo import DemoVisitor
from pipeline.sources.puppet import stage
from pipeline.sources.puppet.script import act_at

UPPER_LID, LOWER_LID, CORNERS = (159, 386), (145, 374), ((33, 133), (362, 263))


@pytest.fixture(scope="module")
def visitor() -> DemoVisitor:
    return DemoVisitor()


@pytest.fixture(scope="module")
def start_px() -> np.ndarray:
    return stage.load_stage().points_px - np.float32(
        [stage.MARGIN_PX, stage.MARGIN_PX, 0]
    )


def moments_s(wanted, count: int) -> list[float]:
    """The first moments at which the script does what is wanted."""
    found = (k / 30 for k in range(3000) if wanted(act_at(k / 30)))
    return [moment for _, moment in zip(range(count), found, strict=False)]


def opening(points: np.ndarray) -> float:
    """Eye aspect ratio, the mean of both."""
    ratios = [
        np.linalg.norm(points[up, :2] - points[low, :2])
        / np.linalg.norm(points[a, :2] - points[b, :2])
        for up, low, (a, b) in zip(UPPER_LID, LOWER_LID, CORNERS, strict=True)
    ]
    return float(np.mean(ratios))


def test_the_same_moment_gives_the_same_picture(visitor):
    first = visitor.frame_at(3.7)
    visitor.frame_at(11.0)
    assert np.array_equal(visitor.frame_at(3.7), first)
    assert np.array_equal(DemoVisitor().frame_at(3.7), first)
    assert not np.array_equal(visitor.frame_at(3.8), first)


def test_the_face_is_tracked_at_every_moment_and_turns_as_written(visitor, start_px):
    mesh, points, turns = Mesh468(), start_px, []
    for k in range(100):
        face = mesh.follow(visitor.frame_at(k / 5), points)
        assert face.presence > 0.99, f"lost at {k / 5} s"
        points = face.points_px
        rotation = head_rotation(points)
        turns.append(np.degrees(np.arctan2(rotation[2, 0], rotation[0, 0])))
    written = [act_at(k / 5).yaw for k in range(100)]
    assert np.corrcoef(turns, written)[0, 1] > 0.98
    assert max(turns) > 10.0
    assert min(turns) < -10.0


def test_a_blink_shuts_the_eyes(visitor, start_px):
    reader = Mesh478()
    open_s = moments_s(lambda act: act.shut == 0.0, 3)
    shut_s = moments_s(lambda act: act.shut == 1.0, 3)
    wide = [reader.read(visitor.frame_at(t), start_px) for t in open_s]
    shut = [reader.read(visitor.frame_at(t), start_px) for t in shut_s]
    open_ratio = np.mean([opening(one.points_px) for one in wide])
    shut_ratio = np.mean([opening(one.points_px) for one in shut])
    assert shut_ratio < 0.5 * open_ratio
    assert min(one.eyes_open for one in wide) > 0.8
    assert max(one.eyes_open for one in shut) < 0.65


def test_the_mouth_opens_and_closes(visitor, start_px):
    reader = Mesh478()

    def lips_apart(t_s: float) -> float:
        points = reader.read(visitor.frame_at(t_s), start_px).points_px
        lips = np.linalg.norm(points[13, :2] - points[14, :2])
        return float(lips / np.linalg.norm(points[61, :2] - points[291, :2]))

    smiling = lips_apart(0.0)
    talking = max(lips_apart(t) for t in moments_s(lambda act: act.drop > 0.35, 3))
    resting = lips_apart(moments_s(lambda act: act.close > 0.99, 20)[-1])
    assert talking > 1.4 * smiling
    assert resting < 0.5 * smiling


def test_the_light_changes(visitor):
    colours = [visitor.frame_at(t)[::8, ::8].mean((0, 1)) for t in range(0, 40, 4)]
    brightness = np.mean(colours, axis=1)
    warmth = np.array(colours)[:, 2] / np.array(colours)[:, 0]
    assert brightness.max() > 1.1 * brightness.min()
    assert warmth.max() > 1.1 * warmth.min()


def test_nothing_jumps_from_one_frame_to_the_next(visitor):
    last = visitor.frame_at(0.0)[::2, ::2].astype(np.int16)
    for k in range(1, 45):
        now = visitor.frame_at(k / 30)[::2, ::2].astype(np.int16)
        assert np.abs(now - last).mean() < 6.0
        last = now


def test_a_missing_portrait_is_told_in_plain_words(monkeypatch):
    monkeypatch.setattr(stage, "find_spec", lambda name: None)
    stage.load_stage.cache_clear()
    try:
        with pytest.raises(SourceUnavailableError, match="Install the program again"):
            DemoVisitor().open()
    finally:
        stage.load_stage.cache_clear()
