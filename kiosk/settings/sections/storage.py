"""The section ``storage``."""

from kiosk.settings.fields import WHOLE_PATH, Section, setting
from kiosk.settings.kinds import Folder


class Storage(Section):
    """Where the kiosk keeps its own files; never a picture of a visitor."""

    folder: Folder | None = setting(
        None,
        "The folder of the session log and the PINs; without it the platform's own.",
        WHOLE_PATH,
        example="~/vernissage",
    )
