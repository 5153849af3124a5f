"""Style sheets, scripts, fonts and pictures, at addresses that change with their content.

An address holds the fingerprint of the folder that the file stands in, so that a browser may keep
what it got for ever, and links within the folder, such as those between modules, stay right.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import brotli
from flask import Flask, Response, abort, g, has_request_context, request
from werkzeug.security import safe_join

if TYPE_CHECKING:
    from collections.abc import Iterable

STATIC = Path(__file__).parent / "static"
ENDPOINT = "static"
FOR_EVER = "public, max-age=31536000, immutable"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".md": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
PACKED = {".woff2"}
"""What is compressed in itself already."""

_Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of change and size of each file, by which a change is noticed."""


def add_assets(app: Flask) -> None:
    """Serve the files; `url_for("static", filename=...)` gives the address of one."""
    rule = "/static/<fingerprint>/<path:filename>"
    app.add_url_rule(rule, endpoint=ENDPOINT, view_func=asset)
    app.url_defaults(_with_fingerprint)


def asset(fingerprint: str, filename: str) -> Response:
    """The file; with the fingerprint of another state it is not to be kept."""
    path = safe_join(str(STATIC), filename)
    if path is None or not (file := Path(path)).is_file() or file.suffix not in TYPES:
        abort(404)
    changed = file.stat().st_mtime_ns
    encoding = None if file.suffix in PACKED else _encoding()
    response = Response(_body(file, changed, encoding), content_type=TYPES[file.suffix])
    if encoding:
        response.content_encoding = encoding
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = FOR_EVER if fingerprint == of(filename) else "no-cache"
    response.set_etag(f"{_digest(_stamp([file]))}-{encoding or 'plain'}")
    response.make_conditional(request)
    return response


def of(filename: str) -> str:
    """The fingerprint of the folder at the top that the file stands in, or of the file itself."""
    top = Path(filename).parts[0]
    if not has_request_context():
        return _of(top)
    known: dict[str, str] = g.setdefault("fingerprints", {})
    if top not in known:
        known[top] = _of(top)
    return known[top]


def _of(top: str) -> str:
    path = STATIC / top
    return _digest(_stamp(sorted(path.rglob("*")) if path.is_dir() else [path]))


def _with_fingerprint(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == ENDPOINT and "fingerprint" not in values:
        values["fingerprint"] = of(values["filename"])


def _encoding() -> str | None:
    accepted = request.accept_encodings
    return next((name for name in ("br", "gzip") if accepted.quality(name) > 0), None)


def _stamp(files: Iterable[Path]) -> _Stamp:
    stats = ((str(file), file.stat()) for file in files if file.is_file())
    return tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)


@lru_cache(maxsize=256)
def _digest(stamp: _Stamp) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for path, _, _ in stamp:
        digest.update(path.removeprefix(str(STATIC)).encode())
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=256)
def _body(file: Path, _changed: int, encoding: str | None) -> bytes:
    """The bytes of the file, compressed once for each of its states, and then as well as may be."""
    plain = file.read_bytes()
    if encoding == "br":
        return bytes(brotli.compress(plain))
    return gzip.compress(plain, mtime=0) if encoding == "gzip" else plain
