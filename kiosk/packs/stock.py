"""All packs of this kiosk, and whether they are others than a moment ago."""

from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from kiosk.packs.library import Library, list_packs, open_library
from kiosk.packs.listing import ListedPack
from kiosk.packs.old_versions import Hold
from kiosk.packs.store import PackStore, Stamp

_State: TypeAlias = tuple[Stamp, date]


class Stock:
    """Where the paintings come from; used by one thread at a time.

    Args:
        store: The installed packs.
        builtin: The folder of built-in packs; ours by default.
    """

    def __init__(self, store: PackStore, builtin: Path | None = None) -> None:
        self.store = store
        self._builtin = builtin
        self._hold = Hold(store.folder)
        self._opened: _State | None = None

    def open(self) -> Library:
        """Everything that is shown today; its files stay until `let_go`."""
        self._hold.take()
        self._opened = self._state()
        return open_library(self._builtin, self.store)

    def news(self) -> Library | None:
        """Open everything again if a pack or the date has changed; cheap if not.

        Returns:
            What is shown now; None where nothing has changed since it was opened.
        """
        self._hold.take()
        return None if self._state() == self._opened else self.open()

    def list(self) -> tuple[ListedPack, ...]:
        """All packs as staff see them."""
        return list_packs(self.store, self._builtin)

    def clear_up(self) -> None:
        """Take away versions that nobody uses any more.

        Raises:
            PackError: If packs are just being changed or the disk refuses.
        """
        if self._hold.take():
            self.store.clear_up()

    def let_go(self) -> None:
        """Leave the files to whoever changes packs."""
        self._hold.let_go()

    def _state(self) -> _State:
        return self.store.stamp(), datetime.now().astimezone().date()
