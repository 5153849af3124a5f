"""Where a reader reports an error: a mail and an issue that say already what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from kb.model import Dataset


@dataclass(frozen=True, slots=True)
class Report:
    """Addresses to report to; None where `dataset.yaml` names none."""

    mail: str | None
    issue: str | None


def report(dataset: Dataset, title: str, iri: str, state: str) -> Report:
    """Addresses for a report on the record of that IRI, as the digest `state` of the data has it.

    `issues` is a tracker's page whose `/new` takes `title` and `body`, as those of GitHub, Gitea
    and Codeberg do.
    """
    body = f"{iri}\n{dataset.version}+{state}\n\n"
    mailed = urlencode({"subject": title, "body": body}, quote_via=quote)
    filed = urlencode({"title": title, "body": body})
    return Report(
        mail=dataset.mail and f"mailto:{quote(dataset.mail, safe='@')}?{mailed}",
        issue=dataset.issues and f"{dataset.issues.rstrip('/')}/new?{filed}",
    )
