"""A folder as one archive, to be sent or put on a share: the same bytes for the same files."""

import zipfile
from pathlib import Path

from plangen.site.publishing.manifest import files_below

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16


def write_archive(folder: Path) -> Path:
    """Write `<folder>.zip` beside a folder, whole or not at all; what is unpacked is the folder."""
    target = folder.with_name(f"{folder.name}.zip")
    fresh = folder.with_name(f".{folder.name}.zip.new")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files_below(folder):
            member = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _EPOCH)
            member.compress_type, member.external_attr, member.create_system = zipfile.ZIP_DEFLATED, _MODE, 3
            archive.writestr(member, path.read_bytes())
    fresh.replace(target)
    return target
