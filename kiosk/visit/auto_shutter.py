"""When a held pose takes the portrait by itself. No Qt."""

HOLD_S = 1.2
"""So long a matching pose is held before the portrait takes itself."""
CALM_S = 4.0
"""After a failed portrait the next one does not take itself for so long."""
MOST_VAIN = 2
"""So many portraits in a row take themselves in vain; then a touch is waited for."""


class AutoShutter:
    """Releases where a pose was held, and not again and again in vain."""

    def __init__(self) -> None:
        self._released = False
        self._vain = 0
        self._calm_until_s = 0.0

    def forget(self) -> None:
        """Begin anew with another visitor."""
        self._released, self._vain = False, 0

    def encourage(self) -> None:
        """Release again, however often it was in vain."""
        self._vain = 0

    def rearm(self) -> None:
        """Be ready for the next portrait."""
        self._released = False

    def rest(self, now_s: float) -> None:
        """Do not release for a while.

        Args:
            now_s: The clock of the visit.
        """
        self._calm_until_s = now_s + CALM_S

    def miss(self) -> None:
        """Note that there is no portrait; it counts where this released."""
        if self._released:
            self._vain += 1

    def release(self, held_s: float, now_s: float) -> bool:
        """Take the portrait if it is time to.

        Args:
            held_s: How long the pose is held, in seconds.
            now_s: The clock of the visit.

        Returns:
            Whether it is taken.
        """
        if held_s < HOLD_S or self._vain >= MOST_VAIN or now_s <= self._calm_until_s:
            return False
        self._released = True
        return True
