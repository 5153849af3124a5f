"""Where an error is reported."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from web.reporting import report

IRI = "https://w3id.org/tieline/pakistan/id/event/salala-attack"


def test_without_an_address_there_is_none(live):
    dataset = replace(live.state.kb.dataset, mail=None, issues=None)

    assert report(dataset, "Salala", IRI, "1a2b") == report(dataset, "", "", "")
    assert report(dataset, "Salala", IRI, "1a2b").mail is None


def test_mail_and_issue_say_what_they_are_about(live):
    dataset = replace(
        live.state.kb.dataset,
        mail="editors@example.org",
        issues="https://example.org/tieline/issues/",
        version="0.1.0",
    )

    found = report(dataset, "Strikes & regrets", IRI, "1a2b")

    mail, issue = urlsplit(found.mail), urlsplit(found.issue)
    about = [f"{IRI}\n0.1.0+1a2b\n\n"]
    assert mail.path == "editors@example.org"
    assert "+" not in mail.query.replace("%2B", "")
    assert parse_qs(mail.query) == {"subject": ["Strikes & regrets"], "body": about}
    assert issue.path == "/tieline/issues/new"
    assert parse_qs(issue.query) == {"title": ["Strikes & regrets"], "body": about}


def test_the_panel_offers_what_the_data_set_names(client_with, live):
    kb = live.state.kb
    named = replace(kb.dataset, mail="editors@example.org", issues="https://example.org/issues")

    html = client_with(kb=replace(kb, dataset=named)).get("/event/salala-attack").text

    assert 'href="mailto:editors@example.org?subject=' in html
    assert 'href="https://example.org/issues/new?title=' in html
