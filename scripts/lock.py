"""Write the lock files from pyproject.toml: every package, pinned, with the hashes of its files.

`requirements.lock` holds what plangen needs to run, and the build backend; `requirements-test.lock` holds that and
what the tests need, at the same versions. Both are resolved for the oldest supported Python, so that nothing it needs
is missing. Run it as `make lock`; it needs the network.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIP_TOOLS = "pip-tools==7.6.2"
OLDEST = (3, 11)
OPTIONS = (
    "--generate-hashes",
    "--strip-extras",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--no-emit-options",
    "--no-header",
    "--quiet",
)


def requirements(*groups: str) -> list[str]:
    """The requirement lines of the project and of some of its dependency groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(project["project"]["dependencies"])
    for group in groups:
        lines += project["dependency-groups"][group]
    return lines


def resolve(python: Path, lock: Path, lines: list[str], more: list[str]) -> None:
    """Resolve requirement lines into a lock file; pins that it holds already stay unless `--upgrade` is in `more`."""
    command = [str(python), "-m", "piptools", "compile", *OPTIONS, *more, "--output-file", lock.name, "-"]
    subprocess.run(command, input="\n".join(lines), text=True, check=True, cwd=ROOT)
    text = lock.read_text(encoding="utf-8").replace("-r -", "plangen (pyproject.toml)")
    lock.write_text(text, encoding="utf-8")


def main() -> int:
    """Write both lock files; `--upgrade` takes the newest version of everything."""
    if sys.version_info[:2] != OLDEST:
        print("Lock files are resolved with the oldest supported Python: run `make lock PYTHON=python3.11`.")
        return 1
    upgrade = [argument for argument in sys.argv[1:] if argument == "--upgrade"]
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        subprocess.run([python, "-m", "pip", "install", "--quiet", PIP_TOOLS], check=True, env=environment)
        resolve(python, ROOT / "requirements.lock", requirements("build"), upgrade)
        same = [*upgrade, "--constraint", "requirements.lock"]
        resolve(python, ROOT / "requirements-test.lock", requirements("build", "test"), same)
    return 0


if __name__ == "__main__":
    sys.exit(main())
