"""A real Chromium on the real application, which must keep quiet: no error, no foreign request."""

import os
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from waitress import create_server

from kb.guard import Guard
from kb.live import Live
from web.app import create_app

DATA = Path(__file__).parents[2] / "data"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}


@pytest.fixture(scope="session")
def chromium():
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = "Chromium is missing: tests/setup-chromium.sh installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serving():
    """Serves the application over what a function makes of a guard, and says where."""
    return _serving


@pytest.fixture(scope="session")
def address():
    """Where the application is served over the data that ships."""
    with _serving(lambda guard: Live(DATA, guard)) as where:
        yield where


@contextmanager
def _serving(live_of):
    """Serve what this makes of a guard; gives the address."""
    with Guard() as guard:
        application = create_app(live_of(guard), guard)
        channels = {}
        server = create_server(application, host="127.0.0.1", port=0, threads=8, map=channels)
        thread = threading.Thread(target=server.run)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.trigger.pull_trigger(lambda: [one.close() for one in list(channels.values())])
        thread.join()
        server.task_dispatcher.shutdown()


@pytest.fixture
def visit(chromium, address):
    """Opens a path in a window of that size; afterwards nothing must have gone wrong there."""
    wrong: list[str] = []
    contexts = []

    def opened(path: str, size: str = "desktop", **options):
        width, height = SIZES[size]
        options.setdefault("locale", "en-GB")
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(address) else wrong.append(request.url),
        )
        page.goto(address + path)
        if options.get("java_script_enabled", True) and page.locator("#lanes").count():
            page.locator("html.ready").wait_for(state="attached")
        page.wait_for_timeout(100)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
