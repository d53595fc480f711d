"""What a program costs: the processor time, memory, wake-ups and disk reads of all its processes, from /proc."""

import ctypes
import os
import signal
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
TICKS = os.sysconf('SC_CLK_TCK')


def adopt_orphans():
    """Whatever a program's processes start stays below this process, also when it daemonises (Chromium's crash handler)."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def stat_of(pid):
    """The fields of /proc/PID/stat after the name, or nothing when it has ended."""
    try:
        return Path(f'/proc/{pid}/stat').read_text().rpartition(')')[2].split()
    except OSError:
        return None


def children():
    """Every process's children."""
    of = {}
    for entry in os.listdir('/proc'):
        fields = stat_of(entry) if entry.isdigit() else None
        if fields:
            of.setdefault(int(fields[1]), []).append(int(entry))
    return of


def own_cpu_s(pid):
    """Of its threads, also those that have ended: by its processor time clock, to the nanosecond (clock_getcpuclockid)."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


class Tree:
    """A program and all that it started. `others`: processes of ours that are none of it."""

    def __init__(self, others):
        self.others = set(others)
        self.ended_s = 0.0

    def pids(self):
        of = children()
        found, todo = [], [pid for pid in of.get(os.getpid(), []) if pid not in self.others]
        while todo:
            pid = todo.pop()
            found.append(pid)
            todo += of.get(pid, [])
        return found

    def reap(self, keep):
        """Takes note of orphans that have ended; `keep` is waited for elsewhere."""
        for pid in children().get(os.getpid(), []):
            if pid in self.others or pid == keep:
                continue
            ended, _, used = os.wait4(pid, os.WNOHANG)
            if ended:
                self.ended_s += used.ru_utime + used.ru_stime

    def cpu_s(self):
        total = self.ended_s
        for pid in self.pids():
            fields = stat_of(pid)
            if fields:
                total += own_cpu_s(pid) + (int(fields[13]) + int(fields[14])) / TICKS  # and its children that have ended
        return total

    def memory_mib(self, kind='Pss'):
        """A line of smaps_rollup, of all processes together."""
        kib = 0
        for pid in self.pids():
            try:
                kib += next(int(line.split()[1]) for line in Path(f'/proc/{pid}/smaps_rollup').read_text().splitlines()
                            if line.startswith(f'{kind}:'))
            except (OSError, StopIteration):
                pass
        return kib / 1024

    def wake_ups(self):
        """How often any thread has gone to sleep until something woke it."""
        count = 0
        for pid in self.pids():
            for status in Path(f'/proc/{pid}/task').glob('*/status'):
                try:
                    count += next(int(line.split()[1]) for line in status.read_text().splitlines()
                                  if line.startswith('voluntary_ctxt_switches'))
                except (OSError, StopIteration):
                    pass
        return count

    def read_mib(self):
        """What was fetched from disk for it, also by page faults."""
        read = 0
        for pid in self.pids():
            try:
                read += next(int(line.split()[1]) for line in Path(f'/proc/{pid}/io').read_text().splitlines()
                             if line.startswith('read_bytes'))
            except (OSError, StopIteration):
                pass
        return read / 2**20

    def end(self, main):
        """Ends all of it, by process id."""
        main.terminate()
        for pids in (self.pids(), self.pids()):
            until = time.monotonic() + 3
            while time.monotonic() < until and any(pid in pids for pid in self.pids()):
                main.poll()
                self.reap(main.pid)
                time.sleep(0.02)
            for pid in set(pids) & set(self.pids()):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        main.wait()
        self.reap(main.pid)
