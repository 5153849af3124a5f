"""What machines look for at fixed addresses: crawlers' files and the description of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from flask import Blueprint, Response, abort, redirect, url_for

from web.context import reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkzeug.wrappers import Response as AnyResponse

MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""

_KINDS = ("event", "actor", "source")
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

site = Blueprint("site", __name__)


@site.get("/robots.txt")
def robots() -> Response:
    """Keep crawlers out of queries and filters, of which there is no end (RFC 9309)."""
    away = ("/*?", "/search", "/graphs", "/data.")
    root = url_for("pages.timeline_page").rstrip("/")
    lines = [
        "User-agent: *",
        *(f"Disallow: {root}{path}" for path in away),
        f"Sitemap: {url_for('site.sitemap', _external=True)}",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@site.get("/sitemap.xml")
def sitemap() -> Response:
    """The index of the files that list every page."""
    parts = range(1, max(1, -(-len(_pages()) // MOST)) + 1)
    places = (url_for("site.sitemap_part", part=part, _external=True) for part in parts)
    return _xml("sitemapindex", "sitemap", places)


@site.get("/sitemap-<int:part>.xml")
def sitemap_part(part: int) -> Response:
    """One of the files, from 1."""
    found = _pages()[(part - 1) * MOST : part * MOST] if part else []
    if not found:
        abort(404)
    return _xml("urlset", "url", found)


@site.get("/.well-known/void")
def void() -> AnyResponse:
    """Where the data set is described (VoID, 7.2)."""
    return redirect(url_for("resources.dataset"), 302)


def _pages() -> list[str]:
    """The absolute address of each page that stands for itself."""
    kb = reading().kb
    fixed = ("pages.timeline_page", "codebook.codebook_page", "quality.quality_page")
    return [
        *(url_for(endpoint, _external=True) for endpoint in fixed),
        *(
            url_for(f"pages.{kind}_page", slug=slug, _external=True)
            for kind in _KINDS
            for slug in getattr(kb, f"{kind}s")
        ),
    ]


def _xml(root: str, each: str, places: Iterable[str]) -> Response:
    lines = (f"<{each}><loc>{escape(place)}</loc></{each}>\n" for place in places)
    body = f"{_OPEN}<{root} {_SITEMAPS}>\n{''.join(lines)}</{root}>\n"
    return Response(body, mimetype="application/xml")
