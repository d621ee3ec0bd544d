"""Where portraits go that visitors keep: which service, and how it goes."""

from dataclasses import replace
from pathlib import Path

from kiosk.bot.child import BotChild
from kiosk.current import CurrentSettings
from kiosk.handover.account import Account, account_of
from kiosk.handover.dispatch import FOLDER, Dispatch
from kiosk.handover.rounds import TellFetched
from kiosk.handover.standing import Standing
from kiosk.privacy.regions import handover_of


class Postroom:
    """Hands pictures over, to a service elsewhere or to the bot beside the kiosk.

    Args:
        settings: Name the service.
        data_folder: The kiosk's.
        bot: The service to be run beside the kiosk, where one is set up; pictures go to
            it unless the settings name another.
        sends: Whether pictures may go to a service on another computer.
        tell_fetched: Told of each visit whose picture was fetched.
    """

    def __init__(
        self,
        settings: CurrentSettings,
        data_folder: Path,
        bot: BotChild | None,
        tell_fetched: TellFetched,
        *,
        sends: bool,
    ) -> None:
        self._settings, self._bot, self._sends = settings, bot, sends
        self.dispatch = Dispatch(
            data_folder / FOLDER,
            self._account,
            lambda: handover_of(settings.now),
            tell_fetched,
        )

    def start(self) -> None:
        """Begin to send what waits."""
        if self._bot is not None:
            self._bot.start()
        self.dispatch.start()

    def stop(self) -> None:
        """Send no more; what waits stays on disk."""
        self.dispatch.close()
        if self._bot is not None:
            self._bot.stop()

    def standing(self) -> Standing:
        """How handing over goes, and what is wrong with a bot beside the kiosk."""
        standing, bot = self.dispatch.standing, self._bot
        if bot is None or not bot.state.sentence or standing.url != bot.account.url:
            return standing
        return replace(standing, trouble=bot.state.sentence)

    def _account(self) -> Account | None:
        """The service that pictures go to now; asked by any thread."""
        account = account_of(self._settings.now.handover)
        if account is None and self._bot is not None:
            return self._bot.account
        if account is None or self._sends or account.here:
            return account
        return None
