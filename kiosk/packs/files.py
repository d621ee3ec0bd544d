"""Looks for files under names that may be anything."""

from pathlib import Path


def find_file(name: str | Path) -> Path | None:
    """The file of a name, or None where there is none.

    No name is a failure: too long a one, one of an unknown user's home, one with
    characters that no file may have or a link to itself is simply not there.

    Args:
        name: A path; ``~`` is the home folder.
    """
    try:
        path = Path(name).expanduser()
        return path if path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None
