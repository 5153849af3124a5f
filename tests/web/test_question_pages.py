"""Pages of the named questions, which work as forms."""

import pytest

from kb.questions import questions

BROWSER = {"Accept": "text/html"}


def test_the_list_has_a_form_for_each_question(page):
    html = page("/q/?lang=en")

    for name, question in questions().items():
        assert f'action="/q/{name}"' in html
        for parameter in question.parameters:
            assert f'id="ask-{name}-{parameter.name}"' in html


def test_a_question_has_a_page_with_what_was_asked_and_its_rows(page):
    html = page("/q/two-parties?partner=china&from=1960-01-01&to=1970-12-31&lang=en")

    assert 'name="partner" value="china"' in html
    assert 'href="/event/' in html
    assert "/q/two-parties.csv?partner=china" in html
    assert "VALUES+?partner" in html or "VALUES+%3Fpartner" in html or "VALUES%20" in html
    assert "how to cite" in html.lower()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/q/two-parties?partner=chian&lang=en", 400, "Did you mean actor:china?"),
        ("/q/two-parties?name=x&lang=en", 400, "has no parameter"),
        ("/q/two-partys?lang=en", 404, "Did you mean &#34;two-parties&#34;?"),
        ("/q/two-parties?partner=<script>&lang=en", 400, "&lt;script&gt;"),
    ],
)
def test_a_page_tells_what_is_wrong_beside_the_form(client, path, status, says):
    response = client.get(path, headers=BROWSER)

    assert response.status_code == status
    assert says in response.text
    assert 'class="problem"' in response.text
    assert "<form" in response.text
    assert "<script>&lang" not in response.text


def test_a_parameter_is_not_taken_for_the_state_of_the_timeline(page):
    assert 'class="notes"' not in page("/q/causal-chain?event=gloc-closure&lang=en")
