"""All settings: every section with its fields, their defaults and limits."""

from kiosk.settings.fields import Section
from kiosk.settings.sections.bot import Bot
from kiosk.settings.sections.camera import Camera
from kiosk.settings.sections.engine import Engine
from kiosk.settings.sections.handover import Handover
from kiosk.settings.sections.marks import Marks
from kiosk.settings.sections.packs import Packs
from kiosk.settings.sections.paintings import Paintings
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.screen import Screen
from kiosk.settings.sections.storage import Storage
from kiosk.settings.sections.venue import Venue
from kiosk.settings.sections.visit import Visit


class Settings(Section):
    """All settings, by section."""

    venue: Venue = Venue()
    screen: Screen = Screen()
    camera: Camera = Camera()
    engine: Engine = Engine()
    visit: Visit = Visit()
    paintings: Paintings = Paintings()
    packs: Packs = Packs()
    handover: Handover = Handover()
    bot: Bot = Bot()
    marks: Marks = Marks()
    privacy: Privacy = Privacy()
    storage: Storage = Storage()
