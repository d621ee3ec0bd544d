"""Runs ``python -m kiosk``."""

import multiprocessing
import sys

if __name__ == "__main__":
    # Providers are measured in a process of their own, which the built program becomes
    # here, before anything of ours is loaded.
    multiprocessing.freeze_support()

    from kiosk.cli import main

    sys.exit(main())
