"""The one-place mailbox."""

import threading
import time

from pipeline.latest import Latest


def test_newest_value_wins_and_the_others_are_counted():
    box = Latest[int]()
    for value in (1, 2, 3):
        assert box.put(value)
    assert box.poll() == 3
    assert box.poll() is None
    assert box.dropped == 2


def test_take_waits_for_a_value_from_another_thread():
    box = Latest[str]()
    later = threading.Timer(0.05, box.put, ["news"])
    later.start()
    began_s = time.monotonic()
    assert box.take(5.0) == "news"
    assert 0.02 < time.monotonic() - began_s < 2.0
    later.join()


def test_take_gives_up_in_time():
    began_s = time.monotonic()
    assert Latest[int]().take(0.05) is None
    assert 0.03 < time.monotonic() - began_s < 1.0


def test_values_that_count_as_false_are_values():
    box = Latest[int]()
    box.put(0)
    assert box.take(0.0) == 0


def test_close_forgets_wakes_and_refuses():
    box = Latest[int]()
    got = []
    waiting = threading.Thread(target=lambda: got.append(box.take(10.0)))
    waiting.start()
    box.close()
    waiting.join(2.0)
    assert got == [None]
    assert not box.put(1)
    assert box.poll() is None


def test_nothing_is_lost_or_doubled_between_busy_threads():
    box = Latest[int]()
    count, taken = 5000, []

    def give() -> None:
        for value in range(count):
            box.put(value)

    giver = threading.Thread(target=give)
    giver.start()
    while not taken or taken[-1] != count - 1:
        value = box.take(5.0)
        assert value is not None
        taken.append(value)
    giver.join()
    assert taken == sorted(set(taken))
    assert len(taken) + box.dropped == count
