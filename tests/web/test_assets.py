"""Style sheets, scripts and fonts: addresses that change with the content, compressed once."""

import gzip
import re
import shutil
from urllib.parse import urljoin

import brotli
import pytest

from web import assets

YEAR = 365 * 24 * 3600


@pytest.fixture
def address(app):
    """The address at which a page asks for that file."""

    def of(filename: str) -> str:
        with app.test_request_context():
            return app.url_for("static", filename=filename)

    return of


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A copy of the files, which a test may change."""
    folder = shutil.copytree(assets.STATIC, tmp_path / "static")
    monkeypatch.setattr(assets, "STATIC", folder)
    return folder


class TestAddress:
    def test_a_browser_may_keep_what_it_got_for_ever(self, client, address):
        control = client.get(address("css/base.css")).cache_control

        assert control.immutable
        assert control.max_age == YEAR

    def test_it_changes_with_the_content(self, address, files):
        before = address("css/base.css")

        (files / "css" / "base.css").write_text("body { margin: 0 }")

        assert address("css/base.css") != before

    def test_it_changes_with_a_file_that_is_reached_from_there(self, address, files):
        before = address("js/main.js")

        (files / "js" / "dom.js").write_text("export {}")

        assert address("js/main.js") != before

    def test_it_stays_where_another_folder_changes(self, address, files):
        before = address("fonts/faces.css")

        (files / "css" / "base.css").write_text("body { margin: 0 }")

        assert address("fonts/faces.css") == before

    def test_an_old_address_gives_the_file_of_today_and_is_not_kept(self, client):
        answer = client.get("/static/0123456789abcdef/css/base.css")

        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-cache"

    @pytest.mark.parametrize("path", ["css/none.css", "../app.py", "..%2fapp.py", "css"])
    def test_nothing_else_is_served(self, client, path):
        assert client.get(f"/static/x/{path}").status_code == 404

    def test_the_fonts_that_a_sheet_names_are_kept_too(self, client, address):
        sheet = address("fonts/faces.css")
        fonts = re.findall(r'url\("([^"]+)"\)', client.get(sheet).text)

        answers = [client.get(urljoin(sheet, font)) for font in fonts]

        assert len(answers) > 4
        assert all(answer.data.startswith(b"wOF2") for answer in answers)
        assert all(answer.cache_control.immutable for answer in answers)


class TestCompression:
    @pytest.mark.parametrize(
        ("accepted", "encoding", "read"),
        [
            ("gzip, deflate, br, zstd", "br", brotli.decompress),
            ("gzip", "gzip", gzip.decompress),
            ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
            ("identity", None, bytes),
            ("", None, bytes),
        ],
    )
    @pytest.mark.parametrize("filename", ["css/base.css", "js/main.js", "icon.svg"])
    def test_the_best_that_a_browser_takes(
        self, client, address, filename, accepted, encoding, read
    ):
        answer = client.get(address(filename), headers={"Accept-Encoding": accepted})

        assert answer.headers.get("Content-Encoding") == encoding
        assert read(answer.data) == (assets.STATIC / filename).read_bytes()
        assert "Accept-Encoding" in answer.vary

    def test_a_font_is_compressed_in_itself(self, client, address):
        font = address("fonts/source-sans-3-latin.woff2")

        answer = client.get(font, headers={"Accept-Encoding": "br, gzip"})

        assert "Content-Encoding" not in answer.headers
        assert answer.mimetype == "font/woff2"

    @pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
    def test_what_has_not_changed_is_not_sent_again(self, client, address, accepted):
        headers = {"Accept-Encoding": accepted}
        tag = client.get(address("css/base.css"), headers=headers).headers["ETag"]

        again = client.get(address("css/base.css"), headers={**headers, "If-None-Match": tag})

        assert again.status_code == 304
        assert again.data == b""


PATHS = ["/", "/event/salala-attack", "/actor/nato", "/sparql"]
HTML = {"Accept": "text/html"}


class TestPages:
    @pytest.mark.parametrize("path", PATHS)
    @pytest.mark.parametrize(
        ("encoding", "read"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
    )
    def test_they_are_compressed(self, client, path, encoding, read):
        answer = client.get(path, headers={**HTML, "Accept-Encoding": encoding})

        assert answer.headers["Content-Encoding"] == encoding
        assert read(answer.data).startswith(b"<!doctype html>")

    @pytest.mark.parametrize("path", PATHS)
    def test_a_cache_asks_whether_they_still_stand(self, client, path):
        headers = {**HTML, "Accept-Encoding": "br"}
        first = client.get(path, headers=headers)

        again = client.get(path, headers={**headers, "If-None-Match": first.headers["ETag"]})

        assert first.headers["Cache-Control"] == "no-cache"
        assert {"Accept-Encoding", "Accept-Language"} <= set(first.vary)
        assert again.status_code == 304

    @pytest.mark.parametrize("path", PATHS)
    def test_all_that_they_load_has_a_fingerprint(self, client, path):
        html = client.get(path, headers=HTML).text
        loaded = re.findall(r'<(?:script|link)[^>]+(?:src|href)="(/static/[^"]+)"', html)

        assert loaded
        assert all(client.get(each).cache_control.immutable for each in loaded)

    @pytest.mark.parametrize("path", ["/timeline.json?lang=en", "/data.ttl", "/event/jioc.ttl"])
    def test_data_are_compressed_too(self, client, live, path):
        slug = next(iter(live.state.kb.events))
        path = path.replace("jioc", slug)
        headers = {"Accept-Encoding": "br"}
        first = client.get(path, headers=headers)

        again = client.get(path, headers={**headers, "If-None-Match": first.headers["ETag"]})

        assert first.headers["Content-Encoding"] == "br"
        assert again.status_code == 304
