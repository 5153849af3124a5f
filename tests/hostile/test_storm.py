"""Normal clients beside hostile ones: none is refused, none gets half an answer."""

import sys
import time
from pathlib import Path

import pytest

from benchmarks.hostile import HOSTILE
from benchmarks.processes import taken
from benchmarks.storm import REST, serving, storm

pytestmark = pytest.mark.slow

SECONDS = 12


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_hostile_loop_is_not_felt_and_leaves_nothing_behind(tmp_path: Path):
    with serving(tmp_path / "log") as (process, port):
        before = taken(process.pid)
        felt = storm(port, SECONDS)
        time.sleep(REST)
        calm = taken(process.pid)
        time.sleep(1)
        after = taken(process.pid)

    assert felt.failures == []
    assert felt.wrong == []
    assert felt.hits == 0
    assert len(felt.seconds["page"]) > 5
    assert len(felt.seconds["sparql"]) > 5
    assert after.processes <= before.processes + 1
    assert after.seconds - calm.seconds < 0.5


def test_the_list_is_long_and_each_is_named():
    assert len(HOSTILE) >= 60
    assert len({each.name for each in HOSTILE}) == len(HOSTILE)
