"""All checks are run, whatever becomes of one of them."""

from pathlib import Path

from kiosk import places
from kiosk.selftest.run import CHECKS, Result, selftest


def test_a_check_that_breaks_does_not_stop_the_others() -> None:
    seen: list[Path] = []

    def well(folder: Path) -> str:
        seen.append(folder)
        return f"home is {places.data_folder().parent.name}"

    def broken(_folder: Path) -> str:
        raise OSError("gone")

    told: list[Result] = []
    results = selftest(told.append, {"first": well, "second": broken, "third": well})

    assert [one.good for one in results] == [True, False, True]
    assert results[1].words == "OSError: gone"
    assert results[0].words == "home is kiosk"
    assert tuple(told) == results
    assert not any(folder.exists() for folder in seen)


def test_marks_and_figures_come_after_the_visit() -> None:
    order = list(CHECKS)
    assert order.index("visit") < order.index("marks") < order.index("figures")
