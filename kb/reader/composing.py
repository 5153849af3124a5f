"""From text to YAML nodes by libyaml, with what keeps it from being plain YAML told in our words.

The loader resolves no types: every plain scalar is its text (`NO` stays `NO`, `010` stays `010`).
Aliases and tags are errors: these files have no use for them. libyaml bounds the depth.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from kb.phrasing import shown

if TYPE_CHECKING:
    from kb.reader.record import Reporter

_QUOTE_ALL = 'Put the whole text in "quotes"'
_TAGS = {
    ScalarNode: yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG,
    SequenceNode: yaml.resolver.BaseResolver.DEFAULT_SEQUENCE_TAG,
    MappingNode: yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG,
}
_TAB = "Indent with spaces, not tabs."
_FOLDED = re.compile(r"[>|]\s*(\d+)")


class _Loader(yaml.CBaseLoader):
    """Spares the look for types that are all texts in the end: a fifth of the time."""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        return _TAGS[kind]


def compose(text: str, reporter: Reporter) -> Node | None:
    """The root node; None where there is none, and where it is none, why is told."""
    try:
        node: Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        _tell(error, text, reporter)
        return None
    except yaml.YAMLError as error:
        problem = str(error).splitlines()[0]
        reporter.at_position(0, 0, "E03", f"YAML: {problem}.", "Delete that character.")
        return None
    return node if node is not None and _is_plain(text, reporter) else None


def _tell(error: yaml.MarkedYAMLError, text: str, reporter: Reporter) -> None:
    problem = str(error.problem or error.context or "it cannot be read")
    lines = text.rstrip().split("\n")
    line, column = _place(error, problem, lines)
    row, before = lines[line], lines[line - 1] if line else ""
    if "cannot start any token" in problem and row[column:]:
        problem = problem.replace("character that", f"character {row[column]!r} that")
    advice = _advice(f"{error.context}: {problem}", row, column, before)
    reporter.at_position(line, column, "E03", f"YAML: {problem}.", advice)


def _place(error: yaml.MarkedYAMLError, problem: str, lines: list[str]) -> tuple[int, int]:
    """Line and column to look at; what was never closed shows where it begins."""
    mark, context = error.problem_mark, error.context_mark
    if mark is None:
        return 0, 0
    unclosed = "end of stream" in problem or "document indicator" in problem
    apart = "',' or" in problem or "find expected ':'" in problem
    if context is not None and (unclosed or (apart and context.line != mark.line)):
        mark = context
    last = len(lines) - 1
    return (mark.line, mark.column) if mark.line <= last else (last, len(lines[last]))


def _advice(problem: str, row: str, column: int, before: str) -> str:
    indent = len(row) - len(row.lstrip())
    if "tab" in problem or "\t" in row[:indent] or row[column : column + 1] == "\t":
        return _TAB
    if "mapping values" in problem and not _lacks_colon(row, before):
        return 'Put the text in "quotes": it contains a colon.'
    if "find expected ':'" in problem or "mapping values" in problem:
        return "A field is a name, a colon and a value; a text that goes on is indented more."
    folded = _FOLDED.search(row, max(0, column - 20))
    if folded and ("line break" in problem or "indentation" in problem or "any token" in problem):
        number = folded.group(1)
        return f"Write {number}+ instead of >{number} (a > starts folded text in YAML)."
    return _advice_on_text(problem, row, column, indent)


def _lacks_colon(row: str, before: str) -> bool:
    """Whether the colon that libyaml stumbles over is right, and the line above lacks one."""
    return re.fullmatch(r"\s*[\w@-]+:.*", row) is not None and ":" not in before


def _advice_on_text(problem: str, row: str, column: int, indent: int) -> str:
    if "end of stream" in problem or "document indicator" in problem:
        return 'Close the "quotes", and indent every line that continues a text.'
    if "escape" in problem:
        return "Use 'single quotes', in which a backslash is just that."
    if "alias" in problem or "anchor" in problem or "tag" in problem:
        return f"{_QUOTE_ALL}: it begins with a character that means something to YAML."
    if "any token" in problem:
        return f"{_QUOTE_ALL}: it begins with a character that YAML keeps for itself."
    if "block sequence entries" in problem:
        return f"Begin the list on a line of its own. {_QUOTE_ALL} where it is none."
    if "nesting" in problem:
        return "A record needs few levels: look for brackets that are never closed."
    if "flow" in problem or "',' or" in problem or "node content" in problem:
        return "Check that every [ and { is closed, with commas between."
    if "expected key" in problem and column > indent:
        return f"{_QUOTE_ALL}: it goes on behind its closing quote or bracket."
    return "Check the indentation, quotes, colons and brackets around here."


def _is_plain(text: str, reporter: Reporter) -> bool:
    """Whether the text does without aliases and tags; says so at the first where not."""
    if "*" not in text and "!" not in text:
        return True
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias *{shown(str(event.anchor))} repeats another part."
            advice = "Write the value out where it is meant."
        elif tag is not None:
            message = f"the tag {shown(_as_written(tag))} asks for a type of its own."
            advice = 'Delete it; put a text that begins with ! in "quotes".'
        else:
            continue
        mark: Any = event.start_mark
        reporter.at_position(mark.line, mark.column, "E04", message, advice)
        return False
    return True


def _as_written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!", 1)
