"""How long fuzzing takes: seconds by itself, hours with FUZZ=long."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

_COMMON = {
    "database": None,
    "deadline": None,
    "suppress_health_check": [
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
}
settings.register_profile("usual", max_examples=80, **_COMMON)
settings.register_profile("long", max_examples=20_000, **_COMMON)
# What it remembers of our sources belongs with what pytest remembers.
set_hypothesis_home_dir(
    Path(__file__).resolve().parents[2] / ".pytest_cache" / "hypothesis"
)
settings.load_profile(os.environ.get("FUZZ", "usual"))


@pytest.fixture
def fenced(tmp_path: Path) -> Path:
    """A folder of which nothing around may change."""
    folder = tmp_path / "fence" / "inside"
    folder.mkdir(parents=True)
    (tmp_path / "fence" / "neighbour.txt").write_text("untouched")
    return folder
