"""Invites whoever stands alone before a painting of several to bring somebody in."""

ALONE_S = 2.0
"""So long somebody lives in the painting before a group is invited."""
SHOWN_S = 8.0
MOST_TIMES = 2
"""In so many paintings of a visit; more would be nagging."""


class Invitation:
    """Decides when to invite; once for a painting, and never a group that came."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Another visitor comes."""
        self._invited: set[str] = set()
        self._now_in = ""
        self._since_s: float | None = None
        self._shown_until_s: float | None = None
        self._came = False

    def look(self, key: str, visitors: int, room: int, now_s: float) -> bool:
        """Whether to invite now.

        Args:
            key: Of the painting.
            visitors: How many live in it.
            room: How many it has room for.
            now_s: The clock of the visit.
        """
        if key != self._now_in:
            self._now_in, self._since_s, self._shown_until_s = key, None, None
        self._came = self._came or visitors > 1
        if visitors != 1 or room <= visitors or self._came:
            self._since_s, self._shown_until_s = None, None
            return False
        if self._since_s is None:
            self._since_s = now_s
        if self._shown_until_s is None and self._may_begin(key, now_s):
            self._invited.add(key)
            self._shown_until_s = now_s + SHOWN_S
        return self._shown_until_s is not None and now_s < self._shown_until_s

    def _may_begin(self, key: str, now_s: float) -> bool:
        waited = self._since_s is not None and now_s - self._since_s >= ALONE_S
        return waited and key not in self._invited and len(self._invited) < MOST_TIMES
