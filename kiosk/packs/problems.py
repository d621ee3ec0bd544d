"""What is wrong with a pack, collected so that everything is said at once."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from kiosk.errors import PackError

_MOST_SAID = 20
_LONGEST = 80
_LARGEST_SHOWN = 10**18


class Severity(StrEnum):
    """How bad a problem is."""

    FATAL = "fatal"
    """The pack is not installed, or the painting not shown."""
    WARNING = "warning"
    """It works, but perhaps not as it was meant."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        severity: Whether the pack can be used all the same.
        file: The file in the pack that it is about, with ``/`` between folders.
        field: The field in ``pack.toml``, such as ``paintings.lady.title``; empty
            where it is about no field.
        words: What is wrong, a plain sentence.
        cure: What to do about it, a plain sentence.
    """

    severity: Severity
    file: str
    field: str
    words: str
    cure: str

    @property
    def is_fatal(self) -> bool:
        """Whether the pack or painting cannot be used."""
        return self.severity is Severity.FATAL

    def line(self) -> str:
        """All of it in one line, without the severity."""
        where = f"{self.file}, {self.field}" if self.field else self.file
        return f"{where}: {self.words} {self.cure}"

    def values(self) -> dict[str, str]:
        """Its fields as plain texts, for JSON."""
        return {name: str(value) for name, value in asdict(self).items()}


class UnfitPackError(PackError):
    """A pack cannot be used.

    Attributes:
        problems: Everything that was found, warnings too.
    """

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        fatal = [problem.line() for problem in self.problems if problem.is_fatal]
        more = len(fatal) - _MOST_SAID
        said = fatal[:_MOST_SAID] + ([f"and {more} more."] if more > 0 else [])
        super().__init__(
            "\n".join([f"The pack '{printable(name)}' cannot be used:", *said])
        )


def fatal(file: str, field: str, words: str, cure: str) -> Problem:
    """Make a problem that forbids to use the pack or painting."""
    return Problem(Severity.FATAL, file, field, words, cure)


def warning(file: str, field: str, words: str, cure: str) -> Problem:
    """Make a problem that only needs somebody's eye."""
    return Problem(Severity.WARNING, file, field, words, cure)


def any_fatal(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems forbids to use the pack."""
    return any(problem.is_fatal for problem in problems)


def shown(value: object) -> str:
    """A value as people write it, cut short and without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a table" if value else "an empty table"
    if isinstance(value, int) and abs(value) >= _LARGEST_SHOWN:
        return "a huge number"
    if isinstance(value, str):
        return f"'{printable(value)}'" if value else "empty"
    return printable(str(value))


def printable(text: str, longest: int = _LONGEST) -> str:
    """A text cut short, with the codes of its control characters."""
    short = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in short
    )
