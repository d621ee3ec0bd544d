"""The editor: opens a painting, follows what is done to it, saves it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QSize, QSizeF, Signal

from kiosk.desk.editing.keeping import Keeping
from kiosk.desk.editing.looking import Looking
from kiosk.desk.editing.presenting import Presenter
from kiosk.desk.editing.session import Looked, Opened, Session, open_painting
from kiosk.desk.editing.showing import mesh_lines, picture_of
from kiosk.desk.editing.trial import Trial
from kiosk.desk.editing.wishes import Wishes
from kiosk.easel import Easel
from kiosk.packs.editing.draft import Draft
from kiosk.packs.editing.saving import Home
from kiosk.packs.manifest import Pack, PackPainting
from kiosk.screens.editor import EditorScreen, Mood
from kiosk.screens.editor_panels.look import DEMO
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of


class Editor(QObject):
    """Leads the work on one painting after the other.

    Args:
        screen: Where it is done.
        trial: Who tries the painting on.
        easel: Reads and prepares; used on the tasks' thread alone.
        tasks: Looks at the painting.
        errands: Saves, which takes longer.
        parent: Its owner.
    """

    saved = Signal(str)
    """A painting of this pack is another one now."""
    closed = Signal()
    """Nothing is open any more."""

    def __init__(
        self,
        screen: EditorScreen,
        trial: Trial,
        easel: Easel,
        tasks: Tasks,
        errands: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._trial = screen, trial
        self._easel, self._tasks = easel, tasks
        self._session: Session | None = None
        self._set_aside: Session | None = None
        self._opening: PackPainting | None = None
        self._leaving = False
        self._room = QSize()
        self._presenter = Presenter(screen, self)
        self._wishes = Wishes(screen, lambda: self._session, self)
        self._looking = Looking(tasks, self)
        self._keeping = Keeping(errands, self)
        self._connect()

    @property
    def session(self) -> Session | None:
        """The open painting."""
        return self._session

    @property
    def settled(self) -> bool:
        """Whether what is shown is what the painting is by now."""
        return self._looking.idle

    def open(self, choice: PackPainting, title: str, home: Home) -> None:
        """Open a painting; changes that were left unsaved are still there.

        Args:
            choice: Which one.
            title: What it is called, for people.
            home: Where it belongs.
        """
        self._screen.begin(title)
        self._wishes.reset()
        self._leaving = False
        aside, self._set_aside = self._set_aside, None
        if aside is not None and aside.choice.key == choice.key:
            self._begin(aside)
            self._screen.say(self.tr("Here are the changes that were not saved."))
            return
        self._opening = choice
        self._screen.say(self.tr("Looking at the painting…"))
        self._tasks.run(
            partial(open_painting, self._easel, choice),
            partial(self._on_opened, choice, home),
            partial(self._on_not_opened, choice),
        )

    def suspend(self) -> None:
        """Staff are gone: forget whoever tried it on, but no work."""
        session = self._session
        self._end()
        if session is not None and session.history.unsaved:
            self._set_aside = session

    def _end(self) -> None:
        self._trial.end()
        self._screen.forget()
        self._looking.stop()
        self._session = self._opening = None

    def _on_opened(self, choice: PackPainting, home: Home, opened: Opened) -> None:
        if self._opening is choice:
            self._opening = None
            self._begin(Session(choice, home, opened))
            self._screen.say(opened.complaint)

    def _on_not_opened(self, choice: PackPainting, error: Exception) -> None:
        if self._opening is choice:
            self._opening = None
            self._screen.say(sentence_of(error))

    def _begin(self, session: Session) -> None:
        self._session = session
        width, height = session.size_px
        self._screen.set_picture(
            picture_of(session.workpiece.bgr), QSizeF(width, height), mesh_lines()
        )
        self._screen.set_mood(Mood.EDITING)
        self._presenter.show_all(session)
        self._screen.live.start()
        self._let_in(DEMO)

    def _on_done(self, draft: Draft) -> None:
        """Take another draft as what the painting is."""
        if self._session is not None:
            self._session.history.do(draft)
            self._screen.say("")
            self._follow()

    def _on_tried(self, draft: Draft) -> None:
        """Show another draft for as long as a finger is down."""
        if self._session is not None:
            self._presenter.show_bent(self._session, draft)
            self._look(draft)

    def _step(self, step: Callable[[Session], None]) -> None:
        if self._session is not None and self._screen.mood is Mood.EDITING:
            step(self._session)
            self._wishes.reset()
            self._screen.say("")
            self._follow()

    def _follow(self) -> None:
        """Bring everything up to the draft in force."""
        session = self._session
        if session is None:
            return
        if session.paint.follow(session.now) is not None:
            self._presenter.show_stroke(session)
        self._presenter.show_steps(session)
        self._look(session.now)

    def _look(self, draft: Draft) -> None:
        session = self._session
        if session is None:
            return
        self._room = room = self._screen.live.room_px()
        tried = self._screen.look.visitors.chosen != "nobody"
        request = session.request(
            draft, (room.width(), room.height()) if tried else None
        )
        self._looking.look(session, request)

    def _on_looked(self, session: Session, looked: Looked) -> None:
        if session is not self._session:
            return
        if looked.portrait is not None:
            self._trial.hang(looked.portrait)
        session.looked = replace(looked, portrait=None)
        self._presenter.show_looked(session)
        self._show_trial()

    def _on_save(self) -> None:
        session = self._session
        if session is None or self._screen.mood is Mood.BUSY:
            return
        if not session.history.unsaved:
            return
        self._screen.set_mood(Mood.BUSY)
        self._screen.say(self.tr("Saving…"))
        self._keeping.keep(session)

    def _on_went_on(self, percent: int) -> None:
        if self._screen.mood is Mood.BUSY and self._session is not None:
            words = self.tr("Saving… %1 percent")
            self._screen.say(words.replace("%1", str(percent)))

    def _on_kept(self, session: Session, pack: Pack) -> None:
        if self._set_aside is session and not session.history.unsaved:
            self._set_aside = None
        self.saved.emit(pack.id)
        if session is self._session:
            self._go_on(self.tr("Saved."))
            if self._leaving:
                self._close()

    def _on_not_kept(self, session: Session, error: Exception) -> None:
        self._leaving = False
        if session is self._session:
            self._go_on(sentence_of(error))

    def _go_on(self, sentence: str) -> None:
        """Let the painting be worked on again."""
        self._screen.set_mood(Mood.EDITING)
        if self._session is not None:
            self._presenter.show_steps(self._session)
        self._screen.say(sentence)

    def _on_close_wanted(self) -> None:
        session = self._session
        if session is not None and self._screen.mood is Mood.BUSY:
            return  # it is being saved
        if session is not None and session.history.unsaved:
            self._wishes.reset()
            self._screen.set_mood(Mood.ASKING)
        else:
            self._close()

    def _on_save_and_leave(self) -> None:
        self._leaving = True
        self._screen.set_mood(Mood.EDITING)
        self._on_save()

    def _close(self) -> None:
        self._end()
        self.closed.emit()

    def _let_in(self, who: str) -> None:
        try:
            self._trial.let_in(who)
        except Exception as error:  # noqa: BLE001 - whatever a camera's name may mean
            self._screen.say(sentence_of(error))
        self._show_trial()
        if self._session is not None:
            self._look(self._session.now)

    def _show_trial(self) -> None:
        looked = self._session.looked if self._session is not None else None
        any_face = looked is None or bool(looked.prepared.faces)
        self._screen.set_trying(self._trial.who, any_face=any_face)

    def _on_lost(self) -> None:
        self._screen.say(self.tr("The camera does not answer. Check its cable."))

    def _on_tool(self) -> None:
        if self._session is not None:
            self._presenter.show_films(self._session)

    def _on_chosen(self) -> None:
        if self._session is not None:
            self._presenter.show_looked(self._session)

    def _on_room_changed(self, room: QSize) -> None:
        """Look again for another size of picture; it is told of the same one too."""
        if self._session is not None and room != self._room:
            self._look(self._session.now)

    def _connect(self) -> None:
        screen = self._screen
        self._wishes.done.connect(self._on_done)
        self._wishes.tried.connect(self._on_tried)
        self._wishes.chosen.connect(self._on_chosen)
        self._looking.looked.connect(self._on_looked)
        self._looking.failed.connect(lambda error: screen.say(sentence_of(error)))
        self._trial.lost.connect(self._on_lost)
        self._keeping.kept.connect(self._on_kept)
        self._keeping.failed.connect(self._on_not_kept)
        self._keeping.went_on.connect(self._on_went_on)
        screen.undo_wanted.connect(
            lambda: self._step(lambda session: session.history.undo())
        )
        screen.redo_wanted.connect(
            lambda: self._step(lambda session: session.history.redo())
        )
        screen.save_wanted.connect(self._on_save)
        screen.close_wanted.connect(self._on_close_wanted)
        screen.leaving.save_wanted.connect(self._on_save_and_leave)
        screen.leaving.drop_wanted.connect(self._close)
        screen.leaving.stay_wanted.connect(lambda: self._go_on(""))
        screen.tabs.tab_chosen.connect(lambda _name: self._on_tool())
        screen.look.visitor_chosen.connect(self._let_in)
        screen.live.room_changed.connect(self._on_room_changed)
