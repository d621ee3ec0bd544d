"""Brings the translations up to date with the words in the code.

Run it from anywhere in the development environment, after words were changed and again
after the new ones were translated in the ``.ts`` files, by hand or in Qt Linguist::

    python assets/translations/update.py

The first step takes new words from ``kiosk/`` into every ``.ts`` file and drops those
that are gone; the second makes the ``.qm`` files, which the kiosk reads. Words that are
not translated yet are named, and the exit code is then 1.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
LANGUAGES = ("de", "es", "fr", "ru")


def main() -> int:
    """Update every language and tell what is left to translate."""
    unfinished = 0
    for code in LANGUAGES:
        words = HERE / f"vernissage_{code}.ts"
        extract(words, code)
        release(words)
        for context, source in untranslated(words):
            unfinished += 1
            sys.stderr.write(f"{words.name}: {context}: {source}\n")
    return 1 if unfinished else 0


def extract(words: Path, code: str) -> None:
    """Take the words of the code into a ``.ts`` file; what is translated stays.

    Args:
        words: The file; made if it is not there.
        code: Its language.

    Raises:
        FileNotFoundError: If the development environment is not complete.
        subprocess.CalledProcessError: If a source file cannot be read.
    """
    sources = sorted((PROJECT / "kiosk").rglob("*.py"))
    run(
        "pyside6-lupdate",
        *(str(source.relative_to(PROJECT)) for source in sources),
        *("-locations", "none", "-sort-messages", "-no-obsolete"),
        # Words that merely look alike are translated by somebody, not guessed.
        *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
        *("-source-language", "en", "-target-language", code),
        *("-ts", str(words)),
    )


def release(words: Path, compiled: Path | None = None) -> None:
    """Make the file that the kiosk reads.

    Args:
        words: A ``.ts`` file.
        compiled: The ``.qm`` file; None for the one beside it.

    Raises:
        FileNotFoundError: If the development environment is not complete.
        subprocess.CalledProcessError: If the file is broken.
    """
    target = compiled or words.with_suffix(".qm")
    run("pyside6-lrelease", "-silent", str(words), "-qm", str(target))


def untranslated(words: Path) -> list[tuple[str, str]]:
    """Context and source of everything in a ``.ts`` file without finished words."""
    tree = ElementTree.parse(words)  # noqa: S314 - our own file
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in tree.iter("context")
        for message in context.iter("message")
        if (said := message.find("translation")) is None
        or said.get("type") is not None
        or not said.text
    ]


def tool(name: str) -> str:
    """Where a program of the development environment is.

    Raises:
        FileNotFoundError: If it is not installed.
    """
    found = shutil.which(name, path=Path(sys.executable).parent) or shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is missing; install the development tools.")
    return found


def run(name: str, *arguments: str) -> None:
    """Run a program of the development environment in the project's folder."""
    subprocess.run(  # noqa: S603 - our own tools and files
        [tool(name), *arguments], cwd=PROJECT, check=True, capture_output=True
    )


if __name__ == "__main__":
    sys.exit(main())
