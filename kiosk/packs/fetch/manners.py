"""How politely, patiently and for how much the kiosk asks."""

import re
from dataclasses import dataclass

import kiosk


@dataclass(frozen=True, slots=True)
class Manners:
    """What governs the requests.

    Attributes:
        contact: An e-mail or web address by which a museum can reach the people who
            run the kiosk; goes out with every request. May be empty, but Wikimedia
            asks for one.
        tries: Most attempts at the same thing, at least 1.
        first_delay_s: Pause before the second attempt; each next is twice as long.
        longest_delay_s: Longest pause, also where a museum asks for a longer one:
            then the attempt is given up with its words.
        question_s: Longest time for one answer in words, attempts included.
        image_s: Longest time for one image, attempts included.
        connect_s: Longest time to reach a host.
        read_s: Longest silence; how long a cancellation may take.
        most_answer_bytes: Longest answer in words.
        most_image_bytes: Largest image.
        trust_environment: Whether proxies and certificates that the environment's
            variables name are used.
    """

    contact: str = ""
    tries: int = 5
    first_delay_s: float = 1.0
    longest_delay_s: float = 90.0
    question_s: float = 120.0
    image_s: float = 1800.0
    connect_s: float = 10.0
    read_s: float = 20.0
    most_answer_bytes: int = 5_000_000
    most_image_bytes: int = 200_000_000
    trust_environment: bool = False

    @property
    def agent(self) -> str:
        """How the kiosk introduces itself."""
        contact = re.sub(r"[^\x21-\x7e]+|[()\\]", "", self.contact)[:200]
        words = "museum kiosk" + (f"; {contact}" if contact else "")
        return f"Vernissage/{kiosk.__version__} ({words})"
