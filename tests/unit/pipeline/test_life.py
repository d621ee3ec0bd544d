from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.backends import open_engine
from pipeline.life import (
    LASTS_S,
    PATIENCE_S,
    RESTS_S,
    Life,
    LifeWatch,
    rest_of_homography,
)
from pipeline.mesh import canonical_face
from pipeline.sources.demo import DemoVisitor
from pipeline.stopwatch import Stopwatch
from pipeline.track import FaceTracker
from pipeline.types import FaceMesh, Frame, TrackedFace

FPS = 25.0
LIDS = [159, 386]
LOWER = [145, 374]


def head(yaw: float = 0.0, shut: float = 0.0) -> np.ndarray:
    """A head of 200 pixels, turned and with its eyes more or less shut."""
    points = canonical_face().points_cm.astype(np.float64)
    points = points * (12.0, -12.0, -12.0)
    points[LIDS] += shut * (points[LOWER] - points[LIDS])
    turn = np.array(
        [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
    )
    return (points @ turn.T + (320, 240, 0)).astype(np.float32)


def seen(points: np.ndarray, fade: float = 1.0) -> list[TrackedFace]:
    return [TrackedFace(1, FaceMesh(points, 1.0), fade)]


def held_up(k: int) -> np.ndarray:
    """The same head on paper: shifted, tilted and brought nearer."""
    flat = head()[:, :2].astype(np.float64)
    t = k / FPS
    low = 1.0 + 0.2 * np.sin(t)
    tilt = np.array(
        [
            [low, 0.1 * np.sin(2 * t), 40 * np.sin(3 * t)],
            [0.05 * np.cos(t), low, 30 * np.cos(2 * t)],
            [4e-4 * np.sin(2 * t), 3e-4 * np.cos(3 * t), 1.0],
        ]
    )
    moved = cv2.perspectiveTransform(flat[None], tilt)[0]
    trembling = np.random.default_rng(k).normal(0, 0.5, moved.shape)
    return np.column_stack([moved + trembling, head()[:, 2]]).astype(np.float32)


def test_a_blink_is_a_sign_of_life() -> None:
    watch = LifeWatch()
    lives = [
        watch.see(seen(head(shut=0.9 if 20 <= k < 24 else 0.0)), k / FPS)
        for k in range(60)
    ]

    assert lives[15] is Life.UNKNOWN
    assert lives[-1] is Life.ALIVE


def test_shutting_the_eyes_for_good_is_none() -> None:
    watch = LifeWatch()
    for k in range(100):
        life = watch.see(seen(head(shut=0.9 if k > 30 else 0.0)), k / FPS)

    assert life is Life.UNKNOWN


def test_a_head_that_turns_is_a_sign_of_life() -> None:
    watch = LifeWatch()
    for k in range(60):
        life = watch.see(seen(head(yaw=0.3 * np.sin(k / FPS))), k / FPS)

    assert life is Life.ALIVE


def test_a_picture_is_doubted_however_it_is_held() -> None:
    watch = LifeWatch()
    lives = [watch.see(seen(held_up(k)), k / FPS) for k in range(400)]

    assert Life.ALIVE not in lives
    assert lives[round(PATIENCE_S * FPS) - 2] is Life.UNKNOWN
    assert lives[-1] is Life.DOUBTED


def test_a_sign_of_life_holds_for_a_while_only() -> None:
    watch = LifeWatch()
    for k in range(60):
        watch.see(seen(head(yaw=0.3 * np.sin(k / FPS))), k / FPS)

    last_s = 59 / FPS
    assert watch.see(seen(held_up(0)), last_s + LASTS_S - 3.0) is Life.ALIVE
    assert watch.see(seen(held_up(0)), last_s + LASTS_S + 0.5) is Life.DOUBTED


def test_a_picture_put_in_place_of_who_blinked_gives_no_other_sign() -> None:
    """It is held to what was seen of the picture, not to the living face before it."""
    watch = LifeWatch()
    for k in range(60):
        watch.see(seen(head(yaw=0.3 * np.sin(k / FPS))), k / FPS)

    lives = [watch.see(seen(held_up(k)), k / FPS) for k in range(60, 700)]

    assert lives[0] is Life.ALIVE
    assert lives[-1] is Life.DOUBTED
    assert lives.index(Life.DOUBTED) <= LASTS_S * FPS


def test_nothing_is_worked_out_while_a_sign_is_fresh(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watch = LifeWatch()
    for k in range(60):
        watch.see(seen(head(yaw=0.3 * np.sin(k / FPS))), k / FPS)

    looks: list[float] = []
    monkeypatch.setattr("pipeline.life.eye_ratio", lambda _: looks.append(1.0) or 1.0)
    for k in range(60, 60 + round(RESTS_S * FPS) - 60):
        assert watch.see(seen(head()), k / FPS) is Life.ALIVE
    assert not looks
    watch.see(seen(head()), 60 / FPS + RESTS_S)
    assert looks


def test_of_several_the_least_alive_counts_and_nobody_is_not_alive() -> None:
    watch = LifeWatch()
    for k in range(60):
        points = head(yaw=0.3 * np.sin(k / FPS))
        living = TrackedFace(1, FaceMesh(points, 1.0))
        picture = TrackedFace(2, FaceMesh(held_up(k), 1.0))
        life = watch.see([living, picture], k / FPS)

    assert life is Life.UNKNOWN
    assert watch.see([living], 60 / FPS) is Life.ALIVE
    assert watch.see([], 61 / FPS) is Life.UNKNOWN
    watch.forget()
    assert watch.see([living], 62 / FPS) is Life.UNKNOWN


def test_a_face_that_was_lost_gives_no_sign() -> None:
    watch = LifeWatch()
    for k in range(60):
        life = watch.see(seen(head(yaw=0.3 * np.sin(k)), fade=0.5), k / FPS)

    assert life is Life.UNKNOWN


def test_a_homography_leaves_nothing() -> None:
    flat = head()[:, :2].astype(np.float64)
    tilt = np.array([[1.1, 0.2, 30], [0.1, 0.9, -20], [5e-4, -4e-4, 1]])
    moved = cv2.perspectiveTransform(flat[None], tilt)[0]

    assert rest_of_homography(flat, moved) < 1e-4
    assert rest_of_homography(flat, head(yaw=0.4)) > 0.03


@pytest.mark.parametrize("points", [np.zeros((468, 3)), np.full((468, 3), 7.0)])
def test_points_that_make_no_face_do_no_harm(points: np.ndarray) -> None:
    assert np.isfinite(rest_of_homography(points, head()))
    assert np.isfinite(rest_of_homography(head(), points))


@pytest.mark.bench
def test_it_takes_a_third_of_a_millisecond_at_most() -> None:
    import time

    watch, spent = LifeWatch(), []
    for k in range(500):
        faces = seen(held_up(k))
        began = time.perf_counter()
        watch.see(faces, k / FPS)
        spent.append(time.perf_counter() - began)

    assert 1000 * np.median(spent) < 0.3


@pytest.mark.bench
def test_everybody_in_the_clips_lives_and_so_does_the_demo_visitor(
    shared_dir: Path,
) -> None:
    engine = open_engine("mesh")
    demo = DemoVisitor()
    views = {"demo": (demo.frame_at(k / FPS) for k in range(200))}
    for path in sorted((shared_dir / "testdata" / "videos").glob("*.mp4")):
        views[path.name] = frames_of(path)
    for name, frames in views.items():
        tracker, watch = FaceTracker(engine.detector, engine.landmarker, 1), LifeWatch()
        lives = set()
        for k, bgr in enumerate(frames):
            faces = tracker.update(Frame(bgr, k / FPS, k), Stopwatch())
            lives.add(watch.see(faces, k / FPS))
        assert Life.ALIVE in lives, name
        assert Life.DOUBTED not in lives, name


def frames_of(path: Path):
    video = cv2.VideoCapture(str(path))
    for _ in range(400):
        read, bgr = video.read()
        if not read:
            break
        yield bgr
    video.release()
