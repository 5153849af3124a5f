"""The package as strangers get it: built, installed in an environment of its own, far from here.

Each environment watches itself: every file or folder below the checkout that its Python opens is
noted, so that a test can say that none was.
"""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

WATCH = """
import os, sys
def watch(event, args):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(args[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(args[0]))
        if path.startswith({checkout!r} + os.sep):
            os.write(log, (path + os.linesep).encode())
log = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(watch)
"""


@dataclass(frozen=True)
class Installation:
    """An environment that holds the package and its dependencies, and an empty folder to be in."""

    environment: Path
    empty: Path
    log: Path
    """Where the environment notes what it opened below the checkout."""

    def command(self, name: str = "tieline") -> str:
        return str(self.environment / "bin" / name)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What `tieline` with these arguments says, started in the empty folder."""
        return self._run(self.command(), *arguments)

    def python(self, code: str) -> subprocess.CompletedProcess[str]:
        return self._run(self.command("python"), "-c", code)

    def start(self, *arguments: str, output: Path) -> subprocess.Popen[bytes]:
        """The running `tieline` with these arguments; what it says goes to the file `output`."""
        with output.open("w") as file:
            return subprocess.Popen(
                [self.command(), *arguments],
                cwd=self.empty,
                env=bare(),
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def opened_in_the_checkout(self) -> list[str]:
        return self.log.read_text().splitlines()

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.empty, env=bare(), capture_output=True, text=True, timeout=120
        )


def bare() -> dict[str, str]:
    """The environment's variables without those that could point Python at the checkout."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "TIELINE", "PYTEST"))
    }


def build(folder: Path, to: Path, *kinds: str) -> list[Path]:
    """Build the package in `folder` with the build backend that is installed here."""
    tool = [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", str(to)]
    built = subprocess.run([*tool, str(folder)], env=bare(), capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return sorted(to.iterdir())


@pytest.fixture(scope="session")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist and the wheel, both made from the checkout."""
    files = build(checkout, tmp_path_factory.mktemp("dist"), "--sdist", "--wheel")
    sdist, wheel = sorted(files, key=lambda file: file.suffix == ".whl")
    return sdist, wheel


@pytest.fixture(scope="session")
def unpacked(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sdist unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    subprocess.run([sys.executable, "-m", "tarfile", "-e", str(built[0]), str(folder)], check=True)
    (inner,) = folder.iterdir()
    return inner


@pytest.fixture(scope="session", params=["wheel", "sdist"])
def installation(
    request: pytest.FixtureRequest, checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Installation:
    """The wheel of the checkout, and the wheel made from the sdist alone, each installed."""
    if request.param == "wheel":
        wheel = request.getfixturevalue("built")[1]
    else:
        folder = request.getfixturevalue("unpacked")
        (wheel,) = build(folder, tmp_path_factory.mktemp("from-sdist"), "--wheel")
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True, symlinks=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    installed = subprocess.run(
        [*pip, "install", "--quiet", str(wheel)], env=bare(), capture_output=True, text=True
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr

    log = tmp_path_factory.mktemp("watch") / "opened.txt"
    (site_packages,) = environment.glob("lib/python*/site-packages")
    watch = WATCH.format(checkout=str(checkout), log=str(log))
    (site_packages / "watch_checkout.py").write_text(watch)
    (site_packages / "watch_checkout.pth").write_text("import watch_checkout\n")
    return Installation(environment, tmp_path_factory.mktemp("empty"), log)
