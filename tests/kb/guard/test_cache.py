import pytest

from kb.guard import Answer, Query
from kb.guard.cache import Cache

ROW = "SELECT ?o { e:s1 e:p0 ?o }"


def answer(body: bytes = b"{}", version: str = "first") -> Answer:
    return Answer(body, "application/sparql-results+json", "select", 1, 1.0, version)


@pytest.fixture
def cache():
    made = Cache(100_000)
    made.renew("first")
    return made


def test_what_was_kept_is_given_again(cache):
    kept = answer()
    cache.put(Query(ROW), kept)

    assert cache.get(Query(ROW, client="another", timeout=3)) is kept


@pytest.mark.parametrize(
    "other",
    [
        Query(ROW + " "),
        Query(ROW, bindings_format="xml"),
        Query(ROW, graph_format="rdfxml"),
        Query(ROW, default_graphs=("https://example.org/g",)),
        Query(ROW, named_graphs=("https://example.org/g",)),
    ],
)
def test_all_that_an_answer_depends_on_tells_queries_apart(cache, other):
    cache.put(Query(ROW), answer())

    assert cache.get(other) is None


def test_a_new_state_forgets_and_takes_no_answer_of_the_old_one(cache):
    cache.put(Query(ROW), answer())
    cache.renew("second")
    assert cache.get(Query(ROW)) is None

    cache.put(Query(ROW), answer(version="first"))

    assert cache.get(Query(ROW)) is None
    assert cache.taken == 0


def test_what_was_not_asked_for_longest_goes_first_and_the_bound_holds(cache):
    for number in range(10):
        cache.put(Query(f"ASK {{ {number} }}"), answer(b"x" * 15_000))
        cache.get(Query("ASK { 0 }"))
        assert cache.taken <= 100_000

    assert cache.get(Query("ASK { 0 }"))
    assert cache.get(Query("ASK { 1 }")) is None
    assert cache.get(Query("ASK { 9 }"))


def test_one_answer_does_not_drive_out_all_others(cache):
    cache.put(Query(ROW), answer(b"x" * 30_000))

    assert cache.get(Query(ROW)) is None


@pytest.mark.parametrize(
    "text",
    ["SELECT (NOW() AS ?x) {}", "SELECT (rand ( ) AS ?x) {}", "SELECT (STRUUID#\n() AS ?x) {}"],
)
def test_what_would_differ_the_next_time_is_not_kept(cache, text):
    cache.put(Query(text), answer())

    assert cache.get(Query(text)) is None


def test_equal_bytes_of_two_media_types_have_two_tags():
    one, other = answer(b""), Answer(b"", "text/turtle", "construct", None, 1.0, "first")

    assert one.tag == answer(b"").tag
    assert one.tag != other.tag


@pytest.mark.slow
def test_the_guard_gives_an_answer_again_until_the_state_changes(new_guard, quads, tmp_path):
    guard = new_guard(cache=1 << 20)
    first = guard.query(Query(ROW))
    assert guard.query(Query(ROW)) is first
    second = tmp_path / "second.nq"
    second.write_text(quads(10, "w"))

    guard.publish(second, "second")

    assert guard.query(Query(ROW)).body != first.body
