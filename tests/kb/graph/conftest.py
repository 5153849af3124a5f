"""A graph of a few lines of YAML, with its terms as they are written in Turtle."""

from collections import defaultdict

import pytest
from pyoxigraph import Literal, Quad

from kb.graph import quads
from kb.iris import Iris

EVENT = {
    "title": "An air strike",
    "when": "2011-11-26",
    "kind": "airstrike",
    "by": "isaf",
    "to": "pakistan",
    "src": "ipri-2017",
}


class Graph:
    """Subject to predicate to the set of objects, each term as a short text such as `ev:a`."""

    def __init__(self, found: list[Quad], base: str) -> None:
        self._prefixes = sorted(Iris(base).prefixes.items(), key=lambda pair: -len(pair[1]))
        self.of: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for quad in found:
            subject, predicate = self.short(quad.subject), self.short(quad.predicate)
            self.of[subject][predicate].add(self.short(quad.object))

    def short(self, term) -> str:
        if isinstance(term, Literal):
            if term.language:
                return f'"{term.value}"@{term.language}'
            datatype = self._abbreviated(term.datatype.value)
            return f'"{term.value}"' + (f"^^{datatype}" if datatype != "xsd:string" else "")
        return self._abbreviated(term.value)

    def _abbreviated(self, iri: str) -> str:
        for prefix, space in self._prefixes:
            if iri.startswith(space):
                return f"{prefix}:{iri.removeprefix(space)}"
        return f"<{iri}>"

    def plain(self, subject: str, predicate: str) -> set[str]:
        return self.of.get(subject, {}).get(predicate, set())

    def statements(self, subject: str, predicate: str) -> list[dict[str, set[str]]]:
        """The parts of each statement with this subject and predicate, those two left out."""
        found = []
        for parts in list(self.of.values()):
            if (parts.get("rdf:subject"), parts.get("rdf:predicate")) == ({subject}, {predicate}):
                shown = dict(parts)
                for name in ("rdf:type", "rdf:subject", "rdf:predicate"):
                    del shown[name]
                found.append(shown)
        return found


@pytest.fixture
def graph(folder):
    """The graph of the sample with its events replaced by `a`, which has these lines besides."""

    def built(lines: str = "", others: str = "", **fields: str) -> Graph:
        texts = "".join(f"  {name}: {value}\n" for name, value in {**EVENT, **fields}.items())
        folder.write("events.yaml", f"a:\n{texts}{lines}\n{others}")
        reading = folder.read()
        assert reading.kb is not None, "\n".join(map(str, reading.diagnostics))
        return Graph(list(quads(reading.kb)), reading.kb.dataset.base)

    return built


@pytest.fixture(scope="session")
def whole(sample):
    """The graph of the whole sample."""
    return Graph(list(quads(sample)), sample.dataset.base)
