import pytest

from kiosk.errors import PackError
from kiosk.exhibition import Exhibition
from kiosk.packs.library import Library, open_library


@pytest.fixture
def library(make_pack):
    make_pack("a")
    return open_library(make_pack("b").parent)


def keys(paintings):
    return [painting.key for painting in paintings]


def test_without_wishes_all_paintings_are_shown_in_their_order(library):
    exhibition = Exhibition(library, None)
    assert keys(exhibition.shown) == ["a/lady", "a/lord", "b/lady", "b/lord"]
    assert exhibition.first.key == "a/lady"


def test_staff_order_and_switch_off(library):
    exhibition = Exhibition(
        library, None, order=["b/lord", "gone/one"], hidden=["a/lady"]
    )
    assert keys(exhibition.shown) == ["b/lord", "a/lord", "b/lady"]
    assert keys(exhibition.all) == ["b/lord", "a/lady", "a/lord", "b/lady"]
    assert [row.shown for row in exhibition.rows("en")] == [True, False, True, True]


def test_with_everything_switched_off_everything_is_shown(library):
    every = keys(Exhibition(library, None).all)
    assert keys(Exhibition(library, None, hidden=every).shown) == every


def test_the_painting_that_was_asked_for_comes_first(library):
    assert Exhibition(library, "b/lady").first.key == "b/lady"
    hidden = Exhibition(library, "b/lady", hidden=["b/lady"])
    assert hidden.first.key == "a/lady"


def test_what_is_not_for_everybody_does_not_invite(make_pack):
    manifest = make_pack("a") / "pack.toml"
    make_pack("b")
    text = manifest.read_text(encoding="utf-8")
    noted = text.replace("year = 1650", "year = 1650\nfrom_age = 16")
    manifest.write_text(noted, encoding="utf-8")
    library = open_library(manifest.parent.parent)
    exhibition = Exhibition(library, "a/lady")
    assert exhibition.first.key == "a/lord"
    assert keys(exhibition.inviting) == ["a/lord", "b/lady", "b/lord"]
    assert [card.from_age for card in exhibition.cards("en")] == [16, 0, 0, 0]
    exhibition.arrange((), ["a/lord", "b/lady", "b/lord"])
    assert exhibition.first.key == "a/lady"
    assert keys(exhibition.inviting) == ["a/lady"]


def test_a_picture_file_joins_the_exhibition(library, make_pack):
    picture = make_pack("c") / "lady.png"
    exhibition = Exhibition(library, str(picture))
    assert exhibition.first.image == picture
    assert len(exhibition.shown) == 5
    assert exhibition.rows("en")[0].pack == ""


def test_titles_follow_the_language(library):
    exhibition = Exhibition(library, None)
    assert set(exhibition.titles("de")) == set(keys(exhibition.all))
    assert [card.key for card in exhibition.cards("ru")] == keys(exhibition.shown)


def test_without_any_painting_it_says_what_to_do():
    with pytest.raises(PackError, match="put a pack into museum_targets"):
        Exhibition(Library(()), None)


def test_an_unknown_painting_is_named(library):
    with pytest.raises(PackError, match="nobody/there"):
        Exhibition(library, "nobody/there")
