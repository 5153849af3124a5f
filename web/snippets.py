"""The present query as a few lines of a shell, of Python and of R, which answer the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Snippet:
    """Lines to copy, under the name of their language."""

    language: str
    text: str


def snippets(query: str, endpoint: str) -> tuple[Snippet, ...]:
    """For curl, for pandas in Python, and for plain R from 4.0 on; `endpoint` is absolute."""
    query = query.replace("\r\n", "\n").strip()
    return (
        Snippet("curl", _curl(query, endpoint)),
        Snippet("Python", _python(query, endpoint)),
        Snippet("R", _r(query, endpoint)),
    )


def _curl(query: str, endpoint: str) -> str:
    """In a here-document with a quoted word the shell changes nothing; no line may be that word."""
    lines = set(query.split("\n"))
    word = next(word for n in count() if (word := f"SPARQL{n or ''}") not in lines)
    return (
        "curl --silent --show-error --header 'Accept: text/csv' \\\n"
        f"  --data-urlencode query@- '{endpoint}' <<'{word}'\n{query}\n{word}"
    )


def _python(query: str, endpoint: str) -> str:
    escaped = query.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if escaped.endswith('"'):
        escaped = f'{escaped[:-1]}\\"'
    return (
        "import urllib.parse\n\nimport pandas\n\n"
        f'query = """{escaped}"""\n'
        'parameters = urllib.parse.urlencode({"query": query, "format": "csv"})\n'
        f'rows = pandas.read_csv("{endpoint}?" + parameters)\n'
        "print(rows)"
    )


def _r(query: str, endpoint: str) -> str:
    """A raw string ends at `)`, as many dashes as it began with, and `"`."""
    dashes = next("-" * n for n in count(3) if f'){"-" * n}"' not in query)
    return (
        f'query <- r"{dashes}({query}){dashes}"\n'
        f'address <- paste0("{endpoint}?format=csv&query=", URLencode(query, reserved = TRUE))\n'
        "rows <- read.csv(address)\n"
        "head(rows)"
    )
