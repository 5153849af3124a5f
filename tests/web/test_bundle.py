"""A page loads the bundle where it is of today, else the modules and style sheets themselves."""

import shutil

import pytest

from web import assets, bundle


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A copy of the files with bundles of today."""
    folder = shutil.copytree(assets.STATIC, tmp_path / "static")
    monkeypatch.setattr(assets, "STATIC", folder)
    (folder / bundle.BUILT / bundle.SOURCES).write_text(bundle.sources())
    return folder


def test_a_page_loads_one_script_and_one_sheet(files, client):
    html = client.get("/").text

    assert "/built/main.js" in html
    assert "/built/all.css" in html
    assert "/js/main.js" not in html
    assert "/css/base.css" not in html


@pytest.mark.parametrize("changed", ["js/scale.js", "css/base.css"])
def test_after_a_change_it_loads_what_is_written(files, client, changed):
    with (files / changed).open("a") as file:
        file.write("\n")

    html = client.get("/").text

    assert "/js/main.js" in html
    assert (
        html.index("/css/tokens.css") < html.index("/css/base.css") < html.index("/css/print.css")
    )
    assert "/built/" not in html


def test_without_a_bundle_it_does_so_too(files, client):
    shutil.rmtree(files / bundle.BUILT)

    assert "/js/main.js" in client.get("/").text


def test_a_sheet_of_one_page_is_loaded_as_it_is(files, app):
    with app.test_request_context():
        assert "/css/sparql.css" in bundle.sheet("sparql")
