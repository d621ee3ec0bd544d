"""Makes a pack of a draft and installs it, on a thread of tasks. No Qt."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.desk.installing import Telling
from kiosk.packs.disk import clear_away
from kiosk.packs.installed import Installed
from kiosk.packs.installing import install_prepared
from kiosk.packs.making.draft import Draft
from kiosk.packs.making.writing import PackHead, write_pack
from kiosk.packs.preparations import usual_preparations
from kiosk.packs.problems import Problem
from kiosk.packs.report import Report
from kiosk.packs.store import PackStore
from kiosk.staff.pack_facts import Stage


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was made and is in force.

    Attributes:
        installed: The pack.
        reports: How well each painting suits, by its key.
        left_out: Pictures that could not be used.
    """

    installed: Installed
    reports: Mapping[str, Report]
    left_out: tuple[Problem, ...]


def make_and_install(
    draft: Draft, head: PackHead, store: PackStore, folder: Path, telling: Telling
) -> Packed:
    """Write the pack, look its paintings through and put it in force, or do nothing.

    Args:
        draft: What the pack will be.
        head: What is said of it as a whole.
        store: The installed packs.
        folder: Where the pack is made, on the disk of the store; nothing stays there.
        telling: Told how far it is; what it raises stops it.

    Raises:
        UnfitPackError: If no picture can be used.
        PackError: If pictures vanish meanwhile, there is no room, or packs are just
            being changed.
        EngineError: If the models cannot be used.
    """
    clear_away(folder)  # what a power cut has left
    target = folder / f"{head.id}-{secrets.token_hex(4)}"
    try:
        made = write_pack(
            draft, head, target, lambda done, of: telling.say(Stage.MAKE, done, of)
        )
        preparations = usual_preparations()  # models take memory: they go with it
        installed = install_prepared(store, preparations, target, telling)
    finally:
        clear_away(folder)
    paintings = installed.pack.paintings
    reports = {one.key: preparations.report(one) for one in paintings}
    return Packed(installed, reports, made.problems)
