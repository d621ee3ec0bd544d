from kiosk.packs.editing.draft import Brush, Draft, Stroke, face_of

FIVE = ((10.04, 10.0), (30.0, 10.0), (20.0, 20.0), (14.0, 30.0), (26.0, 30.0))


def two_faces() -> Draft:
    return Draft().with_face(face_of(FIVE)).with_face(face_of(FIVE, swappable=False))


def test_five_places_make_a_face() -> None:
    face = face_of(FIVE)

    assert face.eyes == ((10.0, 10.0), (30.0, 10.0))
    assert face.nose == (20.0, 20.0)
    assert face.mouth == ((14.0, 30.0), (26.0, 30.0))
    assert face.swappable
    assert face.moved == {}


def test_a_change_makes_another_draft_and_leaves_the_first() -> None:
    first = two_faces()

    second = first.with_moved(1, 61, (12.345, 31.0))

    assert first.faces[1].moved == {}
    assert second.faces[1].moved == {61: (12.3, 31.0)}
    assert second.faces[0] is first.faces[0]
    assert second.with_points_back(1) == first


def test_faces_change_places_within_the_list() -> None:
    draft = two_faces()

    assert [face.swappable for face in draft.with_face_at(0, 1).faces] == [False, True]
    assert draft.with_face_at(1, 9) == draft
    assert draft.with_face_at(0, -3) == draft


def test_the_last_face_stays() -> None:
    draft = two_faces()

    assert draft.without_face(0).faces == (draft.faces[1],)
    one = draft.without_face(0)
    assert one.without_face(0) == one


def test_wiping_the_mask_forgets_strokes_and_what_was_given() -> None:
    stroke = Stroke(Brush.FRONT, 3.0, ((1.0, 2.0),))
    draft = Draft().with_stroke(stroke)

    assert draft.mask_touched
    assert draft.with_blank_mask() == Draft(blank=True)
    assert Draft(blank=True).mask_touched
    assert not Draft(complexion=0.5).mask_touched
