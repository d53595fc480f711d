"""A city with its server and its screens, on this machine alone: Debian's nginx, a line that fails, the program itself.

Nothing of it leaves the loopback device: `run` starts it in a network of its own where it may.
"""

import hashlib
import json
import os
import random
import resource
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent.parent
FETCH = SOURCE / 'app/packaging/fetch'
PATIENCE_S = 120  # of a machine that does other things as well

HUB = {'id': '', 'ward': '泉区', 'name': {'ja': '泉区の拠点', 'en': 'A hub'}, 'tagline': '', 'colour': '#2E7D6B',
       'url': 'https://example.org/hub', 'services': {}}
REPORT = {'title': '泉区地域子育て支援拠点事業', 'ward': '泉区', 'reviewYear': 2023, 'goalYear': 2024,
          'period': {'from': '2023-04-01', 'to': '2024-03-31', 'termYear': 1, 'termYears': 5},
          'implementers': ['拠点'], 'purpose': '子育てを支えます。',
          'review': [{'number': 1, 'goal': '取り組みます。', 'activities': [{'marks': [1], 'text': ['集います。']}],
                      'outcomes': [{'marks': [1], 'text': ['集った。']}], 'challenges': []}],
          'goals': [{'number': 1, 'goal': 'つながります。', 'activities': [{'marks': [], 'text': ['会います。']}]},
                    {'number': 2, 'goal': '広げます。', 'activities': []}]}
SERVICES = {'services': [{'number': n, 'icon': 'baby', 'name': f'名前{n}', 'need': '遊びたい', 'explanation': '遊べます。',
                          'situations': ['雨の日']} for n in range(1, 8)]}


def write_json(path, what):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(what, ensure_ascii=False, indent=1))


def content_at(folder, hub, tagline):
    """A content folder with one hub that says this."""
    write_json(folder / hub / 'hub.json', HUB | {'id': hub, 'tagline': tagline})
    write_json(folder / hub / 'reports/2024.json', REPORT)
    write_json(folder / 'common/services.json', SERVICES)
    write_json(folder / 'common/readings.json', {'readings': {}})


def hash_of(folder, hub):
    """What a kiosk writes down of what it shows (desk/store/shown_screen.h); nothing: it is not whole."""
    names = [f'{hub}/hub.json', f'{hub}/readings.json']
    names += [f'{hub}/reports/{one.name}' for one in (folder / hub / 'reports').glob('*.json')]
    all_bytes = b''
    for name in sorted(names):
        try:
            data = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        all_bytes += name.encode() + b'\n' + str(len(data)).encode() + b'\n' + data
    return hashlib.sha256(all_bytes).hexdigest()


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


class Server:
    """nginx with the example of the package's guide, on http and https of the loopback device."""

    def __init__(self, place):
        self.place = place
        self.folder = place / 'srv'
        self.day = 20_000  # since 1970
        for name in ('hubs', 'status', 'tmp'):
            (place / name if name == 'tmp' else self.folder / name).mkdir(parents=True)
        self.http, self.https = free_port(), free_port()
        self.certificate = place / 'cert.pem'
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                        '-keyout', place / 'key.pem', '-out', self.certificate, '-days', '30', '-subj', '/CN=localhost',
                        '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'], check=True, capture_output=True)
        example = (SOURCE / 'app/packaging/nginx-packs.conf').read_text()
        for before, now in (('listen 443 ssl;', f'listen 127.0.0.1:{self.http}; listen 127.0.0.1:{self.https} ssl;'),
                            ('server_name packs.example.jp;', 'server_name localhost;'),
                            ('/etc/ssl/hub-packs/fullchain.pem', str(self.certificate)),
                            ('/etc/ssl/hub-packs/privkey.pem', str(place / 'key.pem')),
                            ('/srv/hub-packs', str(self.folder))):
            assert before in example, before
            example = example.replace(before, now)
        temporary = ''.join(f'{name}_temp_path {place}/tmp/{name};\n'
                            for name in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
        (place / 'nginx.conf').write_text(
            ('user root;\n' if os.geteuid() == 0 else '') +
            f'daemon off; worker_processes 1; pid {place}/pid; error_log {place}/error.log;\n'
            'events { worker_connections 1024; }\n'
            'http {\n' + temporary +
            "log_format cost '$request_method $uri $status $request_length $bytes_sent';\n"
            f'access_log {place}/access.log cost;\n' + example + '}\n')
        self.process = subprocess.Popen([shutil.which('nginx') or '/usr/sbin/nginx', '-c', place / 'nginx.conf',
                                         '-e', place / 'error.log'])
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                socket.create_connection(('127.0.0.1', self.http), 1).close()
                return
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise RuntimeError('nginx did not start: ' + (place / 'error.log').read_text()) from None
                time.sleep(0.02)

    def put(self, name, data):
        """As the guide says: beside it first, then in its place. Weeks pass here in seconds, so each has a day of its
        own: nginx knows a file by its second and its size."""
        beside = self.folder / 'hubs' / ('.new-' + name)
        beside.write_bytes(data)
        self.day += 1
        os.utime(beside, (self.day * 86_400, self.day * 86_400))
        beside.rename(self.folder / 'hubs' / name)

    def answers(self):
        """(method, path, code, bytes in, bytes out) of each answer so far."""
        lines = (self.place / 'access.log').read_text().splitlines()
        return [(m, u, int(s), int(i), int(o)) for m, u, s, i, o in (one.split() for one in lines)]

    def cpu_s(self):
        """Of all its processes since they began."""
        ticks = 0
        pids = [self.process.pid]
        children = Path(f'/proc/{self.process.pid}/task/{self.process.pid}/children').read_text().split()
        for pid in pids + [int(one) for one in children]:
            fields = Path(f'/proc/{pid}/stat').read_text().rsplit(')', 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf('SC_CLK_TCK')

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)


class Line:
    """A line to a server that may fail: `fault` is asked for each connection, and says what becomes of what comes back.

    None: nothing; ('cut', n): it ends after n bytes; ('flip', n): a bit of the n-th byte is another one; ('down',): nobody
    is there.
    """

    def __init__(self, to_port, fault=lambda: None):
        self.to_port = to_port
        self.fault = fault
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client, self.fault()), daemon=True).start()

    def carry(self, client, fault):
        with client:
            if fault == ('down',):
                return
            try:
                server = socket.create_connection(('127.0.0.1', self.to_port))
            except OSError:
                return
            with server:
                threading.Thread(target=self.copy, args=(client, server, None), daemon=True).start()
                self.copy(server, client, fault)

    @staticmethod
    def copy(source, to, fault):
        done = 0
        try:
            while data := source.recv(1 << 16):
                if fault and fault[0] == 'cut' and done + len(data) >= fault[1]:
                    to.sendall(data[:max(0, fault[1] - done)])
                    break
                if fault and fault[0] == 'flip' and done <= fault[1] < done + len(data):
                    data = bytearray(data)
                    data[fault[1] - done] ^= 1 << fault[1] % 8
                to.sendall(data)
                done += len(data)
        except OSError:
            pass
        for one in (source, to):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.listener.close()


class Carrier:
    """One screen's fetch, with its folders."""

    def __init__(self, place, environment=None):
        self.place = place
        self.told, self.packs, self.memory = place / 'told', place / 'packs', place / 'memory'
        for folder in (self.told, self.packs, self.memory):
            folder.mkdir(parents=True)
        self.environment = os.environ | (environment or {})

    def plan(self, pack='', status='', every_s=1800):
        (self.told / 'fetch.plan').write_text(f'pack={pack}\nstatus={status}\nevery_s={every_s}\n')

    def command(self, now=True):
        return [FETCH] + (['--now'] if now else []) + [self.told, self.packs, self.memory]

    def fetch(self, now=True):
        """What it says."""
        ended = subprocess.run(self.command(now), env=self.environment, capture_output=True, text=True,
                               timeout=PATIENCE_S, check=False)
        assert ended.returncode == 0, ended.stderr
        return ended.stderr

    def files(self):
        """All that is in the folder of packs, with what a write would change."""
        return {str(one.relative_to(self.packs)): (one.stat().st_mtime_ns, one.stat().st_size, one.stat().st_ino)
                for one in sorted(self.packs.rglob('*'))}
