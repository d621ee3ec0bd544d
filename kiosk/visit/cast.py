"""Everybody who takes part in a visit."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.current import CurrentSettings
from kiosk.exhibition import Exhibition
from kiosk.language import Languages
from kiosk.privacy.consent import ConsentText
from kiosk.privacy.notice import PrivacyNotice
from kiosk.pulse import Pulse
from kiosk.stage import Stage
from kiosk.visit.hall import Hall
from kiosk.visit.hanging import Hanging
from kiosk.visit.keeping import Keeping
from kiosk.visit.notes import VisitNotes
from kiosk.visit.recovery import RecoveryWatch
from kiosk.visit.sitting import Sitting
from kiosk.visit.touches import Touches


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Whom the controller leads."""

    stage: Stage
    hall: Hall
    hanging: Hanging
    sitting: Sitting
    keeping: Keeping
    touches: Touches
    recovery: RecoveryWatch
    notes: VisitNotes
    languages: Languages
    exhibition: Exhibition
    settings: CurrentSettings
    consent: Mapping[str, ConsentText]
    notice: PrivacyNotice
    clock: Clock
    pulse: Pulse
