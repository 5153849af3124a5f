"""Signs of life: nothing for what is quick, a line for what takes over a second."""

import time

import pytest

from kb.cli.common import working


def test_what_is_quick_says_nothing(capsys):
    with working("Reading data"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_what_takes_over_a_second_says_what_it_is(capsys):
    with working("Reading data"):
        time.sleep(1.3)
    assert capsys.readouterr().err == "Reading data ...\n"
