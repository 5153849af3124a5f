"""Make one script and one style sheet of many, with esbuild: `make bundle`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from web import assets, bundle

CHECKOUT = Path(__file__).parents[1]
ESBUILD = CHECKOUT / "node_modules" / ".bin" / "esbuild"
EDITOR = CHECKOUT / "tools" / "codemirror.js"
VENDOR = assets.STATIC / "vendor"
SHARED = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8")
BEGIN, END = '"use strict";(async()=>{', "})();"


def build(to: Path) -> None:
    """Write the bundles into that folder. Raises CalledProcessError where a source is broken."""
    entries = [
        *(assets.STATIC / "js" / f"{name}.js" for name in bundle.SCRIPTS),
        *(assets.STATIC / "css" / f"{name}.css" for name in bundle.SHEETS),
    ]
    options = (
        *SHARED,
        # A classic script may not await at its top, as a module may: a function is put about it.
        *(f"--banner:js={BEGIN}", f"--footer:js={END}"),
        *("--entry-names=[name]", "--log-level=warning", f"--outdir={to}"),
    )
    subprocess.run([ESBUILD, *entries, *options], cwd=CHECKOUT, check=True)
    (to / bundle.SOURCES).write_text(bundle.sources(), encoding="utf-8")


def build_editor(to: Path) -> None:
    """Write the editor of the query page into that folder, as a module that ours import."""
    options = (*SHARED, "--log-level=warning", f"--outdir={to}")
    subprocess.run([ESBUILD, EDITOR, *options], cwd=CHECKOUT, check=True)


if __name__ == "__main__":
    try:
        build_editor(VENDOR)
        build(assets.STATIC / bundle.BUILT)
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
