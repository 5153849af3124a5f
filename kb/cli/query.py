"""`tieline query`: ask the graph in SPARQL, or one of the named questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb import questions
from kb.cli.common import data_option, load_or_exit, working
from kb.ids import ask
from kb.iris import Iris
from kb.phrasing import did_you_mean_one_of, quoted

if TYPE_CHECKING:
    from kb.model import KnowledgeBase
    from kb.store import Answer


@click.command()
@click.argument("text", required=False, metavar="[QUERY | FILE | -]")
@data_option
@click.option("--name", "-n", help="Ask a named question instead.")
@click.option("--set", "-s", "values", multiple=True, metavar="NAME=VALUE", help="Its parameter.")
@click.option("--list", "listed", is_flag=True, help="List the named questions.")
@click.option("--format", "-f", "form", default="table", help="table, or a format's name.")
def query(
    text: str | None,
    folder: Path,
    name: str | None,
    values: tuple[str, ...],
    listed: bool,
    form: str,
) -> None:
    """Ask the graph a SPARQL query, from the command line, a file or standard input (-).

    The usual prefixes need not be declared. Formats: table, json, xml, csv, tsv for rows;
    turtle, ntriples, rdfxml, jsonld, nquads, trig for graphs.

    \b
    tieline query 'SELECT ?e ?d { ?e a sem:Event ; dcterms:date ?d } ORDER BY ?d LIMIT 5'
    tieline query --list
    tieline query --name timeline --format csv
    """  # noqa: D301 - click needs the character itself
    if listed:
        _list()
        return
    if (text is None) == (name is None):
        raise click.UsageError("Give a query, or --name of a named question (see --list).")
    if values and name is None:
        raise click.UsageError("--set gives a parameter of a named question: add --name.")
    given = _pairs(values)
    asked = _named(name, given) if name is not None else _written(text or "")
    _refuse_what_is_no_query(asked)
    kb = load_or_exit(folder)
    if name is not None:
        _refuse_unknown_ids(name, given, kb)
    from kb.store import Store

    with working("Asking"):
        try:
            answer = Store(kb).query(asked)
            written = _in_format(answer, form, Iris(kb.dataset.base))
        except SyntaxError as error:
            raise click.UsageError(f"The query cannot be parsed: {error}") from None
        except OSError as error:
            raise click.UsageError(f"The query cannot be evaluated: {error}") from None
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()


def _list() -> None:
    for question in questions.questions().values():
        click.echo(f"{click.style(question.name, bold=True)}: {question.title}")
        for parameter in question.parameters:
            default = f"{parameter.name}={parameter.default}"
            click.echo(f"    {default}  ({parameter.type}) {parameter.meaning}")


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(value.split("=", 1) for value in values if "=" in value)
    if len(pairs) != len(values):
        raise click.UsageError("Write each --set as NAME=VALUE, a name once.")
    return pairs


def _named(name: str, values: dict[str, str]) -> str:
    known = questions.questions()
    if name not in known:
        proposal = did_you_mean_one_of(known, name)
        message = f"There is no question {quoted(name)}. {proposal}".rstrip()
        raise click.UsageError(f"{message} See tieline query --list.")
    try:
        return questions.fill(known[name], values)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _refuse_unknown_ids(name: str, values: dict[str, str], kb: KnowledgeBase) -> None:
    try:
        ask(kb, questions.questions()[name], values)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _written(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    if "{" in text:
        return text
    if Path(text).is_file():
        return Path(text).read_text("utf-8")
    raise click.UsageError(f'"{text}" is neither a file nor a query.')


def _refuse_what_is_no_query(text: str) -> None:
    """Updates, SERVICE and what is too deep for the engine, told as the endpoint tells them."""
    from kb.guard import Refusal, Settings
    from kb.guard.precheck import precheck

    refusal = precheck(text, Settings())
    if isinstance(refusal, Refusal):
        told = (refusal.message, refusal.excerpt, refusal.advice)
        raise click.UsageError("\n".join(filter(None, told)))


def _in_format(answer: Answer, form: str, iris: Iris) -> bytes:
    import pyoxigraph

    from kb.cli.table import table
    from kb.formats import writing

    graph = isinstance(answer, pyoxigraph.QueryTriples)
    if form == "table" and not isinstance(answer, pyoxigraph.QueryTriples):
        return table(answer, iris).encode()
    formats = {each.name: each for each in writing("graph" if graph else "bindings")}
    name = "turtle" if form == "table" else form
    if name not in formats:
        raise click.UsageError(f'"{name}" cannot hold this answer. Use {", ".join(formats)}.')
    return answer.serialize(format=formats[name].oxigraph) or b""  # type: ignore[arg-type]
