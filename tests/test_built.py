"""What pages load as one file is made of the scripts and style sheets of today."""

import os

import pytest

from tools.bundle import ESBUILD, VENDOR, build, build_editor
from web import assets, bundle

BUILT = assets.STATIC / bundle.BUILT


def test_it_was_made_of_the_sources_of_today():
    assert bundle.is_current(), "the scripts or style sheets have changed: run make bundle"


@pytest.fixture
def bundler():
    if not ESBUILD.exists():
        reason = "esbuild is missing: make bundle installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.mark.slow
@pytest.mark.usefixtures("bundler")
def test_built_anew_it_comes_out_the_same(tmp_path):
    build(tmp_path)

    new = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert new == {file.name: file.read_bytes() for file in BUILT.iterdir()}
    assert len(new) == len(bundle.SCRIPTS) + len(bundle.SHEETS) + 1


@pytest.mark.slow
@pytest.mark.usefixtures("bundler")
def test_the_editor_too(tmp_path):
    build_editor(tmp_path)

    assert (tmp_path / "codemirror.js").read_bytes() == (VENDOR / "codemirror.js").read_bytes()
