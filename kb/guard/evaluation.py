"""One query against the store: checked, evaluated, and its answer written to the shared file."""

from __future__ import annotations

import errno
import os
import time
from dataclasses import asdict
from io import BufferedWriter, FileIO
from typing import IO, TYPE_CHECKING

import pyoxigraph
from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from kb import formats
from kb.guard import mending, rows
from kb.guard.columns import in_order
from kb.guard.messages import Refusal
from kb.guard.precheck import precheck
from kb.guard.settings import MIB
from kb.guard.syntax import explain
from kb.guard.wire import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Buffer

    from kb.formats import Format
    from kb.guard.messages import Form, Query
    from kb.guard.settings import Settings
    from kb.guard.wire import Message

_BUFFER = 1 << 16
_Result = QuerySolutions | QueryBoolean | QueryTriples


class Evaluator:
    """Answers queries from one store, each within the settings."""

    def __init__(
        self, store: pyoxigraph.Store, prefixes: Mapping[str, str], settings: Settings
    ) -> None:
        self._store = store
        self._prefixes = dict(prefixes)
        self._settings = settings

    def reply(self, query: Query, fd: int) -> Message:
        """Write the answer to the file, from where its offset stands, and return what it is.

        The result is the fields of an `Answer` but for the body, or those of a `Refusal` under
        the key "refusal".
        """
        started = time.perf_counter()
        written = self._answer(query, fd)
        if isinstance(written, Refusal):
            return {"refusal": asdict(written)}
        form, kind, count = written
        milliseconds = round((time.perf_counter() - started) * 1000, 3)
        return {
            "media_type": kind.content_type,
            "form": form,
            "rows": count,
            "milliseconds": milliseconds,
        }

    def _answer(self, query: Query, fd: int) -> tuple[Form, Format, int | None] | Refusal:
        form = precheck(query.text, self._settings)
        if isinstance(form, Refusal):
            return form
        kind = _format(query, form)
        if isinstance(kind, Refusal):
            return kind
        start = os.lseek(fd, 0, os.SEEK_CUR)
        try:
            result = self._query(query)
            with self._file(fd) as file:
                self._write(result, kind, file)
            lost = self._mend(query, result, kind, fd, start)
            if lost:
                return lost
        except SyntaxError as error:
            return explain(str(error), query.text, self._prefixes)
        except OSError as error:
            if error.errno == errno.EFBIG:
                return _too_large(self._settings)
            return Refusal("unavailable", f"The answer could not be written: {error}.")
        except (RuntimeError, ValueError) as error:
            return Refusal("malformed", f"The query cannot be evaluated: {error}.")
        solutions = isinstance(result, QuerySolutions)
        return form, kind, rows.count(fd, start, kind.name) if solutions else None

    def _query(self, query: Query) -> _Result:
        result = self._evaluate(query, query.text)
        if isinstance(result, QuerySolutions):
            names = [variable.value for variable in result.variables]
            ordered = in_order(query.text, names) if names else None
            return self._evaluate(query, ordered) if ordered else result
        return result

    def _evaluate(self, query: Query, text: str) -> _Result:
        if not query.default_graphs and not query.named_graphs:
            return self._store.query(text, prefixes=self._prefixes)
        return self._store.query(
            text,
            prefixes=self._prefixes,
            default_graph=[NamedNode(iri) for iri in query.default_graphs],
            named_graphs=[NamedNode(iri) for iri in query.named_graphs],
        )

    def _mend(
        self, query: Query, result: _Result, kind: Format, fd: int, start: int
    ) -> Refusal | None:
        """Put right what has been written; a Refusal where the format cannot hold the answer."""
        if kind.name in mending.XML:
            body = read(fd, start)
            what = mending.not_xml(body)
            if what:
                return _not_in_xml(what)
            mended = mending.with_returns(body)
            if mended:
                self._rewrite(fd, start, lambda file: file.write(mended))
        elif kind.name == "csv" and isinstance(result, QuerySolutions):
            columns = len(result.variables)
            if mending.is_torn(read(fd, start), columns):
                again = self._query(query)
                assert isinstance(again, QuerySolutions)
                self._rewrite(fd, start, lambda file: mending.write_csv(again, file))
        return None

    def _rewrite(self, fd: int, start: int, write: Callable[[IO[bytes]], object]) -> None:
        """Write what stands behind `start` anew."""
        os.ftruncate(fd, start)
        os.lseek(fd, start, os.SEEK_SET)
        with self._file(fd) as file:
            write(file)

    def _file(self, fd: int) -> BufferedWriter:
        return BufferedWriter(_Capped(fd, self._settings.result), _BUFFER)

    def _write(self, result: _Result, kind: Format, file: IO[bytes]) -> None:
        if isinstance(result, QueryTriples) and isinstance(kind.oxigraph, RdfFormat):
            pyoxigraph.serialize(result, file, kind.oxigraph, prefixes=self._prefixes)
        elif not isinstance(result, QueryTriples) and isinstance(kind.oxigraph, QueryResultsFormat):
            result.serialize(file, kind.oxigraph)
        else:
            raise RuntimeError(f"{kind.name} cannot hold {result!r}")


class _Capped(FileIO):
    """The file that an answer is written to; it takes so many bytes and no more."""

    def __init__(self, fd: int, most: int) -> None:
        super().__init__(fd, "wb", closefd=False)
        self._left = most

    def write(self, data: Buffer, /) -> int:
        """Write all or nothing. Raises OSError (EFBIG) where it would be too much."""
        self._left -= len(memoryview(data))
        if self._left < 0:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return super().write(data)


def _format(query: Query, form: Form) -> Format | Refusal:
    """Return the format that the answer to this form of query is written in."""
    writes: formats.Writes = "graph" if form in ("construct", "describe") else "bindings"
    name = query.graph_format if writes == "graph" else query.bindings_format
    kind = formats.by_name(name) if name is not None else None
    if kind is not None and kind.writes == writes:
        return kind
    known = ", ".join(each.media_type for each in formats.writing(writes))
    return Refusal(
        "not_acceptable",
        f"The answer to {form.upper()} cannot be written in a format that was asked for.",
        f"There are {known}.",
    )


def _not_in_xml(what: str) -> Refusal:
    return Refusal(
        "not_acceptable",
        f"The answer holds {what}, which cannot be written in XML.",
        "Ask for another format, such as JSON or Turtle.",
    )


def _too_large(settings: Settings) -> Refusal:
    limit = f"{settings.result / MIB:g} MiB"
    return Refusal(
        "too_large",
        f"The answer is larger than {limit}.",
        "Ask for fewer rows with LIMIT and OFFSET, or for fewer columns, or as CSV.",
        limit,
    )
