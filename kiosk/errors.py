"""What can go wrong in the application, each with a sentence that says what to do.

::

    KioskError
    ├── SettingsError      an argument or setting is wrong
    ├── PackError          a pack of paintings is missing or broken
    ├── StorageError       the session log cannot be used (kiosk.storage.errors)
    ├── SavingError        a picture cannot be written
    ├── SealError          a sealed picture cannot be opened
    ├── MarkError          a picture cannot be marked, or its marks cannot be read
    └── AnonymiseError     faces cannot all be taken out of a picture or clip

Failures of the engine are in :mod:`pipeline.errors`.
"""


class KioskError(Exception):
    """Base of every expected failure of the application."""


class SettingsError(KioskError):
    """An argument or setting is wrong."""


class PackError(KioskError):
    """A pack of paintings is missing or broken."""


class SavingError(KioskError):
    """A picture cannot be written where it should be."""


class SealError(KioskError):
    """A sealed picture cannot be opened, or is none."""


class MarkError(KioskError):
    """A picture cannot be marked, or its marks cannot be read."""


class AnonymiseError(KioskError):
    """Faces cannot all be taken out of a picture or clip."""
