from kiosk.stats.formats.csv import harmless


def test_formulas_become_texts_and_nothing_else_changes() -> None:
    rows = [("=1+1", -5, "plain", None), ("fine", -2.5, "", "\tx"), (None, 0, "-", "y")]

    assert [list(row) for row in harmless(rows)] == [
        ["'=1+1", -5, "plain", None],
        ["fine", -2.5, "", "'\tx"],
        [None, 0, "'-", "y"],
    ]


def test_harmless_rows_are_passed_on_as_they_are() -> None:
    rows = [("a", -1, None), ("b", 2.5, "")]

    assert harmless(rows) is rows
    assert list(harmless([])) == []
