import numpy as np
import pytest

from kiosk.widgets.head_sketch import HeadPose, HeadSketch, sketch_head


def _nose_tip(pose: HeadPose) -> tuple[float, float]:
    x, y = sketch_head(pose).features[0][1]
    return float(x), float(y)


def test_a_frontal_head_is_even(  # its left half is its right half
) -> None:
    sketch = sketch_head((0, 0, 0))

    assert len(sketch.eyes) == 2
    assert sketch.eyes[0][0] == pytest.approx(-sketch.eyes[1][0])
    assert sketch.outline.max(axis=0) == pytest.approx(-sketch.outline.min(axis=0))
    assert _nose_tip((0, 0, 0))[0] == pytest.approx(0)


def test_the_nose_follows_the_turn() -> None:
    middle = _nose_tip((0, 0, 0))

    assert _nose_tip((25, 0, 0))[0] > middle[0] + 0.2
    assert _nose_tip((-25, 0, 0))[0] < middle[0] - 0.2
    assert _nose_tip((0, 25, 0))[1] > middle[1] + 0.2
    assert _nose_tip((0, -25, 0))[1] < middle[1] - 0.2


def test_a_head_rolls_clockwise() -> None:
    left, right = sketch_head((0, 0, 20)).eyes

    assert right[1] > left[1] + 0.1  # y goes down


def test_the_far_eye_goes_out_of_sight() -> None:
    assert len(sketch_head((80, 0, 0)).eyes) == 1


@pytest.mark.parametrize(
    "pose", [(200, 0, 0), (-400, 90, 0), (85, 85, 85), (0, -300, 1000)]
)
def test_wild_turns_still_give_a_head(pose: HeadPose) -> None:
    sketch = sketch_head(pose)

    points = np.concatenate([sketch.outline, *sketch.lines, *sketch.features])
    assert np.isfinite(points).all()
    assert np.abs(points).max() < 1.4
    assert isinstance(sketch, HeadSketch)
