"""The programs that are compared, how each is started, and the display that they are started on."""

import json
import os
import random
import subprocess
import time
from pathlib import Path

from processes import Tree, own_cpu_s

SOURCE = Path(__file__).resolve().parent.parent.parent
SIZE = (1920, 1080)
HUB, DATE, TIME_OF_DAY = 'izumi', '2026-11-21', '12:00'

# Where a finger comes down on a screen of that size, on hub-kiosk's page and on the browser's
# (tests/golden/*/izumi-1920x1080.txt).
PURPOSE, SERVICES, HOME, BACK = (1170, 326), (1632, 326), (147, 1020), (373, 1020)
MIDDLE = (960, 540)
FIRST_SERVICE, SECOND_SERVICE = (283, 344), (734, 344)
TEN_TAPS = [SERVICES, FIRST_SERVICE, BACK, BACK, SERVICES, SECOND_SERVICE, BACK, BACK, SERVICES, HOME]
SCATTER_px = 15  # hub-kiosk takes what always taps the very same spot for a fault of the glass

# What makes Chromium quicker and leaves out what a kiosk has no use for; found by trying, see README.md.
CHROMIUM_FLAGS = ['--kiosk', '--no-first-run', '--no-default-browser-check', '--noerrdialogs', '--disable-infobars',
                  '--hide-crash-restore-bubble', '--disable-extensions', '--disable-sync', '--disable-component-update',
                  '--disable-background-networking', '--disable-default-apps', '--disable-breakpad',
                  '--password-store=basic', '--ozone-platform=x11', '--window-position=0,0',
                  # Without a window manager it leaves out a pixel at the right and at the bottom.
                  f'--window-size={SIZE[0] + 1},{SIZE[1] + 1}']


class Failed(Exception):
    """A program did not do what was asked of it: its figures would say nothing."""


def chromium_program():
    """Debian's program itself: the script that /usr/bin/chromium is only finds options that are none here."""
    return next((path for path in ('/usr/lib/chromium/chromium', '/usr/bin/chromium') if os.access(path, os.X_OK)), None)


class Program:
    def __init__(self, name, command, screens=True):
        self.name = name
        self.command = command
        self.screens = screens  # it has several, which look the same when one comes back to them


def all_programs(options, folder):
    state = folder / 'state'
    state.mkdir()
    web = folder / 'web'
    subprocess.run([Path(__file__).parent / 'web' / 'make', web, '--hub', HUB, '--date', DATE,
                    '--size', f'{SIZE[0]}x{SIZE[1]}'], check=True)
    ours = Program('hub-kiosk', [options.program, 'run', '--content', SOURCE / 'content', '--hub', HUB, '--date', DATE,
                                 '--time', TIME_OF_DAY])
    as_root = ['--no-sandbox'] if os.geteuid() == 0 else []
    chromium = Program('chromium', [chromium_program(), *CHROMIUM_FLAGS, *as_root, *options.chromium_flags,
                                    f'--user-data-dir={folder / "profile"}', f'file://{web / "index.html"}'])
    floor = Program('floor', [options.floor], screens=False)
    return [p for p in (ours, chromium, floor) if p.name in options.only]


class Screen:
    """A display with the probe at it: one of its own, or the one that is there."""

    def __init__(self, options, folder):
        self.server = None
        self.environment = dict(os.environ, XDG_STATE_HOME=str(folder / 'state'))
        if not options.here:
            read, write = os.pipe()
            self.server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', f'{SIZE[0]}x{SIZE[1]}x24',
                                            '-nolisten', 'tcp'], pass_fds=[write], stderr=subprocess.DEVNULL)
            os.close(write)
            with os.fdopen(read) as number:
                self.environment['DISPLAY'] = ':' + number.readline().strip()
        self.probe = subprocess.Popen([options.probe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                      env=self.environment)
        self.hello = self.answer()
        if (self.hello['width_px'], self.hello['height_px']) != SIZE:
            raise Failed(f'the display has {self.hello["width_px"]} × {self.hello["height_px"]} pixels, '
                         f'not {SIZE[0]} × {SIZE[1]}')

    def answer(self):
        line = self.probe.stdout.readline()
        if not line:
            raise Failed('the probe has ended')
        said = json.loads(line)
        if 'error' in said:
            raise Failed(said['error'])
        return said

    def ask(self, *words):
        print(*words, file=self.probe.stdin, flush=True)
        return self.answer()

    def server_cpu_s(self):
        return own_cpu_s(self.server.pid) if self.server else 0.0

    def others(self):
        return [self.probe.pid] + ([self.server.pid] if self.server else [])

    def close(self):
        self.probe.stdin.close()
        self.probe.wait()
        if self.server:
            self.server.terminate()
            self.server.wait()


class Started:
    """A program that runs on a screen."""

    def __init__(self, program, screen, log):
        self.program, self.screen = program, screen
        self.tree = Tree(screen.others())
        screen.ask('start', 1000, 20000)
        began = time.monotonic_ns()
        self.main = subprocess.Popen([str(word) for word in program.command], env=screen.environment, stdout=log, stderr=log,
                                     stdin=subprocess.DEVNULL)
        try:
            seen = screen.answer()
            if self.main.poll() is not None:
                raise Failed(f'{program.name} has ended with {self.main.returncode}')
        except Failed:
            self.close()
            raise
        self.cpu_s = self.tree.cpu_s()
        self.first_ms, self.complete_ms, self.stable_ms = ((seen[key] - began) / 1e6
                                                           for key in ('first', 'complete', 'stable'))

    def tap(self, place, quiet_ms=700):
        x, y = (value + random.randint(-SCATTER_px, SCATTER_px) for value in place)
        return self.screen.ask('tap', x, y, 80, quiet_ms)

    def close(self):
        self.tree.end(self.main)
