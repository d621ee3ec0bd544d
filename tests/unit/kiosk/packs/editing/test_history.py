from kiosk.packs.editing.draft import Draft
from kiosk.packs.editing.history import MOST_STEPS, History


def draft(number: int) -> Draft:
    return Draft(complexion=number / 1000)


def test_undo_and_redo_walk_along_the_drafts() -> None:
    history = History(draft(0))
    for number in (1, 2):
        assert history.do(draft(number))

    history.undo()
    assert history.now == draft(1)
    history.undo()
    history.undo()  # there is nothing before the first
    assert history.now == draft(0)
    assert not history.can_undo
    history.redo()
    assert history.now == draft(1)
    assert history.can_redo


def test_doing_something_else_forgets_what_was_undone() -> None:
    history = History(draft(0))
    history.do(draft(1))
    history.undo()

    history.do(draft(2))

    assert not history.can_redo
    history.undo()
    assert history.now == draft(0)


def test_the_same_again_is_no_step() -> None:
    history = History(draft(0))

    assert not history.do(draft(0))
    assert not history.can_undo


def test_unsaved_is_what_differs_from_what_was_saved() -> None:
    history = History(draft(0))
    assert not history.unsaved
    history.do(draft(1))
    assert history.unsaved

    history.note_saved(draft(1))
    assert not history.unsaved
    history.undo()
    assert history.unsaved
    history.redo()
    assert not history.unsaved


def test_very_old_steps_are_forgotten() -> None:
    history = History(draft(0))
    for number in range(1, MOST_STEPS + 20):
        history.do(draft(number))
    for _ in range(2 * MOST_STEPS):
        history.undo()

    assert history.now == draft(19)
