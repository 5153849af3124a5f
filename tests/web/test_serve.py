"""The server as it is started: a process, its log, a change of a file, and how it ends."""

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parents[1] / "kb" / "samples" / "data"
PATIENCE = 30


class Server:
    """A `tieline serve` of its own, on a free port."""

    def __init__(self, data, log, port=0):
        self.log = log
        command = [sys.executable, "-m", "web.cli", "serve", "--data", str(data)]
        with log.open("w") as output:
            self.process = subprocess.Popen([*command, "--port", str(port)], stderr=output)

    def address(self):
        return "http://{}:{}".format(*self.until_logged(r"serving http://(\S+):(\d+)/").groups())

    def until_logged(self, pattern):
        return until(lambda: re.search(pattern, self.log.read_text()))

    def page(self, path="/"):
        return get(self.address() + path)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


def get(address):
    with urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode()


def until(found):
    deadline = time.monotonic() + PATIENCE
    while not (result := found()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
    return result


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(SMALL, tmp_path / "data")


@pytest.fixture
def server(data, tmp_path):
    server = Server(data, tmp_path / "log")
    yield server
    if server.process.poll() is None:
        server.stop()


def guards_of(server):
    listed = subprocess.run(["ps", "-eo", "ppid,pid"], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()[1:]]
    return [int(pid) for parent, pid in rows if int(parent) == server.process.pid]


def test_a_saved_change_is_served_and_a_mistake_takes_nothing_down(server, data):
    assert "Salala" in server.page()
    places = data / "places.yaml"
    good = places.read_text()

    places.write_text(f"{good}\ntestville: {{nome: Testville}}\n")
    until(lambda: "unknown field" in server.page())
    assert "nome" in server.log.read_text()
    assert "Salala" in server.page()
    assert '"boolean":true' in server.page("/sparql?query=ASK%7B%3Fe%20a%20sem%3AEvent%7D")

    places.write_text(f"{good}\ntestville: {{name: Testville}}\n")
    until(lambda: "unknown field" not in server.page())
    asked = "/sparql?query=ASK%7B%3Fp%20rdfs%3Alabel%20%22Testville%22%40en%7D"
    assert '"boolean":true' in server.page(asked)


def test_it_ends_when_told_and_leaves_no_process(server):
    assert server.page("/healthz") == "ok\n"
    guards = guards_of(server)
    assert guards
    assert server.stop() == 0
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in guards))


def test_a_port_that_is_taken_is_said_so(server, data, tmp_path):
    port = int(server.address().rsplit(":", 1)[1])
    second = Server(data, tmp_path / "second", port)
    assert second.process.wait(PATIENCE) == 2
    assert f"127.0.0.1:{port} cannot be listened on" in second.log.read_text()


def test_data_with_errors_is_not_served(data, tmp_path):
    (data / "places.yaml").write_text("testville: {nome: Testville}\n")
    server = Server(data, tmp_path / "log")
    assert server.process.wait(PATIENCE) == 1
    assert 'unknown field "nome"' in server.log.read_text()


def test_what_is_not_there_is_a_page_with_404(server):
    with pytest.raises(HTTPError, match="404"):
        server.page("/event/nothing")
