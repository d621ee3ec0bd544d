"""A living visitor for every computer, with or without a camera."""

import time
from collections.abc import Callable

from pipeline.errors import SourceLostError
from pipeline.sources.pace import Pace
from pipeline.sources.puppet.puppet import Puppet
from pipeline.sources.puppet.script import act_at
from pipeline.sources.puppet.stage import VIEW_PX
from pipeline.types import Frame, ImageBgr, SourceInfo

FPS = 30.0


class DemoVisitor:
    """An astronaut who looks around, blinks, smiles and talks.

    Made at run time from the public-domain portrait that scikit-image ships, moved
    through the face mesh. The same moment always gives the same picture.

    Args:
        clock: Seconds that only grow.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._puppet: Puppet | None = None
        self._pace: Pace | None = None
        self._index = 0

    @property
    def info(self) -> SourceInfo:
        """The same at all times."""
        return SourceInfo("demo", "demo visitor", VIEW_PX, FPS)

    def open(self) -> None:
        """Prepare the portrait; takes about a second the first time."""
        self._prepared()
        self._pace = Pace(FPS, self._clock, self._sleep)
        self._index = 0

    def read(self, timeout_s: float) -> Frame | None:
        """Wait for the next moment and draw it."""
        if self._pace is None:
            raise SourceLostError("The demo visitor is not open.")
        if self._pace.advance(timeout_s) == 0:
            return None
        bgr = self.frame_at(self._pace.tick / FPS)
        frame = Frame(bgr, self._clock(), self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        """Stop; the prepared portrait is kept for the next opening."""
        self._pace = None

    def frame_at(self, t_s: float) -> ImageBgr:
        """Draw the visitor at a moment, whether open or not.

        Args:
            t_s: Seconds since she came, from 0.

        Returns:
            ``(720, 1280, 3)``, newly made; the same for the same ``t_s``.

        Raises:
            SourceUnavailableError: If the portrait is not installed.
            ModelError: If a model file is missing or altered.
        """
        return self._prepared().draw(act_at(t_s), grain_seed=round(t_s * FPS))

    def _prepared(self) -> Puppet:
        if self._puppet is None:
            self._puppet = Puppet()
        return self._puppet
