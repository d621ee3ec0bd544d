"""Remembers over a power cut that staff have closed the kiosk to visitors."""

import logging
from pathlib import Path

logger = logging.getLogger(__name__)


class MaintenanceSign:
    """A file that is there while the kiosk is closed to visitors.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def hangs(self) -> bool:
        """Whether the kiosk is closed to visitors."""
        try:
            return self._path.exists()
        except OSError:
            return False

    def hang(self, *, on: bool) -> None:
        """Close the kiosk to visitors, or open it again.

        Where the disk refuses, the sign only holds until the kiosk ends.
        """
        try:
            if on:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.touch()
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            fields = {"error": type(error).__name__}
            logger.warning(
                "maintenance will not be remembered", extra={"fields": fields}
            )
