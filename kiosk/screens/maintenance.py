"""The screen while staff look after the kiosk."""

from kiosk.screens.resting import RestingScreen


class MaintenanceScreen(RestingScreen):
    """Says that somebody is at work on it, in the venue's words or in ours."""

    def usual_words(self) -> tuple[str, str]:
        """Heading and promise for venues without words of their own."""
        return (
            self.tr("This kiosk is being looked after."),
            self.tr("It will be open again soon."),
        )
