"""The benchmarks are no package of ours: the root of the repository has to be on the path to import them."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[3]))
