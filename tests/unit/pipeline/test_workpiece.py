import numpy as np
import pytest

import pipeline.workpiece
from pipeline.backends import open_engine
from pipeline.marks import FaceMark, Marks
from pipeline.painted_mask import PaintedMask
from pipeline.preparation import prepare
from pipeline.workpiece import Workpiece


@pytest.fixture(scope="module")
def engine():
    return open_engine()


@pytest.fixture(scope="module")
def face_bgr():
    import skimage.data

    return np.ascontiguousarray(skimage.data.astronaut()[..., ::-1])


def same(one, other):
    return all(
        np.array_equal(a.points_px, b.points_px)
        and np.array_equal(a.occlusion.shown, b.occlusion.shown)
        for a, b in zip(one.faces, other.faces, strict=True)
    )


def test_sees_what_preparing_sees(engine, face_bgr):
    workpiece = Workpiece(face_bgr, engine)
    found = prepare(face_bgr, Marks(), engine)
    mark = FaceMark(found.seen[0].key_points_px, moved={152: (230.0, 190.0)})

    assert same(workpiece.look((), None), found)
    marked = prepare(face_bgr, Marks((mark,)), engine)
    assert same(workpiece.look((mark,), None), marked)
    assert marked.seen[0].findings == workpiece.look((mark,), None).seen[0].findings


def test_models_run_once_for_a_mark(engine, face_bgr, monkeypatch):
    workpiece = Workpiece(face_bgr, engine)
    seen = workpiece.look((), None).seen[0]
    mark = FaceMark(seen.key_points_px)
    workpiece.look((mark,), None)
    calls = []
    monkeypatch.setattr(
        pipeline.workpiece, "fit_marked", lambda *given: calls.append(given)
    )
    monkeypatch.setattr(
        pipeline.workpiece, "find_faces", lambda *given: calls.append(given)
    )
    moved = FaceMark(seen.key_points_px, moved={61: (200.0, 150.0)})

    workpiece.look((moved,), None)
    workpiece.look((), None)
    mesh = workpiece.mesh(mark)

    assert calls == []
    assert mesh is not None
    assert mesh.shape == (468, 3)


def test_a_mask_hides_and_a_bad_mark_is_no_failure(engine, face_bgr):
    workpiece = Workpiece(face_bgr, engine)
    white = np.full(face_bgr.shape[:2], 255, np.uint8)

    covered = workpiece.look((), PaintedMask(white, white))
    assert not covered.faces
    nowhere = FaceMark(np.full((5, 2), np.nan))
    assert workpiece.mesh(nowhere) is None
    assert not workpiece.look((nowhere,), None).faces


def test_somebody_lives_in_it_at_the_size_of_the_room(engine, face_bgr):
    workpiece = Workpiece(face_bgr, engine)
    prepared = workpiece.look((), None)

    portrait = workpiece.try_on(prepared, (200, 300), complexion=0.5, shape=None)

    assert portrait.size_px == (200, 200)
    assert portrait.painting.complexion == 0.5
