"""The whole service, from a kiosk's upload to the bytes in the chat."""

from tests.botroom import picture

CHAT = 42


def test_a_picture_that_waits_is_handed_over(room, telegram) -> None:
    phone, mine = room.phone(), picture()
    assert phone.put(mine).status_code == 201

    telegram.say(CHAT, f"/start {mine.token}", language="fr-CA")

    document, photo = telegram.wait_for(CHAT, count=2)
    assert document.method == "sendDocument"
    assert document.content == mine.document.content
    assert document.filename == "vernissage-lady.jpg"
    assert "The lady" in document.text
    assert document.text.startswith("Votre portrait")
    assert photo.method == "sendPhoto"
    assert telegram.closest_s() >= 1.0
    phone.wait_for(mine, "delivered")
