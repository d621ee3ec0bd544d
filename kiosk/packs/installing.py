"""Installs a pack and prepares its paintings before visitors can see them."""

from functools import partial
from pathlib import Path

from kiosk.packs.arrival import Progress, Step
from kiosk.packs.installed import Installed
from kiosk.packs.manifest import Pack
from kiosk.packs.preparations import Preparations
from kiosk.packs.problems import Problem
from kiosk.packs.report_words import problems_of
from kiosk.packs.store import PackStore


def install_prepared(
    store: PackStore,
    preparations: Preparations,
    source: Path,
    progress: Progress | None = None,
) -> Installed:
    """Check a pack, look its paintings through and put it in force.

    Args:
        store: The installed packs.
        preparations: The prepared paintings of this computer.
        source: A folder with a ``pack.toml``, or a zip file of one.
        progress: Told what is being done and how far it is; what it raises stops the
            installation and leaves everything as it was.

    Raises:
        UnfitPackError: If something fatal is wrong with the pack.
        PackError: If it cannot be read, there is no room, or packs are just being
            changed.
        EngineError: If the models cannot be used.
    """

    def prepare(pack: Pack) -> None:
        tell = partial(progress, Step.PREPARE) if progress is not None else None
        preparations.prepare_pack(pack, tell)

    return store.install(source, progress, prepare=prepare)


def problems_with(
    installed: Installed, preparations: Preparations
) -> tuple[Problem, ...]:
    """What somebody should see to in a pack that was just installed.

    Args:
        installed: The pack.
        preparations: Knows how well its paintings suit.
    """
    paintings = installed.pack.paintings
    found = [problems_of(one, preparations.report(one)) for one in paintings]
    return (*installed.warnings, *(problem for some in found for problem in some))
