"""The server as it is started: a process, its log, a change of a file, and how it ends."""

import html
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parents[1] / "kb" / "samples" / "data"
PATIENCE = 30


class Server:
    """A `tieline serve` of its own, on a free port."""

    def __init__(self, data, log, *options, port=0):
        self.log = log
        command = [sys.executable, "-m", "web.cli", "serve", "--data", str(data), *options]
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


def get(address, **headers):
    asked = Request(address, headers={name.replace("_", "-"): headers[name] for name in headers})
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:
            return answer.read().decode(errors="replace")
    except HTTPError as error:
        error.close()
        raise


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
def started(data, tmp_path):
    """Starts a server with these options."""
    servers = []

    def start(*options, **named):
        servers.append(Server(data, tmp_path / f"log-{len(servers)}", *options, **named))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture
def server(started):
    return started()


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


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_an_answer_under_way_is_finished_before_it_ends(server):
    asked = f"/sparql?{urlencode({'query': ENDLESS, 'timeout': 2})}"
    with ThreadPoolExecutor(1) as threads:
        address = server.address()
        flight = threads.submit(get, address + asked)
        until(lambda: "tieline_guard_up 1.0" in get(f"{address}/metrics"))
        time.sleep(0.5)
        assert server.stop() == 0
        with pytest.raises(HTTPError, match="504"):
            flight.result()


def test_a_second_signal_ends_it_at_once(server):
    asked = f"/sparql?{urlencode({'query': ENDLESS, 'timeout': 9})}"
    with ThreadPoolExecutor(1) as threads:
        flight = threads.submit(get, server.address() + asked)
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        server.until_logged("stopping")
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(PATIENCE) == 0
        assert flight.exception()


def test_a_port_that_is_taken_is_said_so(server, started):
    port = int(server.address().rsplit(":", 1)[1])
    second = started(port=port)
    assert second.process.wait(PATIENCE) == 2
    assert f"127.0.0.1:{port} cannot be listened on" in second.log.read_text()


def test_data_with_errors_is_not_served(data, started):
    (data / "places.yaml").write_text("testville: {nome: Testville}\n")
    server = started()
    assert server.process.wait(PATIENCE) == 1
    assert 'unknown field "nome"' in server.log.read_text()


def test_what_is_not_there_is_a_page_with_404(server):
    with pytest.raises(HTTPError, match="404"):
        server.page("/event/nothing")


FORWARDED = {
    "X_Forwarded_For": "192.0.2.7",
    "X_Forwarded_Proto": "https",
    "X_Forwarded_Host": "ties.example",
    "X_Forwarded_Prefix": "/history",
}


def own_address(page):
    """The address that the page of an event gives itself, for those who cite it."""
    return re.search(r'href="(https?://[^"]*/event/salala-attack)"', page)[1]


class TestBehindProxies:
    def test_one_that_is_trusted_says_how_readers_reach_the_pages(self, started):
        server = started("--proxy", "1")

        page = get(server.address() + "/event/salala-attack", **FORWARDED)

        assert own_address(page) == "https://ties.example/event/salala-attack"

    def test_the_prefix_is_said_by_the_option_alone(self, started):
        server = started("--proxy", "1", "--prefix", "/ties")

        page = get(server.address() + "/ties/event/salala-attack", **FORWARDED)

        assert own_address(page) == "https://ties.example/ties/event/salala-attack"
        assert "/history" not in page

    def test_what_came_before_the_trusted_ones_is_a_reader_s_word(self, started):
        server = started("--proxy", "1")
        forged = {**FORWARDED, "X_Forwarded_Host": "evil.example, ties.example"}

        page = get(server.address() + "/event/salala-attack", **forged)

        assert "evil.example" not in page
        assert own_address(page).startswith("https://ties.example/")

    def test_without_any_nobody_is_believed(self, server):
        page = get(server.address() + "/event/salala-attack", **FORWARDED)

        assert own_address(page) == f"{server.address()}/event/salala-attack"


def links(page):
    """Every address in a page that a browser could follow, load or send a form to."""
    return {html.unescape(link) for link in re.findall(r'(?:href|src|action)="([^"#]+)"', page)}


class TestUnderAPrefix:
    @pytest.fixture
    def prefixed(self, started):
        return started("--prefix", "/ties/")

    @pytest.mark.parametrize(
        "path", ["/", "/?event=salala-attack", "/event/salala-attack", "/actor/isaf", "/sparql"]
    )
    def test_every_link_of_a_page_leads_somewhere_under_it(self, prefixed, path):
        start = f"{prefixed.address()}/ties{path}"
        found = {urljoin(start, link) for link in links(get(start, Accept="text/html"))}
        here = {link for link in found if link.startswith(prefixed.address())}

        assert len(here) > 10
        assert {urlsplit(link).path.split("/")[1] for link in here} == {"ties"}
        for link in here:
            assert get(link, Accept="text/html"), link

    def test_the_script_is_told_addresses_under_it(self, prefixed):
        page = get(f"{prefixed.address()}/ties/")
        setup = re.search(r'<script type="application/json" id="setup">(.*?)</script>', page)[1]
        told = re.findall(r'"(/[^"]*)"', setup)

        assert len(told) > 3
        assert all(address.startswith("/ties/") for address in told)

    def test_redirects_stay_under_it(self, prefixed):
        asked = Request(
            f"{prefixed.address()}/ties/id/event/salala-attack", headers={"Accept": "text/turtle"}
        )
        with urlopen(asked, timeout=PATIENCE) as answer:
            assert urlsplit(answer.url).path == "/ties/event/salala-attack.ttl"

    def test_the_log_says_it(self, prefixed):
        prefixed.until_logged(r"serving http://[\d.]+:\d+/ties/ ")

    @pytest.mark.parametrize("prefix", ["/a b", "/ties?x", "//../x//y", "http://x"])
    def test_what_is_no_path_is_refused(self, started, prefix):
        server = started("--prefix", prefix)

        assert server.process.wait(PATIENCE) == 2
        assert "is no path" in server.log.read_text()
