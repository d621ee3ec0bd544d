"""The role of a frame source."""

from typing import Protocol

from pipeline.types import Frame, SourceInfo


class FrameSource(Protocol):
    """Delivers frames to the capture thread.

    Life cycle: ``open``, any number of ``read``, ``close``; may be opened again. All
    calls come from one thread; ``info`` may be asked from any.
    """

    @property
    def info(self) -> SourceInfo:
        """What this source is; size and speed are known once it is open."""
        ...

    def open(self) -> None:
        """Get ready to deliver.

        Raises:
            SourceUnavailableError: If it cannot be opened; trying later may help.
        """
        ...

    def read(self, timeout_s: float) -> Frame | None:
        """Wait for the next frame.

        A source with a pace of its own (clip, demo) sleeps to keep it and skips
        frames that nobody came for.

        Args:
            timeout_s: Longest wait.

        Returns:
            The frame, or None when none came in time.

        Raises:
            SourceLostError: If the source stopped delivering.
        """
        ...

    def close(self) -> None:
        """Let go of the device or file; harmless when not open."""
        ...
