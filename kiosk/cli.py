"""Reads the command line and hands over to one of :mod:`kiosk.commands`.

Every module in that package is a command named like the module and offers
``add_parser(subparsers)`` and ``run(arguments) -> int``. They import what is heavy
inside ``run``, so that ``--help`` answers at once.

Exit codes: 0 done, 1 a bug of ours (its traceback is on standard error), 2 something
the caller can put right (one plain sentence on standard error), 130 interrupted, 141
nobody reads the output any more.
"""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TypeAlias

import kiosk
import kiosk.commands
from kiosk.actions import modules_in
from kiosk.errors import KioskError
from kiosk.log import log_to_stderr
from kiosk.output import complain, print_any_text
from pipeline.errors import EngineError

logger = logging.getLogger(__name__)

# The only name that argparse has for what add_subparsers returns.
Subparsers: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 (argparse names it no other way)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one sentence, without the usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and leave with 2."""
        complain(
            f"{self.prog}: {message}. '{self.prog} --help' says what can be given."
        )
        self.exit(2)


def build_parser() -> Parser:
    """Build the parser with every command in it."""
    parser = Parser(
        prog="kiosk",
        description="See your own living face in a painting.",
        epilog="Without a command the kiosk itself is opened, as by 'kiosk run'.",
    )
    parser.add_argument(
        "--version", action="version", version=f"Vernissage {kiosk.__version__}"
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in modules_in(kiosk.commands):
        command.add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name; those of the process by default.

    Returns:
        The exit code.
    """
    print_any_text()
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is None:
        arguments = parser.parse_args(["run"])
    log_to_stderr()
    return _run_safely(arguments)


def _run_safely(arguments: argparse.Namespace) -> int:
    command = importlib.import_module(f"kiosk.commands.{arguments.command}")
    try:
        return int(command.run(arguments))
    except (EngineError, KioskError) as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has left; Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception:
        logger.exception("a command failed unexpectedly")
        complain("Something went wrong inside the program; the lines above say where.")
        return 1
