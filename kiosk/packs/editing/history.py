"""What was done to a painting, to be undone and done again."""

from typing import Final

from kiosk.packs.editing.draft import Draft

MOST_STEPS: Final = 500
"""Older ones cannot be undone any more."""


class History:
    """The drafts of one painting, one after the other.

    Args:
        first: As it was opened.
    """

    def __init__(self, first: Draft) -> None:
        self._past: list[Draft] = []
        self._now = self._saved = first
        self._undone: list[Draft] = []

    @property
    def now(self) -> Draft:
        """As it is."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone that could be done again."""
        return bool(self._undone)

    @property
    def unsaved(self) -> bool:
        """Whether it is another than what was saved."""
        return self._now != self._saved

    def do(self, draft: Draft) -> bool:
        """Go on to another draft.

        Returns:
            Whether it is another at all.
        """
        if draft == self._now:
            return False
        self._past.append(self._now)
        del self._past[:-MOST_STEPS]
        self._undone.clear()
        self._now = draft
        return True

    def undo(self) -> None:
        """Go back one step, if there is one."""
        if self._past:
            self._undone.append(self._now)
            self._now = self._past.pop()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._undone:
            self._past.append(self._now)
            self._now = self._undone.pop()

    def note_saved(self, draft: Draft) -> None:
        """Remember that a draft is what is saved now."""
        self._saved = draft
