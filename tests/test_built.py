"""What pages load as one file is made of the scripts and style sheets of today."""

import pytest

from tools.bundle import VENDOR, build, build_editor
from web import assets, bundle

BUILT = assets.STATIC / bundle.BUILT


def test_it_was_made_of_the_sources_of_today():
    assert bundle.is_current(), "the scripts or style sheets have changed: run make bundle"


@pytest.mark.peers
def test_built_anew_it_comes_out_the_same(tmp_path):
    build(tmp_path)

    new = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert new == {file.name: file.read_bytes() for file in BUILT.iterdir()}
    assert len(new) == len(bundle.SCRIPTS) + len(bundle.SHEETS) + 1


@pytest.mark.peers
def test_the_editor_too(tmp_path):
    build_editor(tmp_path)

    assert (tmp_path / "codemirror.js").read_bytes() == (VENDOR / "codemirror.js").read_bytes()
