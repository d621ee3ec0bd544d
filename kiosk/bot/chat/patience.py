"""How much the bot listens to one chat: a flood is ignored, guessing becomes slow.

Pure functions of what the table ``people`` says about a chat.
"""

from dataclasses import dataclass, replace

HEARD_MOST = 20
HEARD_WINDOW_S = 60.0
WRONG_FREE = 5
"""So many wrong tokens are nothing to speak of: people mistype."""
FIRST_QUIET_S = 30.0
LONGEST_QUIET_S = 3600.0
WRONG_FORGOTTEN_S = 86_400.0
_MOST_DOUBLINGS = 20


@dataclass(frozen=True, slots=True)
class Patience:
    """What we have heard of a chat lately.

    Attributes:
        heard: Messages in the running minute.
        heard_since: When that minute began, Unix seconds.
        wrong: Wrong tokens in the last time.
        wrong_at: When the last one came.
        quiet_until: Until when nothing is listened to.
        told_quiet: Whether that was said.
    """

    heard: int = 0
    heard_since: float = 0.0
    wrong: int = 0
    wrong_at: float = 0.0
    quiet_until: float = 0.0
    told_quiet: bool = False


def hear(patience: Patience, now_s: float) -> Patience:
    """Count one more message."""
    if now_s - patience.heard_since >= HEARD_WINDOW_S:
        patience = replace(patience, heard=0, heard_since=now_s)
    patience = replace(patience, heard=patience.heard + 1)
    if patience.heard > HEARD_MOST:
        return _quieten(patience, patience.heard_since + HEARD_WINDOW_S)
    return patience


def mistake(patience: Patience, now_s: float) -> Patience:
    """Count one more wrong token: each beyond the first few doubles the silence."""
    forgotten = now_s - patience.wrong_at >= WRONG_FORGOTTEN_S
    wrong = 1 if forgotten else patience.wrong + 1
    patience = replace(patience, wrong=wrong, wrong_at=now_s)
    over = min(wrong - WRONG_FREE, _MOST_DOUBLINGS)
    if over <= 0:
        return patience
    quiet_s = min(FIRST_QUIET_S * 2.0 ** (over - 1), LONGEST_QUIET_S)
    return _quieten(replace(patience, told_quiet=False), now_s + quiet_s)


def is_quiet(patience: Patience, now_s: float) -> bool:
    """Whether the chat is not listened to."""
    return now_s < patience.quiet_until


def _quieten(patience: Patience, until: float) -> Patience:
    if until <= patience.quiet_until:
        return patience
    return replace(patience, quiet_until=until, told_quiet=False)
