import os
import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Store

from kb.formats import writing
from kb.guard import rows

CELLS = st.one_of(st.none(), st.text(alphabet=',{}[]"\\\n\t<result> a:', max_size=6))


@pytest.mark.parametrize("form", writing("bindings"), ids=lambda form: form.name)
@given(table=st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_rows_are_counted_whatever_is_in_them(form, table):
    values = " ".join(
        f"({' '.join('UNDEF' if cell is None else str(Literal(cell)) for cell in row)})"
        for row in table
    )
    solutions = Store().query(f"SELECT * {{ VALUES (?a ?b) {{ {values} }} }}")

    with tempfile.TemporaryFile() as file:
        file.write(b"before" + solutions.serialize(format=form.oxigraph))
        file.flush()

        assert rows.count(file.fileno(), len(b"before"), form.name) == len(table)


def test_a_very_large_answer_is_not_counted():
    with tempfile.TemporaryFile() as file:
        os.ftruncate(file.fileno(), 9 << 20)

        assert rows.count(file.fileno(), 0, "json") is None
