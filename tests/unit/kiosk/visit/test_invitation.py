"""A group is invited once, and never nagged."""

from kiosk.visit.invitation import ALONE_S, MOST_TIMES, SHOWN_S, Invitation


def shown(invitation, key, visitors, room, from_s, until_s):
    """At which moments it invites."""
    moments = [from_s + 0.5 * step for step in range(int(2 * (until_s - from_s)))]
    return [now for now in moments if invitation.look(key, visitors, room, now)]


def test_somebody_alone_is_invited_for_a_while_and_once():
    times = shown(Invitation(), "pair", 1, 2, 0.0, 60.0)
    assert times[0] == ALONE_S
    assert times[-1] < ALONE_S + SHOWN_S
    assert len(times) == 2 * SHOWN_S


def test_nobody_is_invited_where_there_is_no_room_and_nobody():
    invitation = Invitation()
    assert shown(invitation, "lady", 1, 1, 0.0, 20.0) == []
    assert shown(invitation, "pair", 0, 2, 20.0, 40.0) == []
    assert shown(invitation, "family", 2, 5, 40.0, 60.0) == []


def test_once_a_second_one_came_nobody_is_invited_any_more():
    invitation = Invitation()
    assert invitation.look("pair", 1, 2, 0.0) is False
    assert invitation.look("pair", 1, 2, 3.0) is True
    assert invitation.look("pair", 2, 2, 4.0) is False
    assert shown(invitation, "pair", 1, 2, 5.0, 30.0) == []
    assert shown(invitation, "family", 1, 5, 30.0, 60.0) == []


def test_only_so_many_paintings_of_a_visit_invite():
    invitation = Invitation()
    invited = [
        key
        for number, key in enumerate(("a", "b", "c", "d", "a"))
        if shown(invitation, key, 1, 2, 100.0 * number, 100.0 * number + 20.0)
    ]
    assert invited == ["a", "b"][:MOST_TIMES]
    invitation.forget()
    assert shown(invitation, "a", 1, 2, 900.0, 920.0)


def test_whoever_comes_and_goes_is_not_invited_before_they_stay():
    invitation = Invitation()
    for step in range(20):
        assert not invitation.look("pair", step % 2, 2, float(step))
