import tempfile
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, serialize

from kb.guard import state

SUBJECTS = st.sampled_from([NamedNode("https://e.org/s"), BlankNode("b"), BlankNode("c")])
OBJECTS = st.one_of(
    SUBJECTS,
    st.builds(Literal, st.sampled_from(["a", "é\n", ""]), language=st.sampled_from(["en", None])),
)
QUADS = st.builds(
    Quad,
    SUBJECTS,
    st.just(NamedNode("https://e.org/p")),
    OBJECTS,
    st.sampled_from([DefaultGraph(), NamedNode("https://e.org/g")]),
)


@contextmanager
def n_quads(quads):
    with tempfile.TemporaryFile() as file:
        serialize(quads, file, RdfFormat.N_QUADS)
        file.flush()
        yield file


@given(st.sets(QUADS, max_size=8), st.sets(QUADS, max_size=8))
@settings(max_examples=50)
def test_the_difference_makes_the_old_state_the_new_one(old, new):
    with n_quads(old) as before, n_quads(new) as after, n_quads([]) as added, n_quads([]) as gone:
        store = state.load(before.fileno())
        assert set(store) == old

        counts = state.write_difference(store, after.fileno(), added.fileno(), gone.fileno())
        assert set(store) == old
        state.apply_difference(store, added.fileno(), gone.fileno())

    assert set(store) == new
    assert counts == (len(new - old), len(old - new))


def test_what_is_no_n_quads_cannot_be_loaded():
    with tempfile.TemporaryFile() as file:
        file.write(b"<https://e.org/s> <https://e.org/p> .\n")
        file.flush()

        with pytest.raises(SyntaxError):
            state.load(file.fileno())


def test_literals_that_a_store_writes_otherwise_are_not_lost():
    """A decimal of `5.0` comes out of a store as `5`: that is no difference."""
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    same = f'<http://a/s> <http://a/p> "5.0"^^<{decimal}> .\n'
    with tempfile.TemporaryFile() as first, tempfile.TemporaryFile() as second:
        first.write(same.encode())
        second.write((same + '<http://a/s> <http://a/q> "new" .\n').encode())
        first.flush()
        second.flush()
        store = state.load(first.fileno())
        with tempfile.TemporaryFile() as added, tempfile.TemporaryFile() as removed:
            counts = state.write_difference(
                store, second.fileno(), added.fileno(), removed.fileno()
            )
            state.apply_difference(store, added.fileno(), removed.fileno())

    assert counts == (1, 0)
    assert len(store) == 2
