"""A painting that is open in the editor. No Qt."""

from dataclasses import dataclass, replace

from kiosk.easel import Easel
from kiosk.packs.editing.draft import Draft, Place, draft_of, face_of
from kiosk.packs.editing.history import History
from kiosk.packs.editing.mask import MaskPaint
from kiosk.packs.editing.saving import Edit, Home
from kiosk.packs.manifest import Pack, PackPainting
from kiosk.packs.marks import mark_of
from pipeline.errors import ImageUnreadableError
from pipeline.examination import corrected
from pipeline.live import LivePortrait
from pipeline.marks import FaceMark, Marks
from pipeline.painted_mask import PaintedMask, read_mask
from pipeline.preparation import Prepared
from pipeline.prepared_shelf import scale_as_read
from pipeline.types import Points3d, SizePx
from pipeline.workpiece import Workpiece


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """What is to be looked at; made by one thread for another.

    Attributes:
        faces: The marked ones, in the picture as it was read.
        mask: What was painted by hand.
        complexion: See ``Painting``.
        shape: See ``Painting``.
        room_px: Of the living portrait; None if nobody tries it on.
    """

    faces: tuple[FaceMark, ...]
    mask: PaintedMask | None
    complexion: float | None
    shape: float | None
    room_px: SizePx | None


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """How the painting looks.

    Attributes:
        prepared: What the engine sees in it.
        meshes: Of each face before points of it were moved; None if it has no mesh.
        portrait: With whoever tries it on.
    """

    prepared: Prepared
    meshes: tuple[Points3d | None, ...]
    portrait: LivePortrait | None


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A painting that was read.

    Attributes:
        workpiece: What is looked at, again and again.
        scale: Size of the picture as it was read relative to its file.
        mask: That it came with.
        complaint: What is wrong with the mask, if it cannot be read.
    """

    workpiece: Workpiece
    scale: float
    mask: PaintedMask | None
    complaint: str


def open_painting(easel: Easel, choice: PackPainting) -> Opened:
    """Read a painting; slow.

    Raises:
        EngineError: If it cannot be read.
    """
    workpiece = easel.workpiece(choice)
    scale = scale_as_read(choice.image, workpiece.bgr)
    mask, complaint = None, ""
    if choice.mask is not None:
        try:
            mask = read_mask(choice.mask, workpiece.size_px)
        except ImageUnreadableError as error:
            complaint = str(error)
    return Opened(workpiece, scale, mask, complaint)


def look_at(workpiece: Workpiece, request: Request) -> Looked:
    """Look at a painting as it is marked now; takes a tenth of a second.

    Raises:
        EngineError: If the engine cannot be used.
    """
    prepared = workpiece.look(request.faces, request.mask)
    faces = request.faces or tuple(
        FaceMark(seen.key_points_px) for seen in prepared.seen
    )
    meshes = tuple(workpiece.mesh(face) for face in faces)
    portrait = None
    if request.room_px is not None and prepared.faces:
        portrait = workpiece.try_on(
            prepared,
            request.room_px,
            complexion=request.complexion,
            shape=request.shape,
        )
    return Looked(prepared, meshes, portrait)


class Session:
    """What is known of the open painting.

    Args:
        choice: Which one.
        home: Where it belongs.
        opened: What was read.
    """

    def __init__(self, choice: PackPainting, home: Home, opened: Opened) -> None:
        self.choice, self.home = choice, home
        self.workpiece, self.scale = opened.workpiece, opened.scale
        width, height = opened.workpiece.size_px
        self.size_px = round(width / opened.scale), round(height / opened.scale)
        self.history = History(draft_of(choice))
        self.paint = MaskPaint(self.size_px, opened.mask)
        self.chosen = 0
        self.looked: Looked | None = None

    @property
    def now(self) -> Draft:
        """As it is."""
        return self.history.now

    @property
    def marked(self) -> Draft:
        """As it is, with the found faces as if people had marked them.

        Those that visitors cannot step into as they were found stay closed to them.
        """
        if self.now.faces or self.looked is None:
            return self.now
        faces = tuple(
            face_of(
                tuple((x / self.scale, y / self.scale) for x, y in seen.key_points_px),
                swappable=seen.place is not None,
            )
            for seen in self.looked.prepared.seen
        )
        return replace(self.now, faces=faces)

    def request(self, draft: Draft, room_px: SizePx | None) -> Request:
        """What is to be looked at.

        Args:
            draft: As it is now, or as it is just being dragged.
            room_px: Of the living portrait.
        """
        faces = tuple(self._mark(draft, index) for index in range(len(draft.faces)))
        return Request(faces, self.paint.mask, draft.complexion, draft.shape, room_px)

    def bent(self, draft: Draft) -> Points3d | None:
        """The chosen face's mesh by a draft, quickly, in pixels of the file."""
        if self.looked is None or self.chosen >= len(self.looked.meshes):
            return None
        mesh = self.looked.meshes[self.chosen]
        if mesh is None or self.chosen >= len(draft.faces):
            return None
        mark = self._mark(draft, self.chosen)
        return corrected(mesh, mark, self.workpiece.size_px)[0].points_px / self.scale

    def dragged(self, point: int, place: Place) -> Draft:
        """As it is, with a point of the chosen face elsewhere."""
        return self.marked.with_moved(self.chosen, point, place)

    def edit(self) -> Edit:
        """What is to be saved."""
        return Edit(self.choice.id, self.now, self.paint.mask)

    def note_saved(self, draft: Draft, pack: Pack) -> None:
        """Remember what was saved, and where the painting is now.

        Args:
            draft: As it was saved.
            pack: The pack as it is now.
        """
        self.history.note_saved(draft)
        for painting in pack.paintings:
            if painting.id == self.choice.id:
                self.choice = painting

    def _mark(self, draft: Draft, index: int) -> FaceMark:
        mark = mark_of(draft.faces[index])
        if self.scale == 1:
            return mark
        return Marks((mark,)).scaled(self.scale).faces[0]
