"""Puts built-in and installed packs together, with what was decided about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.packs.manifest import Pack
from kiosk.packs.store import PackStore


@dataclass(frozen=True, slots=True)
class ListedPack:
    """A pack with what was decided about it.

    Attributes:
        pack: The version in force, with all its paintings.
        installed: Whether it was installed; otherwise it came with the kiosk.
        enabled: Whether visitors see it.
        previous: The version that a roll-back goes to; empty where there is none.
        replaces_builtin: Whether it takes the place of a built-in pack.
    """

    pack: Pack
    installed: bool
    enabled: bool
    previous: str = ""
    replaces_builtin: bool = False


def arrange(builtin: Sequence[Pack], store: PackStore) -> tuple[ListedPack, ...]:
    """All packs in the order of staff; else installed ones before built-in ones.

    An installed pack with the identifier of a built-in one takes its place.

    Args:
        builtin: What came with the kiosk.
        store: The installed packs.
    """
    index = store.index()
    their_ids = {pack.id for pack in builtin}
    listed = [
        ListedPack(
            found.pack,
            installed=True,
            enabled=found.enabled,
            previous=found.previous,
            replaces_builtin=found.pack.id in their_ids,
        )
        for found in store.list()
    ]
    taken = {one.pack.id for one in listed}
    listed += [
        ListedPack(pack, installed=False, enabled=pack.id not in index.disabled)
        for pack in builtin
        if pack.id not in taken
    ]
    places = {pack_id: place for place, pack_id in enumerate(index.order)}
    listed.sort(key=lambda one: places.get(one.pack.id, len(places)))
    return tuple(listed)
