"""Runs ``python -m kiosk``."""

import multiprocessing
import sys

from kiosk.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # providers are measured in a process of their own
    sys.exit(main())
