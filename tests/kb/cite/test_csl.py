"""CSL-JSON as Zotero and pandoc read it."""

import json
from dataclasses import replace

from kb.cite import csl_json
from kb.cite.csl import item
from kb.cite.work import Day, Name


def test_it_is_a_list_of_one_item(news):
    (read,) = json.loads(csl_json(news))

    assert read == {
        "id": "manjoo",
        "type": "article-newspaper",
        "title": "Snap Makes a Bet on the Cultural Supremacy of the Camera",
        "author": [{"family": "Manjoo", "given": "Farhad"}],
        "container-title": "New York Times",
        "publisher": "New York Times",
        "issued": {"date-parts": [[2017, 3, 8]]},
        "accessed": {"date-parts": [[2017, 5, 1]]},
        "URL": "https://www.nytimes.com/2017/03/08/technology/snap.html",
        "language": "en",
    }


def test_a_body_is_a_literal_and_an_uncertain_year_is_circa(news):
    work = replace(news, authors=(Name("Reuters"),), issued=Day(2011, circa=True))

    assert item(work)["author"] == [{"literal": "Reuters"}]
    assert item(work)["issued"] == {"date-parts": [[2011]], "circa": True}
