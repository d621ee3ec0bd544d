"""Every screen of the kiosk with everything on it that a visitor or staff may see."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from kiosk.screens.staff import OWNER_PAGES
from kiosk.widgets.retouch.shown import Tool
from tests.editor_screens import EditorScreens
from tests.staff_screens import StaffScreens
from tests.visitor_screens import VisitorScreens


class EveryScreen(VisitorScreens, StaffScreens, EditorScreens):
    """All of them in one window."""

    def show(self, name: str) -> None:
        """Bring up one of :data:`STATES`."""
        self.stage.still_there.hide()
        STATES[name](self)
        for _ in range(3):
            QCoreApplication.processEvents()


STATES: dict[str, Callable[[EveryScreen], None]] = {
    **{
        name: getattr(EveryScreen, name)
        for name in (
            "attract",
            "privacy",
            "consent",
            "choose",
            "choose_in_a_category",
            "age",
            "live",
            "live_with_all_advice",
            "live_waiting",
            "counting",
            "result",
            "result_with_tries",
            "last_result",
            "handover",
            "handover_without_a_bot",
            "still_there",
            "thanks",
            "thanks_deleted",
            "out_of_order",
            "maintenance",
            "setup",
            "setup_refused",
            "pin",
            "pin_wrong",
            "pin_waiting",
            "pin_closed",
            "new_pin",
            "closing",
            "packs",
            "bringing",
            "nothing_brought",
            "installing",
            "not_installed",
            "making",
            "naming",
            "made",
            "museums_off",
            "museums",
            "museums_found",
            "removing",
            "marking_a_face",
            "leaving_the_editor",
            "editing_with_the_camera",
            "list_to_edit",
            "nothing_to_choose",
        )
    },
    **{f"edit_{tool}": partial(EveryScreen.edit, tool=tool) for tool in Tool},
    **{
        f"staff_{page}": partial(EveryScreen.staff, page=page)
        for page in (*OWNER_PAGES, "no-folder")
    },
}
"""All there is to see; the last of visitors' leaves no painting to choose."""
