import pytest

from kiosk.packs.fetch.words import plain_text, text_of_html


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("  A\n\tlady  ", "A lady"),
        ("evil\u202etxt.exe\x00\x1b[2J", "eviltxt.exe[2J"),
        ("a\u2028b\u00a0c", "a b c"),
        ("e\u0301te\u0301", "été"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("\ud800x", "x"),
        (1665, "1665"),
        (True, ""),
        (None, ""),
        (["a"], ""),
        ("<b>A</b>", "<b>A</b>"),
    ],
)
def test_plain_text_is_one_clean_line(value: object, words: str) -> None:
    assert plain_text(value) == words


def test_long_texts_are_shortened() -> None:
    assert plain_text("abc def", 5) == "abc…"
    assert len(plain_text("x" * 10_000_000)) == 200


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('<a href="javascript:x">Jan &amp; Co</a>', "Jan & Co"),
        ("A<br>b<p>c</p>d", "A b c d"),
        ("<script>alert(1)</script>Jan", "Jan"),
        ("<style>p{}</style>Jan", "Jan"),
        ('1665<div style="display: none;">date QS:P571,+1665</div>', "1665"),
        ('<span style="DISPLAY:none"><b>x</b></span>seen', "seen"),
        ('<img style="display:none">seen', "seen"),
        ("&lt;script&gt;", "<script>"),
        ("&#8238;drawkcab", "drawkcab"),
        ("<b", "<b"),
        ("a < b", "a < b"),
        ("</div></div>x", "x"),
        (7, "7"),
    ],
)
def test_of_html_the_seen_words_are_left(value: object, words: str) -> None:
    assert text_of_html(value) == words


def test_endless_html_is_read_quickly() -> None:
    assert text_of_html("<div>" * 1_000_000 + "x") == ""
    assert text_of_html("<div>" * 5_000 + "x") == "x"
