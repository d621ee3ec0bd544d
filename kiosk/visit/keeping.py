"""Hands the portrait over that a visitor keeps, and says how far it has come."""

from functools import partial

from kiosk.current import CurrentSettings
from kiosk.handover.dispatch import Dispatch
from kiosk.handover.document import Kept, make_document
from kiosk.handover.offer import HandoverOffer, new_token, offer_for
from kiosk.handover.progress import Progress
from kiosk.handover.remains import Remains
from kiosk.language import Languages
from kiosk.privacy.marks.marker import Marker
from kiosk.screens.handover import HandoverScreen
from kiosk.visit.notes import VisitNotes
from kiosk.visit.visitor import Visitor


class Keeping:
    """Between the visit and the dispatch.

    Args:
        dispatch: Seals pictures and has them carried.
        screen: Where the visitor waits.
        notes: Learns of what is offered.
        marker: Marks the pictures.
        settings: The ones in force.
        languages: Which one the visitor reads.
    """

    def __init__(
        self,
        dispatch: Dispatch,
        screen: HandoverScreen,
        notes: VisitNotes,
        marker: Marker,
        settings: CurrentSettings,
        languages: Languages,
    ) -> None:
        self._dispatch, self._screen, self._notes = dispatch, screen, notes
        self._marker, self._settings, self._languages = marker, settings, languages
        self._remains = Remains.NOTHING

    @property
    def remains(self) -> Remains:
        """What there still is of the last visitor's portrait, in words for them."""
        return self._remains

    def offer(self, visitor: Visitor) -> HandoverOffer | None:
        """Offer the portrait, and have it sealed and sent meanwhile.

        Args:
            visitor: Who has a finished portrait; gets a token.

        Returns:
            None where no picture could be handed over now.
        """
        self._remains = Remains.NOTHING
        link, portrait, painting = (
            self._dispatch.link,
            visitor.portrait,
            visitor.painting,
        )
        if not link or portrait is None or painting is None:
            return None
        visitor.token = new_token()
        kept = Kept(portrait.bgr, portrait.faces_px, painting, self._languages.code)
        make = partial(make_document, kept, self._marker, self._settings.now)
        self._dispatch.keep(visitor.token, make, self._notes.offered())
        self._remains = Remains.SEALED
        return offer_for(link, visitor.token)

    def look(self) -> None:
        """Show how far the picture has come."""
        if self._remains is Remains.NOTHING:
            return
        progress = self._dispatch.progress
        if progress is Progress.LOST:
            self._remains = Remains.NOTHING
        elif progress is Progress.FETCHED:
            self._remains = Remains.FETCHED
        self._screen.show_progress(progress, self._dispatch.keep_hours)

    def delete(self, visitor: Visitor) -> None:
        """Delete the picture everywhere: its visitor wants it."""
        if visitor.token is not None:
            lingers = self._dispatch.delete(visitor.token)
            self._remains = Remains.LINGERS if lingers else Remains.NOTHING

    def part(self) -> None:
        """The visitor goes; what is kept is carried on."""
        self._dispatch.look_away()
