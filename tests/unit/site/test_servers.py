"""What a site tells servers, and the samples of how to publish it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from plangen import __version__
from plangen.cli import main
from plangen.site import csp
from plangen.site.assets import FOLDER, asset_files
from plangen.site.figures import figures_file

POLICY = csp.policy(["x()"])
STAND_IN = """
import fnmatch, pathlib, shutil, sys
source, target, *options = sys.argv[1:]
source, target = pathlib.Path(source), pathlib.Path(target.removeprefix("s3://"))
rules = [(options[i], options[i + 1]) for i in range(len(options) - 1) if options[i] in ("--exclude", "--include")]
def wanted(name):
    found = True
    for rule, pattern in rules:
        if fnmatch.fnmatch(name, pattern):
            found = rule == "--include"
    return found
def names(folder):
    return {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
kept = options[options.index("--cache-control") + 1]
for name, path in sorted(names(source).items()):
    there = target / name
    same = there.exists() and there.stat().st_size == path.stat().st_size
    if wanted(name) and not ("--size-only" in options and same):
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, there)
        print(name, "|", kept)
if "--delete" in options:
    for name, path in names(target).items():
        if wanted(name) and name not in names(source):
            path.unlink()
"""


@pytest.fixture
def samples(repository: Path) -> Path:
    """The folder of the samples."""
    return repository / "docs" / "samples"


def test_the_policy_in_three_forms() -> None:
    """One text: by itself, as nginx includes it, as hosts of static sites read it."""
    files = csp.files(POLICY)
    assert files["csp.txt"] == f"{POLICY}\n"
    assert f'add_header Content-Security-Policy "{POLICY}" always;\n' in files["csp.conf"]
    assert [
        line for line in files["csp.conf"].splitlines() if not re.fullmatch(r'add_header [\w-]+ "[^"$]*" always;', line)
    ] == []
    assert files["_headers"].startswith(f"/*\n  Content-Security-Policy: {POLICY}\n")
    assert max(map(len, files["_headers"].splitlines())) < 2000, "what hosts read of one line"


def kept_for_ever(samples: Path, path: str) -> bool:
    """Whether the sample for nginx lets browsers keep a path."""
    text = (samples / "nginx.conf").read_text(encoding="utf-8")
    patterns = re.findall(r'^ +~(\S+) +"public, max-age=31536000, immutable";$', text, re.MULTILINE)
    assert len(patterns) == 2
    return any(re.search(pattern, path) for pattern in patterns)


def test_what_browsers_may_keep(samples: Path) -> None:
    """What carries a hash of its content, and nothing else."""
    shared = [f"/{FOLDER}/{name}" for name, _ in asset_files().values()]
    theme = ["/2026/assets/javascripts/bundle.a5f9d56c.min.js", "/en/2026/assets/stylesheets/main.57a0d79d.min.css"]
    assert [
        path for path in [*shared, *theme, f"/2026/{figures_file(['1'])[0]}"] if not kept_for_ever(samples, path)
    ] == []
    others = ("/", "/2026/plan/", "/versions.json", "/2026/search/search_index.json", "/2026/assets/images/favicon.png")
    assert [path for path in others if kept_for_ever(samples, path)] == []


def test_the_sample_for_nginx_includes_the_policy(samples: Path) -> None:
    """From the site that it serves; no block inside takes the headers away again."""
    text = (samples / "nginx.conf").read_text(encoding="utf-8")
    root = re.search(r"^ +root (\S+);", text, re.MULTILINE)
    assert root
    assert f"include {root[1]}/{csp.NGINX};" in text
    assert text.count("add_header") == 1


@pytest.mark.parametrize("name", ["github-pages.yml", "gitlab-pages.yml"])
def test_recipes(samples: Path, name: str) -> None:
    """They are YAML; their commands are ours, of this version, with options that there are."""
    text = (samples / name).read_text(encoding="utf-8")
    assert isinstance(yaml.safe_load(text), dict)
    assert f'"plangen=={__version__}"' in text
    commands = re.findall(r"(?:run: |- )plangen (.*)$", text, re.MULTILINE)
    assert len(commands) == 1
    for command in commands:
        assert CliRunner().invoke(main, [*command.split(), "--help"]).exit_code == 0
    assert CliRunner().invoke(main, ["build", "--no-such-option", "--help"]).exit_code == 2


def upload(samples: Path, site: Path, bucket: Path) -> list[str]:
    """Run the sample with a stand-in for the store's own command; gives what was copied, in order."""
    command = site.parent / "sync.py"
    command.write_text(STAND_IN, encoding="utf-8")
    call = ["sh", str(samples / "upload.sh"), str(site), f"s3://{bucket}"]
    environment = {**os.environ, "SYNC": f"{sys.executable} {command}"}
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_an_upload(samples: Path, tmp_path: Path) -> None:
    """What pages load comes before them, the list of years after them, what is gone goes; nothing is missing."""
    site, bucket = tmp_path / "site", tmp_path / "bucket"
    files = ("_assets/a-1.js", "2026/_figures/f.js", "2026/index.html", "2026/search/search_index.json", "index.html")
    servers = ("csp.txt", "csp.conf", "_headers", "plangen-manifest.json")
    for name in (*files, "versions.json", "en/versions.json", *servers):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    (bucket / "2025").mkdir(parents=True)
    (bucket / "2025" / "gone.html").write_text("x", encoding="utf-8")
    copied = upload(samples, site, bucket)
    forever = "public, max-age=31536000, immutable"
    assert copied == [
        f"2026/_figures/f.js | {forever}",
        f"_assets/a-1.js | {forever}",
        "2026/search/search_index.json | no-cache",
        "2026/index.html | no-cache",
        "index.html | no-cache",
        "en/versions.json | no-cache",
        "versions.json | no-cache",
    ]
    there = {path.relative_to(bucket).as_posix() for path in bucket.rglob("*") if path.is_file()}
    assert there == {*files, "versions.json", "en/versions.json"}
