"""How a kiosk reaches the service that it runs beside itself.

Both sides work the key out of the bot's token, which whoever runs the service has
anyway. So every program of this computer finds the same one, and none is on the disk.
"""

import base64
import hmac

from kiosk.bot.addresses import host_and_port, local_address
from kiosk.bot.invitation import KEY_START
from kiosk.handover.account import Account
from kiosk.settings.sections.bot import Bot

_PURPOSE = b"vernissage own kiosk 1"


def own_account(settings: Bot) -> Account:
    """The account of the kiosk that runs the service itself.

    Args:
        settings: The section ``bot``, with a token.
    """
    token = settings.token.get_secret_value()
    digest = hmac.digest(token.encode(), _PURPOSE, "sha256")
    key = KEY_START + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return Account(local_address(*host_and_port(settings.listen)), key)
