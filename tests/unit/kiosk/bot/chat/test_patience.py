from kiosk.bot.chat.patience import (
    HEARD_MOST,
    LONGEST_QUIET_S,
    WRONG_FORGOTTEN_S,
    WRONG_FREE,
    Patience,
    hear,
    is_quiet,
    mistake,
)

NOW_S = 1_000_000.0


def test_a_chat_may_say_so_much_a_minute() -> None:
    patience = Patience()
    for _ in range(HEARD_MOST):
        patience = hear(patience, NOW_S)
    assert not is_quiet(patience, NOW_S)

    patience = hear(patience, NOW_S)

    assert is_quiet(patience, NOW_S + 59.0)
    assert not is_quiet(patience, NOW_S + 60.0)
    assert not is_quiet(hear(patience, NOW_S + 61.0), NOW_S + 61.0)


def test_each_wrong_token_doubles_the_silence() -> None:
    patience = Patience()
    for _ in range(WRONG_FREE):
        patience = mistake(patience, NOW_S)
    assert not is_quiet(patience, NOW_S)

    silences = []
    for _ in range(12):
        patience = mistake(patience, NOW_S)
        silences.append(patience.quiet_until - NOW_S)

    assert silences[:4] == [30.0, 60.0, 120.0, 240.0]
    assert silences[-1] == LONGEST_QUIET_S


def test_mistakes_are_forgotten_after_a_day() -> None:
    patience = Patience(wrong=1000, wrong_at=NOW_S)

    patience = mistake(patience, NOW_S + WRONG_FORGOTTEN_S)

    assert patience.wrong == 1
    assert not is_quiet(patience, NOW_S + WRONG_FORGOTTEN_S)


def test_no_number_of_mistakes_is_too_many() -> None:
    patience = mistake(Patience(wrong=10**9, wrong_at=NOW_S), NOW_S)

    assert patience.quiet_until == NOW_S + LONGEST_QUIET_S
