"""The figures of a grid, by the names that reports rely on."""

import json

import pytest

from pipeline.evaluate.grid import PairFigures
from pipeline.evaluate.measures import Fidelity
from pipeline.evaluate.summary import Tally, spread_ms
from pipeline.evaluate.visitors import Skipped

KEYS = [
    "pairs",
    "skipped",
    "identity_mean",
    "identity_p5",
    "identity_min",
    "retrieval_top1",
    "outside_max_abs_diff",
    "ssim_outside",
    "strokes_ratio",
    "light_delta_e",
    "seam",
    "stages_ms",
]


def figures(visitor, painting, identity, *, recognised=True, fidelity=None):
    return PairFigures(
        visitor=visitor,
        painting=painting,
        identity=identity,
        nearest=visitor if recognised else "somebody",
        recognised=recognised,
        detected=True,
        fidelity=fidelity or Fidelity(0, 1.0, 1.0, 2.0, 1.1),
        stages_ms={"total": 100 * identity},
    )


def test_every_promised_key_is_there_and_can_be_written_as_json():
    report = Tally(pairs=[figures("a", "x", 0.5)]).report()
    assert set(KEYS) <= set(report)
    assert json.loads(json.dumps(report)) == report


def test_the_figures_are_summed_up():
    worst = Fidelity(3, 0.9, 16.0, 8.0, 1.5)
    pairs = [
        figures("a", "x", 0.8),
        figures("b", "x", 0.6),
        figures("a", "y", 0.4),
        figures("b", "y", 0.2, recognised=False, fidelity=worst),
    ]
    report = Tally(pairs, [Skipped("c.jpg", "No face was found in it.")]).report()
    assert report["pairs"] == 4
    assert report["skipped"] == [
        {"file": "c.jpg", "reason": "No face was found in it."}
    ]
    assert report["identity_mean"] == pytest.approx(0.5)
    assert report["identity_min"] == pytest.approx(0.2)
    assert report["identity_p5"] == pytest.approx(0.23)
    assert report["retrieval_top1"] == 0.75
    assert report["outside_max_abs_diff"] == 3
    assert report["ssim_outside"] == 0.9
    assert report["strokes_ratio"] == pytest.approx(2.0)
    assert report["light_delta_e"] == pytest.approx(3.5)
    assert report["seam"] == pytest.approx((1.1**3 * 1.5) ** 0.25, abs=1e-3)
    assert report["share_within"] == {
        "strokes_ratio": 0.75,
        "light_delta_e": 0.75,
        "seam": 0.75,
    }
    assert report["spread"]["strokes_ratio"]["p50"] == pytest.approx(1.0)


def test_paintings_and_visitors_are_listed_worst_first():
    pairs = [figures("a", "x", 0.8), figures("a", "y", 0.4), figures("b", "x", 0.7)]
    report = Tally(pairs).report()
    assert list(report["by_painting"]) == ["y", "x"]
    assert list(report["by_visitor"]) == ["a", "b"]
    assert report["by_painting"]["x"]["identity_mean"] == pytest.approx(0.75)
    assert report["worst"][0]["painting"] == "y"


def test_without_a_pair_there_are_no_figures():
    report = Tally().report()
    assert report["pairs"] == 0
    assert report["identity_mean"] is None
    assert report["strokes_ratio"] is None
    assert report["outside_max_abs_diff"] is None


def test_stages_that_not_every_frame_had_are_kept():
    found = spread_ms([{"warp": 1.0}, {"warp": 3.0, "detect": 9.0}])
    assert found["warp"]["p50"] == 2.0
    assert found["detect"] == {"p50": 9.0, "p95": 9.0}
