"""The section ``screen``."""

from kiosk.settings.fields import SWITCH, Section, number, setting


class Screen(Section):
    """The screen that the kiosk fills."""

    diagonal_in: float | None = number(
        None,
        "The screen's diagonal in inches, from which all sizes are computed; without "
        "it the screen is believed.",
        least=5,
        most=150,
        whole=False,
    )
    windowed: bool = setting(
        False, "A plain window on the desk instead of the whole screen.", SWITCH
    )
    reduced_motion: bool = setting(
        False, "Nothing moves by itself except the portrait.", SWITCH
    )
