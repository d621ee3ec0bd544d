"""Tells the visitors of a portrait what to do, from the engine's own measures."""

from collections.abc import Mapping, Sequence

from pipeline import sitter
from pipeline.guidance import Advice, Guidance, HeadTurn
from pipeline.hold import EyeWatch, PoseHold
from pipeline.painting import Painting
from pipeline.steady import SteadySign
from pipeline.types import Frame, ImageBgra, Points3d, TrackedFace


class Guide:
    """Watches the visitors of one portrait; keeps numbers only, no picture.

    Args:
        painting: What they step into.
        scale: Size on the display relative to the painting's full size.
    """

    def __init__(self, painting: Painting, scale: float) -> None:
        self._turns = [sitter.painted_turn(face) for face in painting.faces]
        self._shown_px = [face.width_px * scale for face in painting.faces]
        self._best = painting.best_faces(1)[0]
        self.forget()

    def forget(self) -> None:
        """Forget the visitors."""
        self._signs = {advice: SteadySign() for advice in Advice}
        self._eyes = EyeWatch()
        self._hold = PoseHold()

    def look(
        self,
        frame: Frame,
        glimpse_bgra: ImageBgra,
        faces: Sequence[TrackedFace],
        places: Mapping[int, int],
    ) -> Guidance:
        """Judge one frame.

        Args:
            frame: As the faces were found in it.
            glimpse_bgra: The same made small.
            faces: The visitors, nearest first.
            places: From identity to the index of the painted face.
        """
        seated = [
            (face, places[face.identity])
            for face in faces
            if face.fade > 0 and face.identity in places
        ]
        if not seated:
            self._hold.see(0.0, awake=False, now_s=frame.time_s)
            advice = self._advise({Advice.STEP_IN: 1.0}, frame.time_s)
            return Guidance(advice, self._turns[self._best])
        turns = [sitter.turn_of(face.mesh.points_px) for face, _ in seated]
        nearness = min(
            sitter.alike(sitter.degrees_apart(turn, self._turns[place]))
            for turn, (_, place) in zip(turns, seated, strict=True)
        )
        awake = self._awake([face for face, _ in seated], frame.time_s)
        held_s = self._hold.see(nearness, awake=awake, now_s=frame.time_s)
        nearest, place = seated[0]
        badness = self._badness(
            nearest.mesh.points_px, turns[0], place, frame, glimpse_bgra
        )
        advice = self._advise(badness, frame.time_s)
        return Guidance(advice, self._turns[place], turns[0], nearness, held_s)

    def _awake(self, faces: Sequence[TrackedFace], now_s: float) -> bool:
        """Whether everybody is seen in this very frame, with open eyes."""
        ratios = {
            face.identity: sitter.eye_ratio(face.mesh.points_px) for face in faces
        }
        seen = all(face.fade >= 1 for face in faces)
        return self._eyes.see(ratios, now_s) and seen

    def _badness(
        self,
        points_px: Points3d,
        turn: HeadTurn,
        place: int,
        frame: Frame,
        glimpse_bgra: ImageBgra,
    ) -> dict[Advice, float]:
        height, width = frame.bgr.shape[:2]
        corners_px = sitter.corners(points_px)
        far = sitter.too_far(corners_px, (width, height), self._shown_px[place])
        near = 0.0 if far >= 1 else sitter.too_near(corners_px, (width, height))
        scale = glimpse_bgra.shape[1] / width
        return {
            Advice.STEP_BACK: near,
            Advice.COME_CLOSER: far,
            Advice.TOO_DARK: sitter.too_dark(corners_px, glimpse_bgra, scale),
            Advice.LOOK_HERE: sitter.turned_away(turn, self._turns[place]),
        }

    def _advise(
        self, badness: Mapping[Advice, float], now_s: float
    ) -> tuple[Advice, ...]:
        """The given signs, without those that contradict a more urgent one."""
        given = [
            advice
            for advice, sign in self._signs.items()
            if sign.see(badness.get(advice, 0.0), now_s)
        ]
        if Advice.STEP_IN in given:
            return (Advice.STEP_IN,)
        if Advice.STEP_BACK in given and Advice.COME_CLOSER in given:
            past = Advice.STEP_BACK
            if self._signs[Advice.STEP_BACK].bad:
                past = Advice.COME_CLOSER
            given.remove(past)
        return tuple(given)
