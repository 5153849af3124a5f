"""What pages load as one file is made of the scripts and style sheets of today."""

import os

import pytest

from tools.bundle import ESBUILD, build
from web import assets, bundle

BUILT = assets.STATIC / bundle.BUILT


def test_it_was_made_of_the_sources_of_today():
    assert bundle.is_current(), "the scripts or style sheets have changed: run make bundle"


@pytest.mark.slow
def test_built_anew_it_comes_out_the_same(tmp_path):
    if not ESBUILD.exists():
        reason = "esbuild is missing: make bundle installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)

    build(tmp_path)

    new = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert new == {file.name: file.read_bytes() for file in BUILT.iterdir()}
    assert len(new) == len(bundle.SCRIPTS) + len(bundle.SHEETS) + 1
