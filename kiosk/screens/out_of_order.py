"""The safe screen: something failed, and the kiosk sees to it by itself."""

from kiosk.screens.resting import RestingScreen


class OutOfOrderScreen(RestingScreen):
    """Says calmly that there is a rest, in the venue's words or in ours."""

    def usual_words(self) -> tuple[str, str]:
        """Heading and promise for venues without words of their own."""
        return (
            self.tr("This kiosk takes a short rest."),
            self.tr("It will be back by itself."),
        )
