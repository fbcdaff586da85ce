"""What a worker process may not do, asked of the kernel.

A worker dies with the process that started it, leaves no core file, opens no
network connection whatever the engine is told to fetch, and cannot take more
memory than it is given. The system calls are those of Linux.
"""

import ctypes
import os
import platform
import resource
import signal
import sys
from pathlib import Path
from typing import Final

__all__ = ["die_with_parent", "forbid_sockets", "limit_memory"]

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_SECCOMP: Final = 22
_PR_SET_NO_NEW_PRIVS: Final = 38
_SECCOMP_MODE_FILTER: Final = 2
_EACCES: Final = 13

# of linux/audit.h, and the number of socket(2) there
_ARCHITECTURES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


class _Instruction(ctypes.Structure):
    """``struct sock_filter`` of linux/filter.h."""

    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("operand", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    """``struct sock_fprog`` of linux/filter.h."""

    _fields_ = (
        ("length", ctypes.c_ushort),
        ("instructions", ctypes.POINTER(_Instruction)),
    )


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when its parent's thread ends.

    It follows the thread that started this process, so that must be one which
    lives as long as its process. Source: prctl(2), PR_SET_PDEATHSIG.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit("the process that started this worker has ended")


def forbid_sockets() -> bool:
    """Make each later ``socket(2)`` of this process fail with EACCES.

    Returns:
        Whether the kernel does so; where it does not, the reading of the query's
        text is the only thing that stands before SERVICE.

    Source: seccomp(2), SECCOMP_MODE_FILTER.
    """
    known = _ARCHITECTURES.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    architecture, socket_call = known
    load, jump_if_equal, give = 0x20, 0x15, 0x06
    allow, refuse = 0x7FFF0000, 0x00050000 | _EACCES
    steps = (
        _Instruction(load, 0, 0, 4),
        _Instruction(jump_if_equal, 0, 3, architecture),
        _Instruction(load, 0, 0, 0),
        _Instruction(jump_if_equal, 0, 1, socket_call),
        _Instruction(give, 0, 0, refuse),
        _Instruction(give, 0, 0, allow),
    )
    array = (_Instruction * len(steps))(*steps)
    program = _Program(len(steps), array)
    library = ctypes.CDLL(None)
    library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = library.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0
    )
    return bool(done == 0)


def limit_memory(megabytes: int) -> None:
    """Let this process take so much memory beyond what it has now, and no core file.

    An allocation beyond it fails, which ends the process. Source: getrlimit(2),
    RLIMIT_DATA, which unlike RLIMIT_AS leaves the store's mapped files out.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = _data_bytes() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _data_bytes() -> int:
    """Return what this process has of what RLIMIT_DATA counts."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmData"].split()[0]) * 1024
