"""`python -m kb.guard FD SETTINGS`: the guard process, started by `kb.guard.client.Guard` alone."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import sys

from kb.guard.server import Server
from kb.guard.settings import Settings


def main() -> None:
    """Serve the process at the other end of a descriptor, within settings that come as JSON."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
    logging.raiseExceptions = False
    control = socket.socket(fileno=int(sys.argv[1]))
    control.set_inheritable(False)
    settings = Settings(**json.loads(sys.argv[2]))
    if os.geteuid() == 0:
        logging.getLogger("tieline.guard").warning(
            "running as the superuser: workers are not kept from starting processes"
        )
    server: Server | None = Server(control, settings)
    while server:
        server = server.run()
    # The descriptors of an heir are not those that objects from before it was forked speak of.
    logging.shutdown()
    os._exit(0)


if __name__ == "__main__":
    main()
