"""The section ``paintings``."""

from kiosk.settings.fields import Section, setting
from kiosk.settings.kinds import MOST_PAINTINGS, PaintingKeys

_PAINTINGS = f"a list of at most {MOST_PAINTINGS} names pack/painting, each once"


class Paintings(Section):
    """Which paintings visitors see; the staff area changes these."""

    hidden: PaintingKeys = setting(
        (), "Paintings that visitors do not see.", _PAINTINGS
    )
    order: PaintingKeys = setting(
        (), "Paintings that come first, in this order.", _PAINTINGS
    )
