"""`python -m kb.guard.spawned_worker SETTINGS`: the worker where processes cannot be forked.

It reads a line of JSON from its standard input at a time and answers each with a line of JSON and
the bytes that the line announces. The first line tells how many bytes of N-Quads follow it, the
others are queries. It ends when its input does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from typing import IO

import pyoxigraph

from kb.guard.evaluation import Evaluator
from kb.guard.settings import Settings
from kb.guard.wire import Message, read, to_query

if sys.platform != "win32":
    from kb.guard import limits


def main() -> None:
    """Load what comes first, then answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = Settings(**json.loads(sys.argv[1]))
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    begin: Message = json.loads(asked.readline())
    store = pyoxigraph.Store()
    try:
        quads = asked.read(begin["length"])
        store.bulk_extend(pyoxigraph.parse(quads, pyoxigraph.RdfFormat.N_QUADS))
    except (SyntaxError, OSError, ValueError) as error:
        _say(answers, {"error": str(error)}, b"")
        return
    del quads
    _say(answers, {}, b"")
    with tempfile.TemporaryFile() as file:
        fd = file.fileno()
        if sys.platform != "win32":
            limits.confine(settings, fd + 1)
        evaluator = Evaluator(store, begin["prefixes"], settings)
        for line in asked:
            os.lseek(fd, 0, os.SEEK_SET)
            os.ftruncate(fd, 0)
            if sys.platform != "win32":
                limits.allow(settings, 0)
            reply = evaluator.reply(to_query(json.loads(line)), fd)
            _say(answers, reply, b"" if "refusal" in reply else read(fd, 0))


def _say(answers: IO[bytes], message: Message, body: bytes) -> None:
    answers.write(json.dumps({**message, "length": len(body)}).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    main()
