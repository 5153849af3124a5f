"""What is installed works from anywhere: the data, pages, fonts and queries travel in the wheel."""

import re
import socket
import subprocess
import time
import tomllib
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.install

START_SECONDS = 60
ASK = "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"


@pytest.fixture(scope="module")
def site(installation) -> Iterator[str]:
    """The address at which `tieline serve` answers, started from the empty folder."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = installation.log.with_name("serve.txt")
    server = installation.start("serve", "--port", str(port), output=log)
    address = f"http://127.0.0.1:{port}"
    try:
        wait(address, server, log)
        yield address
    finally:
        server.terminate()
        stopped = server.wait(timeout=30)
    assert stopped == 0, log.read_text()


def wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the address answers at all."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            get(address + "/")
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"no answer in {START_SECONDS} s: {log.read_text()}")


def get(url: str, accept: str = "*/*") -> tuple[str, bytes]:
    """The media type and the bytes of an answer."""
    request = urllib.request.Request(url, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.headers.get_content_type(), answer.read()


def linked(page: str, pattern: str) -> list[str]:
    """The addresses that stand in a page or style sheet and match the pattern."""
    return re.findall(rf"""["'(=]([^"'()\s=]*{pattern})""", page)


def test_the_version_is_that_of_the_project(installation, checkout):
    project = tomllib.loads((checkout / "pyproject.toml").read_text())["project"]

    said = installation.run("--version")

    assert said.returncode == 0, said.stderr
    assert project["version"] in said.stdout


def test_the_packages_stand_in_the_environment(installation):
    where = installation.python("import kb, web; print(kb.__file__, web.__file__, sep='\\n')")

    assert where.returncode == 0, where.stderr
    for file in where.stdout.split():
        assert Path(file).is_relative_to(installation.environment)


def test_the_data_that_ships_are_sound(installation):
    checked = installation.run("check")

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert str(installation.environment) in checked.stdout


def test_the_first_page_and_an_event_are_served(site):
    for path, words in (("/", "Pakistan"), ("/event/salala-attack", "Salala")):
        media_type, page = get(site + path, accept="text/html")

        assert media_type == "text/html"
        assert words in page.decode()


def test_style_and_fonts_are_served(site):
    _, page = get(site + "/", accept="text/html")
    sheets = [urllib.parse.urljoin(site + "/", at) for at in linked(page.decode(), r"\.css")]
    assert sheets

    fonts = []
    for sheet in sheets:
        media_type, style = get(sheet)
        assert media_type == "text/css"
        fonts += [urllib.parse.urljoin(sheet, at) for at in linked(style.decode(), r"\.woff2")]

    assert fonts
    for font in fonts:
        assert get(font)[1].startswith(b"wOF2")


def test_the_endpoint_answers(site):
    media_type, answer = get(site + ASK, accept="application/sparql-results+json")

    assert media_type == "application/sparql-results+json"
    assert b'"boolean":true' in answer.replace(b" ", b"")


def test_no_file_of_the_checkout_is_opened(installation, site):
    get(site + "/event/salala-attack.ttl")
    installation.run("check")

    assert installation.opened_in_the_checkout() == []


def test_the_watch_notices_a_file_of_the_checkout(installation, checkout):
    before = len(installation.opened_in_the_checkout())
    file = checkout / "README.md"

    installation.python(f"open({str(file)!r}).close()")

    noted = installation.opened_in_the_checkout()
    assert noted[before:] == [str(file)]
    installation.log.write_text("")


@pytest.mark.parametrize("folder", ["kb", "web"])
def test_the_wheel_holds_every_file_of(folder, built, checkout):
    names = set(zipfile.ZipFile(built[1]).namelist())
    here = [
        file.relative_to(checkout).as_posix()
        for file in (checkout / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]

    assert here
    assert set(here) <= names


def test_the_wheel_holds_the_data(built, checkout):
    names = set(zipfile.ZipFile(built[1]).namelist())

    for file in (checkout / "data").rglob("*.yaml"):
        assert f"kb/_data/{file.relative_to(checkout / 'data').as_posix()}" in names


def test_the_sdist_holds_all_that_make_test_needs(unpacked):
    for needed in ("Makefile", ".ci/run", "tests/setup-chromium.sh", "tests/test_tree.py", "docs"):
        assert (unpacked / needed).exists(), needed
