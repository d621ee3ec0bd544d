"""The figures of a whole grid, by the names that reports rely on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from pipeline.evaluate.grid import PairFigures
from pipeline.evaluate.visitors import Skipped

Report: TypeAlias = dict[str, object]
_WORST = 12


@dataclass(slots=True)
class Tally:
    """Collects the figures of all pairs and what was skipped."""

    pairs: list[PairFigures] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def report(self) -> Report:
        """Sum everything up; without a single pair the figures are None.

        ``ssim_outside`` and ``outside_max_abs_diff`` are the worst of all pairs,
        ``strokes_ratio`` and ``seam`` geometric means, ``light_delta_e`` the mean;
        ``share_within`` is how many of the pairs keep what is wanted of each.
        """
        pairs = self.pairs
        identity = [pair.identity for pair in pairs]
        worst = sorted(pairs, key=lambda pair: pair.identity)[:_WORST]
        return {
            "pairs": len(pairs),
            "skipped": [
                {"file": left.file, "reason": left.reason} for left in self.skipped
            ],
            "identity_mean": _mean(identity),
            "identity_p5": _percentile(identity, 5),
            "identity_min": _percentile(identity, 0),
            "retrieval_top1": _mean([pair.recognised for pair in pairs]),
            "detected_rate": _mean([pair.detected for pair in pairs]),
            **_fidelity(pairs),
            "stages_ms": spread_ms([pair.stages_ms for pair in pairs]),
            "by_painting": _by(pairs, "painting"),
            "by_visitor": _by(pairs, "visitor"),
            "worst": [
                {
                    "visitor": pair.visitor,
                    "painting": pair.painting,
                    "identity": round(pair.identity, 3),
                    "nearest": pair.nearest,
                }
                for pair in worst
            ],
        }


def spread_ms(all_stages: Sequence[Mapping[str, float]]) -> dict[str, Report]:
    """Median and 95th percentile of each stage, in milliseconds."""
    names = dict.fromkeys(name for stages in all_stages for name in stages)
    return {
        name: {
            f"p{rank}": _percentile(
                [stages[name] for stages in all_stages if name in stages], rank, 2
            )
            for rank in (50, 95)
        }
        for name in names
    }


def _fidelity(pairs: Sequence[PairFigures]) -> Report:
    found = [pair.fidelity for pair in pairs]
    strokes = [one.strokes_ratio for one in found]
    light = [one.light_delta_e for one in found]
    seams = [one.seam for one in found]
    spread = {"strokes_ratio": strokes, "light_delta_e": light, "seam": seams}
    return {
        "outside_max_abs_diff": max(
            (one.outside_max_abs_diff for one in found), default=None
        ),
        "ssim_outside": min((one.ssim_outside for one in found), default=None),
        "strokes_ratio": _mean_ratio(strokes),
        "light_delta_e": _mean(light),
        "seam": _mean_ratio(seams),
        "share_within": {
            "strokes_ratio": _mean([0.8 <= value <= 1.25 for value in strokes]),
            "light_delta_e": _mean([value <= 5 for value in light]),
            "seam": _mean([value <= 1.3 for value in seams]),
        },
        "spread": {
            name: {f"p{rank}": _percentile(values, rank) for rank in (5, 50, 95)}
            for name, values in spread.items()
        },
    }


def _by(pairs: Sequence[PairFigures], key: str) -> dict[str, Report]:
    """Means of each painting or visitor, lowest identity first."""
    groups: dict[str, list[PairFigures]] = {}
    for pair in pairs:
        groups.setdefault(getattr(pair, key), []).append(pair)
    ordered = sorted(
        groups.items(),
        key=lambda row: sum(pair.identity for pair in row[1]) / len(row[1]),
    )
    return {
        name: {
            "identity_mean": _mean([pair.identity for pair in group]),
            "retrieval_top1": _mean([pair.recognised for pair in group]),
            "strokes_ratio": _mean_ratio(
                [pair.fidelity.strokes_ratio for pair in group]
            ),
            "light_delta_e": _mean([pair.fidelity.light_delta_e for pair in group]),
            "seam": _mean_ratio([pair.fidelity.seam for pair in group]),
        }
        for name, group in ordered
    }


def _mean(values: Sequence[float] | Sequence[bool]) -> float | None:
    return round(float(np.mean(values)), 4) if values else None


def _mean_ratio(values: Sequence[float]) -> float | None:
    """Geometric mean: half and double cancel out."""
    return round(float(np.exp(np.mean(np.log(values)))), 4) if values else None


def _percentile(values: Sequence[float], rank: float, digits: int = 4) -> float | None:
    return round(float(np.percentile(values, rank)), digits) if values else None
