"""The editor with each of its tools, and what it asks."""

from PySide6.QtCore import QCoreApplication, QSizeF

from kiosk.desk.editing.showing import mesh_lines
from kiosk.desk.editing.verdicts import Verdicts
from kiosk.screens.editor import Mood
from kiosk.staff.facts import Condition
from kiosk.widgets.retouch.shown import Tool
from pipeline.verdict import Finding, Severity, Verdict
from tests.filled_kiosk import TITLES, FilledKiosk
from tests.staffroom import PAINTINGS


class EditorScreens(FilledKiosk):
    """What those meet who edit a painting."""

    def edit(self, tool: Tool) -> None:
        self._edit()
        self.editor.choose_tool(tool)

    def marking_a_face(self) -> None:
        self.edit(Tool.FACES)
        self.editor.faces.set_marking(1)

    def leaving_the_editor(self) -> None:
        self._edit()
        self.editor.set_mood(Mood.ASKING)

    def editing_with_the_camera(self) -> None:
        self.edit(Tool.LOOK)
        words = "The camera does not answer. Check its cable."
        self.editor.set_trying("camera", any_face=False)
        self.editor.say(QCoreApplication.translate("Editor", words))

    def list_to_edit(self) -> None:
        self.edit_list.page.set_paintings(PAINTINGS)
        self.stage.bring_up(self.edit_list)

    def _edit(self) -> None:
        editor = self.editor
        editor.begin(TITLES[self.languages.code][0])
        editor.set_picture(self.image, QSizeF(600, 760), mesh_lines())
        editor.set_mood(Mood.EDITING)
        editor.set_steps(undo=True, redo=True, unsaved=True)
        editor.faces.set_faces(12, 4, swappable=True)
        editor.look.set_look(0.5, None, (0.1, 0.5))
        words = Verdicts().sentences(
            Finding(verdict, Severity.POOR, 40, 120)
            for verdict in (Verdict.LOW_RESOLUTION, Verdict.FACE_SMALL)
        )
        editor.set_verdict(Condition.WATCH, words)
        editor.set_trying("demo", any_face=True)
        editor.say(QCoreApplication.translate("Editor", "Saved."))
        self.stage.bring_up(editor)
