"""The machine that is measured on: what it is, and whether it is quiet."""

import os
import platform
import subprocess
import time
from pathlib import Path

BUSY_LOAD = 0.35    # of a processor: what waits and runs while nothing is measured
BUSY_SHARE = 0.05   # of all processors' time
STOLEN_SHARE = 0.01


def jiffies():
    """Of all processors together: idle, stolen, all."""
    fields = [int(f) for f in Path('/proc/stat').read_text().split('\n', 1)[0].split()[1:9]]
    return fields[3] + fields[4], fields[7], sum(fields)


class Meter:
    """How busy the whole machine was, since it was made."""

    def __init__(self):
        self.begin = jiffies()

    def shares(self):
        idle, stolen, all_of_it = (now - then for now, then in zip(jiffies(), self.begin))
        return (0.0, 0.0) if all_of_it == 0 else (1 - (idle + stolen) / all_of_it, stolen / all_of_it)

    def busy_s(self):
        idle, stolen, all_of_it = (now - then for now, then in zip(jiffies(), self.begin))
        return (all_of_it - idle - stolen) / os.sysconf('SC_CLK_TCK')


def what_disturbs():
    """Why figures would say little now: nothing, when the machine is quiet."""
    meter = Meter()
    time.sleep(3)
    busy, stolen = meter.shares()
    load = os.getloadavg()[0]
    reasons = []
    if load > BUSY_LOAD:
        reasons.append(f'the load average is {load:.2f} (at most {BUSY_LOAD})')
    if busy > BUSY_SHARE:
        reasons.append(f'other programs take {busy:.0%} of the processors (at most {BUSY_SHARE:.0%})')
    if stolen > STOLEN_SHARE:
        reasons.append(f'{stolen:.1%} of the time is stolen by the host (at most {STOLEN_SHARE:.0%})')
    return reasons


def first_line(path, key):
    try:
        return next(line.partition(':')[2].strip() for line in Path(path).read_text().splitlines()
                    if line.startswith(key))
    except (OSError, StopIteration):
        return ''


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ''


def description():
    model = Path('/proc/device-tree/model')
    return {
        'machine': (model.read_text().rstrip('\0') if model.exists() else first_line('/proc/cpuinfo', 'model name'))
                   or platform.machine(),
        'processors': os.cpu_count(),
        'memory_gib': round(int(first_line('/proc/meminfo', 'MemTotal').split()[0]) / 2**20, 1),
        'kernel': platform.release(),
        'system': first_line_of_os(),
        'mesa': output_of('dpkg-query', '-W', '-f', '${Version}', 'libgl1-mesa-dri'),
        'chromium': output_of('dpkg-query', '-W', '-f', '${Version}', 'chromium'),
    }


def first_line_of_os():
    try:
        lines = Path('/etc/os-release').read_text().splitlines()
    except OSError:
        return ''
    return next((line.partition('=')[2].strip('"') for line in lines if line.startswith('PRETTY_NAME=')), '')


def may_drop_caches():
    return os.access('/proc/sys/vm/drop_caches', os.W_OK) and os.geteuid() == 0


def drop_caches():
    os.sync()
    Path('/proc/sys/vm/drop_caches').write_text('3\n')
