"""Starts the kiosk without a console window, wherever the project lies.

Run by ``.venv\\Scripts\\pythonw.exe``, with the kiosk's arguments after it.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from kiosk.cli import main

sys.exit(main(sys.argv[1:]))
