"""What can go wrong in the engine, each with a sentence that says what to do.

::

    EngineError
    ├── ImageUnreadableError   a picture file is missing, broken or too large
    ├── ImageUnwritableError   a picture file cannot be written where it should be
    ├── NoFaceError            no usable face in a picture
    ├── ModelError
    │   ├── ModelMissingError  a model file is not there
    │   └── ModelAlteredError  a model file is not the one we ship
    └── SourceError
        ├── SourceUnavailableError  a camera or clip cannot be opened
        └── SourceLostError         it stopped delivering; reopening may help

The message of every one is a plain sentence for the people who run the kiosk. Anything
else that escapes the engine is a bug.
"""


class EngineError(Exception):
    """Base of every expected failure of the engine."""


class ImageUnreadableError(EngineError):
    """A picture file is missing, broken, empty or too large."""


class ImageUnwritableError(EngineError):
    """A picture file cannot be written."""


class NoFaceError(EngineError):
    """No usable face was found in a picture."""


class NotAliveError(EngineError):
    """The camera sees a picture of somebody, not somebody."""


class ModelError(EngineError):
    """A model cannot be used."""


class ModelMissingError(ModelError):
    """A model file is not where it belongs."""


class ModelAlteredError(ModelError):
    """A model file differs from the one that was shipped."""


class SourceError(EngineError):
    """Frames cannot be had."""


class SourceUnavailableError(SourceError):
    """A camera or clip cannot be opened."""


class SourceLostError(SourceError):
    """An open source stopped delivering."""
