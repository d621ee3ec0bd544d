import tomllib

import pytest

from kiosk.errors import PackError
from kiosk.packs.editing.draft import Draft, face_of
from kiosk.packs.editing.manifest_edit import edited_text

TEXT = """# The town's own.
format = 1
id = "town"
version = "1.0" # raise me
title = "The town"

[[paintings]]
id = "miller"
image = "miller.jpg" # from the archive
title = { en = "The miller", de = "Der Müller" }
complexion = 0.2
valid_until = 2027-12-31

[paintings.description]
en = "A miller."

[[paintings.faces]] # by hand
eyes = [[1, 2], [3, 2]]
nose = [2, 3]
mouth = [[1, 4], [3, 4]]

[[paintings]]
id = "daughter"
image = "daughter.jpg"
title = "The daughter"
"""
FIVE = ((10.0, 10.0), (30.0, 10.0), (20.0, 20.0), (14.0, 30.0), (26.0, 30.0))
FACE = face_of(FIVE)


def edited(text: str = TEXT, painting: str = "miller", **given: object) -> dict:
    draft = given.pop("draft", Draft())
    changed = edited_text(text, painting, draft, **given)
    return tomllib.loads(changed)["paintings"]


def test_comments_and_everything_else_stay() -> None:
    draft = Draft(faces=(FACE,), complexion=0.5)

    text = edited_text(TEXT, "miller", draft, "m.png", "1.0+edit1")

    for comment in ("# The town's own.", "# raise me", "# from the archive"):
        assert comment in text
    before, after = tomllib.loads(TEXT), tomllib.loads(text)
    assert after["version"] == "1.0+edit1"
    miller, daughter = after["paintings"]
    assert daughter == before["paintings"][1]
    assert miller["complexion"] == 0.5
    assert miller["mask"] == "m.png"
    assert miller["description"] == {"en": "A miller."}
    assert miller["faces"] == [
        {"eyes": [[10, 10], [30, 10]], "nose": [20, 20], "mouth": [[14, 30], [26, 30]]}
    ]


def test_moved_points_and_closed_faces_are_written() -> None:
    draft = Draft(faces=(FACE, FACE)).with_moved(0, 61, (12.0, 33.0))

    miller, _ = edited(draft=draft.with_swappable(1, swappable=False))

    assert miller["faces"][0]["moved"] == {"61": [12, 33]}
    assert "swappable" not in miller["faces"][0]
    assert miller["faces"][1]["swappable"] is False


def test_what_is_the_usual_again_is_taken_out() -> None:
    miller, _ = edited(mask=None)

    assert not {"complexion", "faces", "mask", "shape"} & set(miller)


@pytest.mark.parametrize(
    "text",
    [
        'paintings = [{ id = "miller", image = "m.jpg", title = "M" }]',
        '[[paintings]]\nid = "miller"\nimage = "m.jpg"\n[paintings.title]\nen = "M"\n',
        TEXT.replace("\n", "\r\n"),
    ],
    ids=["inline", "tables", "windows"],
)
def test_any_way_to_write_a_pack_is_understood(text: str) -> None:
    draft = Draft(faces=(FACE,), shape=0.75)

    miller = edited(text, draft=draft, mask="m.png")[0]

    assert miller["shape"] == 0.75
    assert miller["mask"] == "m.png"
    assert len(miller["faces"]) == 1


def test_a_painting_that_is_gone_is_told() -> None:
    with pytest.raises(PackError, match="no painting 'lord'"):
        edited(painting="lord")
