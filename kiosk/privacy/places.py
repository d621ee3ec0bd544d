"""Every kind of file that the kiosk writes, and what it has to do with a person."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from kiosk.places import cache_folder, config_file, data_folder, log_folder
from kiosk.settings.schema import Settings


class Person(StrEnum):
    """How something relates to a person."""

    NONE = "nobody"
    VISIT = "a visit, not a person"
    SEALED = "a visitor, sealed"
    STAFF = "staff"
    PERHAPS = "perhaps a person"


class Dies(StrEnum):
    """When something is gone."""

    STAYS = "stays; nothing of a person"
    LOG = "log"
    SESSIONS = "sessions"
    OWNER = "when the owner changes or deletes it"
    AT_ONCE = "with the next purge"
    SEALED = "sealed"
    SERVICE = "as the hand-over says"
    UNKNOWN = "look at it, and delete it if it is not needed"


@dataclass(frozen=True, slots=True)
class Kind:
    """Files of one kind.

    Attributes:
        root: Which folder they lie in: ``data``, ``log``, ``cache`` or ``settings``.
        pattern: What their path in it looks like.
        what: What they hold.
        person: To whom that relates.
        dies: When they go.
    """

    root: str
    pattern: re.Pattern[str]
    what: str
    person: Person
    dies: Dies


def _kind(root: str, pattern: str, what: str, person: Person, dies: Dies) -> Kind:
    return Kind(root, re.compile(pattern), what, person, dies)


_SQLITE: Final = r"(-wal|-shm|-journal)?"
LOG_NAME: Final = r"vernissage\.jsonl(\.\d+)?"
KINDS: Final = (
    _kind(
        "data",
        r"sessions(-version-\d+)?\.sqlite" + _SQLITE,
        "session log",
        Person.VISIT,
        Dies.SESSIONS,
    ),
    _kind(
        "data",
        r"sessions-set-aside-.*",
        "damaged session log, set aside",
        Person.VISIT,
        Dies.SESSIONS,
    ),
    _kind(
        "data",
        r"pins\.json",
        "PINs of staff, as scrypt digests",
        Person.STAFF,
        Dies.OWNER,
    ),
    _kind("data", r"maintenance", "the maintenance sign", Person.NONE, Dies.STAYS),
    _kind(
        "data",
        r"marks/.*",
        "key and certificate that sign pictures",
        Person.NONE,
        Dies.STAYS,
    ),
    _kind(
        "data",
        r"(packs|fetched|drafts)/.*",
        "packs of paintings",
        Person.NONE,
        Dies.STAYS,
    ),
    _kind(
        "data",
        r"outbox/[0-9a-f]{64}\.sealed",
        "a portrait, sealed; only the visitor's QR code opens it",
        Person.SEALED,
        Dies.SEALED,
    ),
    _kind(
        "data",
        r"outbox/.*",
        "list of sealed portraits, without a person",
        Person.VISIT,
        Dies.SERVICE,
    ),
    _kind(
        "data",
        r"bot/.*",
        "the bot's service: sealed portraits, chats as digests",
        Person.SEALED,
        Dies.SERVICE,
    ),
    _kind(
        "data",
        r"(.*/)?\.[^/]*\.(tmp|part)",
        "left by a crash while writing",
        Person.PERHAPS,
        Dies.AT_ONCE,
    ),
    _kind(
        "data",
        r"models/.*",
        "networks that the operator installed",
        Person.NONE,
        Dies.STAYS,
    ),
    _kind(
        "log",
        LOG_NAME,
        "log of the program; no picture, name or face",
        Person.VISIT,
        Dies.LOG,
    ),
    _kind("data", r"settings\.toml", "settings of the kiosk", Person.NONE, Dies.STAYS),
    _kind("cache", r".*", "paintings made ready to be shown", Person.NONE, Dies.STAYS),
    _kind(
        "settings", r"settings\.toml", "settings of the kiosk", Person.NONE, Dies.STAYS
    ),
)
DUMP: Final = re.compile(r"(^|/)(core(\.\d+)?|[^/]*\.(dmp|mdmp|stackdump))$")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the kiosk writes."""

    settings: Path
    data: Path
    log: Path
    cache: Path


def folders_of(settings: Settings) -> Folders:
    """The folders of this kiosk.

    Raises:
        SettingsError: If ``VERNISSAGE_HOME`` is no absolute path.
    """
    data = settings.storage.folder or data_folder()
    return Folders(config_file().parent, data, log_folder(), cache_folder())


def kind_of(root: str, inner: str) -> Kind | None:
    """What a file is.

    Args:
        root: The folder's name, as in `Kind`.
        inner: Its path in that folder, with ``/``.

    Returns:
        None for a file that the kiosk does not write.
    """
    for kind in KINDS:
        if kind.root == root and kind.pattern.fullmatch(inner):
            return kind
    return None
