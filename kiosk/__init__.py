"""The application in front of the visitor: window, commands, packs of paintings."""

__version__ = "0.1.0"
