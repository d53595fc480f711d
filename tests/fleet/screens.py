"""Screens as real processes: each is fetch, work and status as the package's units start them, on folders of its own.

What the kiosk itself would do (show what is published, and write down what shows) is done here, so that sixty of them
need no displays.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

from city import Carrier, content_at, hash_of

MOST_STARTS = 12  # of work, for what came at once


class Keys:
    """Who signs: the city, a hub, and somebody whom no screen knows."""

    def __init__(self, program, place):
        self.place = place
        place.mkdir()
        for name in ('city', 'hub', 'stranger'):
            subprocess.run([program, 'key', 'new', place / name, '--no-password'], check=True, capture_output=True)

    def line(self, name):
        return (self.place / f'{name}.pub').read_text().splitlines()[1]


class Press:
    """Makes packs, and knows which hash belongs to which serial of which hub."""

    def __init__(self, program, place, keys):
        self.program, self.place, self.keys = program, place, keys
        self.known = {}  # (hub, hash) → serial of the city's

    def pack(self, hub, serial, key='city', words=None):
        folder = self.place / f'{hub}-{serial}-{key}'
        content_at(folder, hub, words or f'{hub} {serial}番')
        out = self.place / f'{hub}-{serial:04}-{key}.hubpack'
        done = subprocess.run([self.program, 'pack', folder, '--hub', hub, '--key', self.keys.place / f'{key}.key', '--out',
                               out, '--serial', str(serial), '--made', '2026-11-27'], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        if key == 'city':
            self.known[hub, hash_of(folder, hub)] = serial
        shutil.rmtree(folder)
        return out.read_bytes()


class Screen(Carrier):
    """One kiosk without its display."""

    def __init__(self, program, place, name, hub, press, urls, disk=None, environment=None):
        super().__init__(place, environment)
        self.program, self.name, self.hub, self.press = program, name, hub, press
        self.disk = disk or place
        self.state, self.content = self.disk / 'state', self.disk / 'content'
        self.state.mkdir(parents=True)
        keys = [{'key': press.keys.line('city')}, {'key': press.keys.line('hub'), 'hub': 'another-hub'}]
        self.config = place / 'kiosk.json'
        self.config.write_text(json.dumps({'hub': hub, 'packs': {
            'keys': keys, 'url': urls + '/hubs/', 'status_url': urls + '/status/', 'name': name, 'every_min': 30}}))
        self.cpu_s = {'fetch': 0.0, 'work': 0.0, 'status': 0.0}
        self.polls = 0
        self.seen = None      # what lay in the folder of packs when work looked at it last
        self.shows = ''       # hash
        self.serial = 0       # of what shows: it only goes up
        self.taken = 0        # that the screen itself tells of: the same
        self.wrong = []       # what must never be
        self.lock = threading.Lock()
        self.status()

    # One process from its beginning to its end, or to when it is killed.
    def run(self, kind, command, kill_after_s=None):
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   start_new_session=True)
        timer = None
        if kill_after_s is not None:
            timer = threading.Timer(kill_after_s, lambda: os.killpg(process.pid, signal.SIGKILL))
            timer.start()
        said = process.stderr.read().decode(errors='replace')
        _, state, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(state)
        process.stderr.close()
        if timer:
            timer.cancel()
        self.cpu_s[kind] += usage.ru_utime + usage.ru_stime
        return process.returncode, said

    def of_this_kiosk(self, *words):
        return [self.program, *words, '--config', self.config, '--content', self.content, '--state', self.state]

    def status(self):
        self.run('status', self.of_this_kiosk('status', '--out', self.told / 'status.json', '--plan',
                                              self.told / 'fetch.plan'))

    # What hub-kiosk-work.path looks for.
    def has_work(self):
        return (self.state / 'desk/waiting').exists() or self.seen != self.packs_now()

    def packs_now(self):
        return [(one.name, one.stat().st_mtime_ns, one.stat().st_ino) for one in sorted(self.packs.glob('*.hubpack'))]

    def work(self, kill=None):
        for _ in range(MOST_STARTS):
            if not self.has_work():
                return
            now = self.packs_now()
            killed = kill() if kill else None
            code, _ = self.run('work', self.of_this_kiosk('work', '--one', '--packs', self.packs), killed)
            if code == 0:
                self.seen = now
            self.look()

    def look(self):
        """What the kiosk would show now, and what must hold of it."""
        for _ in range(100):
            try:
                version = os.readlink(self.content)
            except FileNotFoundError:
                return
            folder = self.content.parent / version
            try:
                found = hash_of(folder, self.hub)
                whole = (folder / 'common/services.json').exists() and (folder / self.hub / 'hub.json').exists()
                if os.readlink(self.content) == version:
                    break
            except OSError:
                pass
        else:
            return
        with self.lock:
            serial = self.press.known.get((self.hub, found), 0) if whole else 0
            if serial == 0:
                self.wrong.append(f'{self.name} shows what nobody has signed, or half of it: {found}')
            elif serial < self.serial:
                self.wrong.append(f'{self.name} shows {serial} after {self.serial}')
            else:
                self.serial = serial
            self.shows = found

    def tell(self):
        """As the kiosk writes down what shows, and then the screen's status."""
        if not self.shows:
            return
        (self.state / 'screen.json').write_text(json.dumps(
            {'hub': self.hub, 'hash': self.shows, 'since': '2026-11-27T12:00', 'at': time.strftime('%Y-%m-%dT%H:%M'),
             'version': 'test'}))
        self.status()
        try:
            taken = json.loads((self.told / 'status.json').read_text())['taken']
        except (OSError, ValueError, KeyError):
            return
        if taken < self.taken:
            self.wrong.append(f'{self.name} says that it took {taken} after {self.taken}')
        self.taken = max(self.taken, taken)

    def poll(self, kill=None):
        """A look at the server, and what follows from it."""
        self.polls += 1
        self.run('fetch', self.command(), kill() if kill else None)
        if self.has_work():
            self.work(kill)
            try:
                self.tell()
            except OSError:
                pass  # a full disk: the kiosk says so in its panel, and tries again within the hour


class Watch:
    """Looks at all screens all the time, also while work is at work."""

    def __init__(self, screens):
        self.screens = screens
        self.looks = 0
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.ends.is_set():
            for one in self.screens:
                one.look()
                self.looks += 1
            time.sleep(0.1)

    def close(self):
        self.ends.set()
        self.thread.join()


def clock_that_says(place, since_1970_s):
    """What makes a process believe in another time, to be loaded before its libraries; nothing: there is no compiler."""
    compiler = shutil.which('cc') or shutil.which('g++')
    library = place / f'clock-{since_1970_s}.so'
    source = place / f'clock-{since_1970_s}.c'
    source.write_text(f'''#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
static const long kSince = {since_1970_s}L;
int clock_gettime(clockid_t which, struct timespec* now) {{
  const int done = (int)syscall(SYS_clock_gettime, which, now);
  if (done == 0 && which == CLOCK_REALTIME) now->tv_sec = kSince + now->tv_sec % 100000;
  return done;
}}
time_t time(time_t* to) {{
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (to) *to = now.tv_sec;
  return now.tv_sec;
}}
int gettimeofday(struct timeval* restrict now, void* restrict zone) {{
  struct timespec exact;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}}
''')
    subprocess.run([compiler, '-x', 'c', '-shared', '-fPIC', '-o', library, source], check=True)
    return {'LD_PRELOAD': str(library)}


class Disk:
    """A small disk that can be full; nothing where mounting is not allowed."""

    def __init__(self, folder, kilobytes):
        self.folder = folder
        folder.mkdir(parents=True)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={kilobytes}k', 'tmpfs', folder], check=True,
                       capture_output=True)

    def fill(self, leave_bytes):
        room = os.statvfs(self.folder)
        size = room.f_bavail * room.f_frsize - leave_bytes
        if size > 0:
            with open(self.folder / 'ballast', 'wb') as file:
                try:
                    os.posix_fallocate(file.fileno(), 0, size)
                except OSError:
                    pass

    def free(self):
        (self.folder / 'ballast').unlink(missing_ok=True)

    def close(self):
        subprocess.run(['umount', '-l', self.folder], check=False, capture_output=True)
