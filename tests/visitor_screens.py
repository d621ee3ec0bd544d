"""Every screen of a visit with everything on it that a visitor may see."""

from PySide6.QtCore import QCoreApplication

from kiosk.flow import State
from kiosk.handover.offer import HandoverOffer, offer_for
from kiosk.privacy.notice import PrivacyNotice
from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.venue import Venue
from kiosk.widgets.card import CardText
from kiosk.widgets.pose_guide import GuideShown
from tests.filled_kiosk import FilledKiosk

ADVICE = ("step_in", "come_closer", "step_back", "look_here", "too_dark")
OFFERED = "QUJDREVGR0hJSktMTU5PUA"
LINK = "https://t.me/VernissageMuseumBot?start={token}"


class VisitorScreens(FilledKiosk):
    """What visitors meet."""

    def attract(self) -> None:
        self.stage.show(State.ATTRACT)

    def privacy(self) -> None:
        handover = Handover(link=LINK)
        venue = Venue(name="Gemäldegalerie Alte Meister")
        contact = Privacy(contact="datenschutz@museum.example, +49 351 4914 2000")
        settings = Settings(venue=venue, handover=handover, privacy=contact)
        text = PrivacyNotice().text(self.languages.code, settings)
        self.stage.privacy.show_text(text)
        self.stage.show(State.PRIVACY)

    def consent(self) -> None:
        self.stage.show(State.CONSENT)

    def choose(self) -> None:
        self.stage.choose.mark(None)
        self.stage.show(State.CHOOSE)

    def choose_in_a_category(self) -> None:
        self.stage.show(State.CHOOSE)
        self.stage.choose.chips.chip(1).click()

    def nothing_to_choose(self) -> None:
        self.stage.choose.set_paintings(())
        self.stage.show(State.CHOOSE)

    def age(self) -> None:
        title = "Judith Beheading Holofernes"
        text = CardText("pack/judith", title, "A painter", "1612", from_age=16)
        self.stage.age.show_painting(text)
        self.stage.show(State.AGE)

    def live(self) -> None:
        self._live()
        self.stage.live.set_advice(("bring_somebody",), room=6)

    def live_with_all_advice(self) -> None:
        self._live()
        self.stage.live.set_advice(ADVICE)
        self.stage.live.set_demonstration(on=True)

    def live_waiting(self) -> None:
        self._live()
        words = "The camera does not answer. It will go on by itself."
        self.stage.live.set_notice(
            QCoreApplication.translate("TroubleWatch", words), busy=True
        )

    def counting(self) -> None:
        self._live()
        self.stage.live.set_advice(())
        self.stage.live.show_count(3)

    def result(self) -> None:
        self._result(None)

    def result_with_tries(self) -> None:
        self._result(12)

    def last_result(self) -> None:
        self._result(0)

    def handover(self) -> None:
        self._hand_over(offer_for(LINK, OFFERED))

    def handover_without_a_bot(self) -> None:
        self._hand_over(None)

    def still_there(self) -> None:
        self.stage.show(State.CHOOSE)
        self.stage.still_there.show_seconds(10)

    def thanks(self) -> None:
        self.stage.thanks.show_thanks(deleted=False)
        self.stage.show(State.THANKS)

    def thanks_deleted(self) -> None:
        self.stage.thanks.show_thanks(deleted=True)
        self.stage.show(State.THANKS)

    def out_of_order(self) -> None:
        self.stage.out_of_order.show_words("")
        self.stage.show(State.OUT_OF_ORDER)

    def maintenance(self) -> None:
        self.stage.maintenance.show_words("")
        self.stage.show(State.MAINTENANCE)

    def _live(self) -> None:
        live = self.stage.live
        live.show_count(None)
        live.set_notice("")
        live.set_demonstration(on=False)
        live.set_advice(())
        self._pulled = False
        self.stage.show(State.LIVE)
        live.view._refresh()
        live.show_chosen("pack/0")
        live.set_guide(GuideShown((20.0, 0.0, 0.0), (0.0, 0.0, 0.0), 0.5, 0.4))
        live.set_glimpse(self.image)

    def _result(self, tries_left: int | None) -> None:
        self.stage.result.show_portrait(self.image, self.image, tries_left)
        self.stage.show(State.RESULT)

    def _hand_over(self, offer: HandoverOffer | None) -> None:
        self.stage.handover.show_offer(self.image, offer)
        self.stage.show(State.HANDOVER)
