"""Remembers on disk what a service said of itself, and what was last wrong with it.

So the QR code is there at once after a start without network, and ``kiosk handover``
can tell what a running kiosk knows. No key is kept.
"""

from dataclasses import dataclass

from kiosk.handover.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What is known of a service.

    Attributes:
        kiosk: The name by which it knows this kiosk.
        bot: The bot's user name.
        link: The address behind the QR code, with a place for the token.
        keep_hours: How long it keeps pictures at most.
        answered_at_s: When it answered last, Unix seconds.
        trouble: What has been wrong since, for staff; empty if nothing.
    """

    kiosk: str
    bot: str
    link: str
    keep_hours: float
    answered_at_s: float
    trouble: str = ""


def recall(outbox: Outbox, url: str) -> Acquaintance | None:
    """What is known of the service at an address; None if it never answered.

    Raises:
        OutboxError: If the disk cannot be read.
    """
    with outbox.connected() as database:
        row = database.execute(
            "SELECT kiosk, bot, link, keep_hours, answered_at_s, trouble "
            "FROM services WHERE url = ?",
            (url,),
        ).fetchone()
    return None if row is None else Acquaintance(*row)


def remember(outbox: Outbox, url: str, known: Acquaintance) -> None:
    """Keep what is known of a service.

    Raises:
        OutboxError: If the disk cannot be written.
    """
    with outbox.connected() as database:
        database.execute(
            "INSERT OR REPLACE INTO services VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                url,
                known.kiosk,
                known.bot,
                known.link,
                known.keep_hours,
                known.answered_at_s,
                known.trouble,
            ),
        )
