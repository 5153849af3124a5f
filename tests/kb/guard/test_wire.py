import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.guard import Query
from kb.guard.wire import Gone, Inbox, exchange_file, pair, read, read_request, send, write_request


@pytest.fixture
def ends():
    left, right = pair()
    with left, right:
        yield left, right


def test_frames_come_as_they_were_sent_with_their_descriptors(ends):
    left, right = ends
    reading, writing = os.pipe()

    send(left, {"a": "é"})
    send(left, {"b": 1}, reading)
    inbox = Inbox(right)
    frames = []
    while len(frames) < 2:
        frames += inbox.receive()

    assert [message for message, _ in frames] == [{"a": "é"}, {"b": 1}]
    fds = [fd for _, fd in frames if fd is not None]
    os.write(writing, b"x")
    assert os.read(fds[0], 1) == b"x"
    for fd in (reading, writing, *fds):
        os.close(fd)


def test_a_frame_is_put_together_from_its_pieces(ends):
    left, right = ends
    inbox = Inbox(right)
    send(left, {"text": "x" * 100})
    frame = right.recv(1000)

    for index in range(len(frame)):
        left.send(frame[index : index + 1])
        frames = inbox.receive()

    assert frames == [({"text": "x" * 100}, None)]


def test_a_closed_connection_is_gone(ends):
    left, right = ends
    left.close()

    with pytest.raises(Gone):
        Inbox(right).one()
    with pytest.raises(Gone):
        send(right, {})


@pytest.mark.parametrize("portable", [False, True])
def test_request_and_answer_share_a_file(portable):
    fd = exchange_file(portable)
    query = Query("ASK { ?s ?p 'é\ud800' }", "xml", None, 1.5, ("https://e.org/g",), (), "me")

    length = write_request(fd, query)
    os.write(fd, b"left over")

    assert read_request(fd, length) == query
    assert read(fd, length) == b""
    os.write(fd, b"answer")
    assert read(fd, length) == b"answer"
    os.close(fd)


@given(st.builds(Query, st.text()))
def test_any_text_can_be_asked(query):
    fd = exchange_file(portable=False)
    assert read_request(fd, write_request(fd, query)) == query
    os.close(fd)
