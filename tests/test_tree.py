"""The rules of the house that can be checked by reading the tree."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kb.iris import SHARED_PREFIXES

CHECKOUT = Path(__file__).parents[1]
PRODUCT = ("kb", "web")
LONGEST = 300

# The left never needs the right, not even by way of another module.
WALLS = {
    "kb": {"web", "flask", "werkzeug", "jinja2", "waitress"},
    "kb.reader": {"rdflib", "pyoxigraph", "kb.graph", "kb.iris"},
    "kb.graph": {"flask", "http", "urllib", "wsgiref"},
}


def files(*suffixes: str, below: tuple[str, ...]) -> list[Path]:
    """Every file with one of these suffixes in these folders, relative to the checkout."""
    return sorted(
        file.relative_to(CHECKOUT)
        for folder in below
        for file in (CHECKOUT / folder).rglob("*")
        if file.suffix in suffixes
        and "__pycache__" not in file.parts
        and not any(part.startswith(".") for part in file.relative_to(CHECKOUT).parts)
    )


def module(file: Path) -> str:
    """`kb/reader/__init__.py` is `kb.reader`."""
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse((CHECKOUT / file).read_text(encoding="utf-8"), str(file))


def imports(file: Path) -> Iterator[str]:
    """All that a file imports wherever it does; a name from a package may be a module of it."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{file}:{node.lineno}: imports are written out in full"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def import_map() -> dict[str, set[str]]:
    return {module(file): set(imports(file)) for file in files(".py", below=PRODUCT)}


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def reached(package: str) -> dict[str, str]:
    """Every name that a module of the package imports, itself or through others, and who does."""
    by: dict[str, str] = {}
    ahead = [name for name in import_map() if inside(name, package)]
    seen = set(ahead)
    while ahead:
        importer = ahead.pop()
        for name in import_map()[importer]:
            by.setdefault(name, importer)
            if name in import_map() and name not in seen:
                seen.add(name)
                ahead.append(name)
    return by


@pytest.mark.parametrize("package", WALLS)
def test_imports_run_one_way(package):
    found = reached(package)
    assert found, f"there is no {package}"

    breaches = [
        f"{by} imports {name}"
        for name, by in found.items()
        if any(inside(name, wall) for wall in WALLS[package])
    ]

    assert breaches == []


def strings(file: Path) -> Iterator[tuple[int, str]]:
    """The text constants of a file with their lines, docstrings left out."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(file)):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield node.lineno, node.value


def test_one_module_writes_namespaces():
    spaces = ("https://w3id.org/tieline", *SHARED_PREFIXES.values())

    elsewhere = [
        f"{file}:{line}: {text}"
        for file in files(".py", below=PRODUCT)
        if file != Path("kb/iris.py")
        for line, text in strings(file)
        if text.startswith(spaces)
    ]

    assert elsewhere == []


def test_no_file_is_long():
    suffixes = (".py", ".js", ".css", ".html", ".rq", ".ttl", ".sh")
    generated = {"built", "vendor"}

    long = [
        str(file)
        for file in files(*suffixes, below=(*PRODUCT, "tests", "benchmarks"))
        if not generated & set(file.parts)
        and len((CHECKOUT / file).read_text(encoding="utf-8").splitlines()) > LONGEST
    ]

    assert long == []


def test_nothing_is_left_for_later():
    mark = re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b")

    left = [
        str(file)
        for file in files(
            ".py", ".js", ".css", ".html", ".rq", ".ttl", ".md", below=(*PRODUCT, "tests", "docs")
        )
        if mark.search((CHECKOUT / file).read_text(encoding="utf-8"))
    ]

    assert left == []


def dependency_lines() -> list[str]:
    """The lines of pyproject.toml that each name one package."""
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    project = text[text.index("[project]") : text.index("[tool.")]
    return re.findall(r'^  "[A-Za-z].*$', project, flags=re.MULTILINE)


@pytest.mark.parametrize("line", dependency_lines())
def test_a_dependency_has_a_lower_bound_and_a_reason(line):
    assert re.fullmatch(r'  "[\w.-]+(\[[\w,-]+\])?>=\d[\d.]*(; [^"]+)?", *# \S.*', line)


def documents() -> list[Path]:
    top = [file.relative_to(CHECKOUT) for file in CHECKOUT.glob("*.md")]
    return sorted([*top, *files(".md", below=("docs", "data"))])


@pytest.mark.parametrize("document", documents(), ids=str)
def test_the_links_of_a_document_lead_somewhere(document):
    text = (CHECKOUT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", text)

    lost = [link for link in links if not (CHECKOUT / document.parent / link).exists()]

    assert lost == []


@pytest.mark.parametrize("document", documents(), ids=str)
def test_the_paths_that_a_document_names_exist(document):
    text = (CHECKOUT / document).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:kb|web|data|tests|docs)/[\w./-]*)`", text)
    made_by_the_build = {"kb/_data"}

    lost = [path for path in paths if not (CHECKOUT / path).exists()]

    assert set(lost) <= made_by_the_build


def test_every_document_is_reached_from_the_index():
    seen: set[Path] = set()
    ahead = [CHECKOUT / "docs" / "README.md"]
    while ahead:
        page = ahead.pop().resolve()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        links = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        ahead += [page.parent / link for link in links]

    assert {CHECKOUT / file for file in files(".md", below=("docs",))} <= seen


@pytest.mark.parametrize(
    "test",
    [file for file in files(".py", below=("tests/kb", "tests/web")) if file.stem != "conftest"],
    ids=str,
)
def test_a_test_stands_where_its_module_stands(test):
    """Its twin is a module, a package, a file such as `shapes.ttl`, or the folder itself."""
    name = test.stem.removeprefix("test_")
    folder = CHECKOUT / Path(*test.parts[1:-1])

    assert name == folder.name or {*folder.glob(name), *folder.glob(f"{name}.*")}
