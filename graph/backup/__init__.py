"""A backup: all that a data folder holds, in a folder by itself, with its checksums.

    current  releases/  sources/  proposals/    as in the data folder
    backup.json    the form, the version that is current, length and hash of each file
    SHA256SUMS     the same hashes and that of backup.json, as sha256sum reads them

`back_up` makes one and `restore` takes it back; each does all of it or nothing.
"""

from hiwar.graph.backup.copy import back_up
from hiwar.graph.backup.form import Backup, open_backup
from hiwar.graph.backup.restoration import restore

__all__ = ["Backup", "back_up", "open_backup", "restore"]
