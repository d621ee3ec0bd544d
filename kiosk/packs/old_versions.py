"""Takes away versions that count no more, but not those that a kiosk may be showing."""

import contextlib
import logging
import secrets
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.disk import alone, clear_away
from kiosk.packs.index import Index, pack_folders, version_folders

HALF_DONE = ".incoming-"
IN_USE_NAME = ".in-use"

logger = logging.getLogger(__name__)


class Hold:
    """While it is taken, whoever changes packs leaves the files of old versions.

    A running kiosk takes it, because a visitor may be in a painting that somebody
    removes. The system lets go of it even if the kiosk is killed.

    Args:
        store: The folder of all packs.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._held = contextlib.ExitStack()
        self._taken = False

    def take(self) -> bool:
        """Take it, unless another kiosk has; made for being called again and again.

        Returns:
            Whether it is taken now.
        """
        if not self._taken:
            try:
                self._store.mkdir(parents=True, exist_ok=True)
                self._held.enter_context(alone(self._store / IN_USE_NAME))
            except (OSError, PackError) as error:
                logger.debug("old versions of packs are not held: %s", error)
            else:
                self._taken = True
        return self._taken

    def let_go(self) -> None:
        """Let go of it; harmless when repeated."""
        self._held.close()
        self._taken = False


def prune_unless_held(store: Path, index: Index) -> None:
    """Take away old versions now, or leave that to the kiosk that is running.

    Args:
        store: The folder of all packs; whoever calls has its lock.
        index: What is remembered.
    """
    with contextlib.suppress(PackError, OSError), alone(store / IN_USE_NAME):
        prune(store, index)


def prune(store: Path, index: Index) -> None:
    """Take away every version that no roll-back goes to.

    Args:
        store: The folder of all packs; whoever calls has its lock.
        index: What is remembered.
    """
    for folder in pack_folders(store):
        versions = index.packs.get(folder.name)
        kept = {versions.current, versions.previous} if versions else set()
        for version in version_folders(folder):
            if version.name not in kept:
                _throw_away(store, version)
        if not versions:
            with contextlib.suppress(OSError):  # somebody keeps something in it
                folder.rmdir()


def _throw_away(store: Path, folder: Path) -> None:
    """Let a folder vanish in one step, then remove what is in it."""
    doomed = store / f"{HALF_DONE}{secrets.token_hex(8)}"
    try:
        folder.rename(doomed)
    except OSError as error:  # on Windows while a picture in it is being read
        logger.info("an old pack is removed later: %s", error)
        return
    clear_away(doomed)
