import pytest

from kiosk.bot.api.bodies import Room
from kiosk.bot.api.guards import UploadRate
from kiosk.bot.api.refusals import Refusal


def test_a_kiosk_may_bring_so_many_a_minute() -> None:
    now_s = [0.0]
    rate = UploadRate(30, lambda: now_s[0])
    for _ in range(30):
        rate.spend(1)

    with pytest.raises(Refusal) as refused:
        rate.spend(1)
    assert refused.value.status == 429
    assert refused.value.retry_after_s in {2, 3}
    rate.spend(2)
    now_s[0] += 2.1
    rate.spend(1)


def test_memory_is_shared_and_given_back() -> None:
    room = Room(100)
    with room.taken(60):
        with pytest.raises(Refusal) as refused, room.taken(60):
            pass
        assert refused.value.status == 503
        with room.taken(40):
            pass
    with room.taken(100):
        pass
