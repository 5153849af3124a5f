"""Other timelines on the same events: fetched from the npm registry into a cache, never shipped."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, send_from_directory

if TYPE_CHECKING:
    from kb.model import Event
    from kb.timeline import Timeline

HERE = Path(__file__).parent
CACHE = HERE / ".cache"


@dataclass(frozen=True, slots=True)
class Rival:
    """A package of the registry, and a page that shows events with it as its guide says."""

    name: str
    package: str
    version: str
    files: tuple[str, ...]
    """Paths in the package: style sheets and scripts."""
    script: str
    """A module among our pages that draws the events of `/events.json` into `#timeline`."""

    @property
    def folder(self) -> Path:
        """Where the package is unpacked."""
        return CACHE / f"{self.package.replace('/', '-').strip('@')}-{self.version}"

    def fetch(self) -> None:
        """Fetch and unpack the package where that was not done yet. Raises where npm fails."""
        if self.folder.is_dir():
            return
        CACHE.mkdir(exist_ok=True)
        tarball = _npm("pack", f"{self.package}@{self.version}", "--silent", cwd=CACHE)
        with tarfile.open(CACHE / tarball) as packed:
            packed.extractall(self.folder, filter="data")
        (CACHE / tarball).unlink()

    def page(self) -> str:
        """The HTML that shows the events."""
        sheets = [file for file in self.files if file.endswith(".css")]
        scripts = [file for file in self.files if file.endswith(".js")]
        return "\n".join(
            (
                '<!doctype html><html lang="en">',
                '<meta charset="utf-8"><title>Timeline</title>',
                *(f'<link rel="stylesheet" href="/package/{file}">' for file in sheets),
                "<style>body { margin: 0 } #timeline { height: 860px }</style>",
                '<div id="timeline"></div>',
                *(f'<script src="/package/{file}"></script>' for file in scripts),
                f'<script type="module" src="/pages/{self.script}"></script>',
            )
        )


VIS_TIMELINE = Rival(
    name="vis-timeline",
    package="vis-timeline",
    version="8.5.4",
    files=(
        "package/styles/vis-timeline-graph2d.min.css",
        "package/standalone/umd/vis-timeline-graph2d.min.js",
    ),
    script="vis-timeline.js",
)
TIMELINE_JS = Rival(
    name="TimelineJS",
    package="@knight-lab/timelinejs",
    version="3.9.11",
    files=("package/dist/css/timeline.css", "package/dist/js/timeline.js"),
    script="timelinejs.js",
)
RIVALS = (VIS_TIMELINE, TIMELINE_JS)


def application(rival: Rival, timeline: Timeline) -> Flask:
    """Serves the rival's page on the events of a timeline."""
    app = Flask("rival")
    page, events = rival.page(), json.dumps(_events(timeline)).encode()
    app.add_url_rule("/", "page", lambda: page)
    app.add_url_rule(
        "/events.json", "events", lambda: Response(events, mimetype="application/json")
    )
    app.add_url_rule(
        "/package/<path:file>", "package", lambda file: send_from_directory(rival.folder, file)
    )
    app.add_url_rule(
        "/pages/<path:file>", "pages", lambda file: send_from_directory(HERE / "pages", file)
    )
    return app


def _events(timeline: Timeline) -> dict[str, list[dict[str, Any]]]:
    lanes = [
        {"id": slug, "name": timeline.kb.actors[slug].name["en"]} for slug in timeline.lane_order
    ]
    return {"lanes": lanes, "events": [_event(timeline, event) for event in timeline.events]}


def _event(timeline: Timeline, event: Event) -> dict[str, Any]:
    when = event.when
    return {
        "id": event.id,
        "title": event.title["en"],
        "lane": next(iter(timeline.lanes[event.id]), ""),
        "begin": when.earliest_begin.isoformat(),
        "end": when.latest_end.isoformat() if when.is_interval else None,
    }


def _npm(*words: str, cwd: Path) -> str:
    """What npm prints; it comes with the tools of development."""
    npm = shutil.which("npm", path=str(Path(sys.executable).parent)) or shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is missing: make bench installs it, as do make test and check")
    return subprocess.run(
        (npm, *words), cwd=cwd, check=True, capture_output=True, text=True
    ).stdout.strip()
