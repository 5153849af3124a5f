"""Metadata of a question's table, and the table read by them with another's library."""

import csvw
import pytest

from kb.questions import questions


@pytest.mark.parametrize("name", questions())
def test_the_rows_are_what_the_metadata_say(client, tmp_path, name):
    """Read by `csvw`, which holds each cell to its column's datatype."""
    told = client.get(f"/q/{name}.metadata.json").json
    told["url"] = f"{name}.csv"
    (tmp_path / f"{name}.csv").write_bytes(client.get(f"/q/{name}.csv").data)
    table = csvw.Table.fromvalue(told)
    table._fname = tmp_path / f"{name}.csv-metadata.json"

    rows = list(table.iterdicts(strict=True))

    assert rows
    assert list(rows[0]) == [column.name for column in questions()[name].columns]


def test_they_say_what_columns_mean_in_which_unit(client):
    told = client.get("/q/score-by-year.metadata.json").json
    columns = {column["name"]: column for column in told["tableSchema"]["columns"]}

    assert columns["events"]["schema:unitText"] == "events"
    assert columns["mean"]["datatype"] == "decimal"
    assert "from -10" in columns["mean"]["dc:description"]


def test_they_say_when_the_data_changed_and_how_to_cite(client, live):
    told = client.get("/q/timeline.metadata.json?from=2001-01-01").json

    assert told["dc:modified"]["@value"] == live.state.changed.isoformat()
    assert told["schema:version"].endswith(live.state.version)
    assert told["dc:license"] == {"@id": live.state.kb.dataset.licence}
    assert "The timeline in order" in told["dc:bibliographicCitation"]
    assert told["dc:bibliographicCitation"].endswith("/q/timeline?from=2001-01-01")


def test_where_it_is_not_known_when_the_data_changed_nothing_is_said(client_with):
    assert "dc:modified" not in client_with(changed=None).get("/q/causes.metadata.json").json
