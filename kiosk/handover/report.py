"""What the outbox of a folder holds, told without touching it."""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from kiosk.handover.errors import OutboxError
from kiosk.handover.health import duration
from kiosk.handover.outbox_file import read_list

_COUNTS = """SELECT place, count(*), sum(size_bytes), min(kept_at_s)
    FROM pictures GROUP BY place"""


@dataclass(frozen=True, slots=True)
class Report:
    """How it stands.

    Attributes:
        service: The address that is set; empty if none is.
        kiosk: The name by which the service knows this kiosk; empty if it never
            answered.
        bot: The bot's user name; likewise.
        answered_at: When the service answered last, in local time; likewise.
        trouble: What has been wrong since; empty if nothing.
        waiting: Pictures that are to be sent.
        oldest_s: For how long the oldest of them has waited.
        sent: Pictures that were sent and not fetched yet.
        deletions: Deletions that the service has not confirmed.
        size_bytes: Of all pictures together.
    """

    service: str = ""
    kiosk: str = ""
    bot: str = ""
    answered_at: str = ""
    trouble: str = ""
    waiting: int = 0
    oldest_s: float = 0.0
    sent: int = 0
    deletions: int = 0
    size_bytes: int = 0

    def as_dict(self) -> dict[str, object]:
        """By name, in order."""
        return asdict(self)

    def lines(self) -> Sequence[str]:
        """For people."""
        known = f"@{self.bot}, which calls this kiosk '{self.kiosk}'"
        oldest = f", the oldest for {duration(self.oldest_s)}" if self.waiting else ""
        return (
            f"service            {self.service or 'none is set'}",
            f"bot                {known if self.bot else 'never answered'}",
            f"last answer        {self.answered_at or 'none'}",
            f"trouble            {self.trouble or 'none'}",
            f"to be sent         {self.waiting}{oldest}",
            f"sent, not fetched  {self.sent}",
            f"to be deleted      {self.deletions}",
            f"size               {self.size_bytes / 1e6:.1f} MB",
        )


def read_report(folder: Path, url: str) -> Report:
    """Look at an outbox, which a running kiosk may be using.

    Args:
        folder: Of the outbox; need not be there.
        url: Of the service that is set; empty if none is.

    Raises:
        OutboxError: If its list cannot be read.
    """
    try:
        database = read_list(folder)
        if database is None:
            return Report(url)
        with closing(database):
            counts = {row[0]: row[1:] for row in database.execute(_COUNTS)}
            known = database.execute(
                "SELECT kiosk, bot, answered_at_s, trouble FROM services WHERE url = ?",
                (url,),
            ).fetchone()
    except sqlite3.Error:
        raise OutboxError(
            f"The list of the outbox in '{folder}' cannot be read now. Try again."
        ) from None
    kiosk, bot, answered_at_s, trouble = known or ("", "", 0.0, "")
    waiting, _, oldest_at_s = counts.get("here", (0, 0, 0.0))
    at = datetime.fromtimestamp(answered_at_s).astimezone() if known else None
    return Report(
        service=url,
        kiosk=kiosk,
        bot=bot,
        answered_at=at.isoformat(" ", "seconds") if at else "",
        trouble=trouble,
        waiting=waiting,
        oldest_s=max(0.0, time.time() - oldest_at_s) if waiting else 0.0,
        sent=counts.get("sent", (0,))[0],
        deletions=counts.get("deleted", (0,))[0],
        size_bytes=sum(size for _, size, _ in counts.values()),
    )
