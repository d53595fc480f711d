"""The editor as its users have it: the real program on content of its own, and a real browser before it."""

import json
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

SOURCE = Path(__file__).resolve().parent.parent.parent
FIXTURES = SOURCE / 'tests/report/fixtures'
# A key of tests, which protects nothing, with its password (hub-kiosk key new).
KEY = ('untrusted comment: minisign encrypted secret key\n'
       'RWRTY0IyYRlW9s9upl5wVYhRjz8LyeCh3Z94fsKgUz0CHAdPw1oAAIAAAAAAAAAAABAAAAAAootss6JnR6DSQb/tdRqzGYGE0out'
       'kpjVwo4d1RdTY7Enj8EH9LDqCBCl9C0HGlRLnBb6Xs+n5hh7mZA/s6ZWoB4QVc0o+5mfsdi/pH3VhHLW4jUbghG86M73jIgh7NcE'
       'pbeCGvA7ajk=\n')
PASSWORD = 'ひみつの合言葉'
PATIENCE_S = 150  # of a machine that does other things as well


class Editor:
    """The program, its content, and the links that it gives."""

    def __init__(self, program, behind='', port=0, sends=False):
        self.program = program
        self.behind = behind
        self.sends = sends
        self.place = Path(tempfile.mkdtemp(prefix='hub-editor-'))
        shutil.copytree(SOURCE / 'content', self.place / 'content')
        if sends:
            (self.place / 'city.key').write_text(KEY)
            for folder in ('hubs', 'status'):
                (self.place / folder).mkdir()
        self.port = port
        self.process = None
        self.start()

    def start(self):
        words = [self.program, '--content', str(self.place / 'content'), '--state', str(self.place / 'state'),
                 '--hub', 'izumi', '--no-browser']
        if self.behind:
            words += ['--behind', self.behind]
        if self.port:
            words += ['--port', str(self.port)]
        if self.sends:
            words += ['--key', str(self.place / 'city.key'), '--packs', str(self.place / 'hubs'),
                      '--statuses', str(self.place / 'status'), '--from', '泉区役所']
        self.log = open(self.place / 'log', 'a')
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True)
        with self.process.stdin as typed:
            typed.write(f'{PASSWORD}\n' if self.sends else '')
        for line in self.process.stdout:
            found = re.match(r'(https?://[\w.]+:(\d+))/enter\?code=\w+', line)
            if found:
                self.link, self.address = line.strip(), found[1]
                self.port = self.port or int(found[2])
                return
        raise RuntimeError('the editor did not start: ' + (self.place / 'log').read_text())

    def hears(self, screen, serial, refused=()):
        """The status of a screen, as its carrier brings it."""
        (self.place / f'status/{screen}.json').write_text(json.dumps({
            'screen': screen, 'hub': 'izumi', 'serial': serial, 'taken': serial, 'key': 'C2EB86921EA89017',
            'since': '2026-11-21T09:05', 'version': '0.1.0', 'refused': list(refused)}))

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)
        shutil.rmtree(self.place, ignore_errors=True)

    def url(self, path=''):
        return f'{self.address}/izumi{path}'


class Nginx:
    """The package's example of nginx, with a certificate and a port of its own."""
    NAME = 'edit.example.jp'

    def __init__(self, editor_port):
        self.place = Path(tempfile.mkdtemp(prefix='hub-nginx-'))
        self.port = free_port()
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', f'/CN={self.NAME}',
                        '-keyout', self.place / 'key', '-out', self.place / 'pem'], check=True, capture_output=True)
        site = (SOURCE / 'app/packaging/nginx-edit.conf').read_text()
        for known, ours in (('listen 443 ssl', f'listen 127.0.0.1:{self.port} ssl'),
                            ('127.0.0.1:8137', f'127.0.0.1:{editor_port}'),
                            (f'/etc/ssl/certs/{self.NAME}.pem', str(self.place / 'pem')),
                            (f'/etc/ssl/private/{self.NAME}.key', str(self.place / 'key'))):
            assert known in site, known
            site = site.replace(known, ours)
        temporary = ''.join(f'{one}_temp_path {self.place}/{one};' for one in
                            ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
        user = f'user {pwd.getpwuid(os.getuid()).pw_name};' if os.getuid() == 0 else ''
        (self.place / 'conf').write_text(f'{user} daemon off; pid {self.place}/pid; error_log {self.place}/error;'
                                         f'events {{}} http {{ access_log off; {temporary} {site} }}')
        self.process = subprocess.Popen(['nginx', '-p', str(self.place), '-e', str(self.place / 'error'),
                                         '-c', str(self.place / 'conf')])

    def address(self):
        return f'https://{self.NAME}:{self.port}'

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)
        shutil.rmtree(self.place, ignore_errors=True)


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


class Window:
    """One browser with a profile of its own."""

    def __init__(self, width=1440, height=900, script=True, phone=False, words=()):
        options = Options()
        options.binary_location = shutil.which('chromium')
        for word in ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
                     '--disable-background-networking', '--disable-component-update', '--no-first-run',
                     f'--window-size={width},{height}', '--lang=ja', *words):
            options.add_argument(word)
        if not script:
            options.add_experimental_option('prefs', {'profile.managed_default_content_settings.javascript': 2})
        if phone:
            options.add_experimental_option(
                'mobileEmulation', {'deviceMetrics': {'width': width, 'height': height, 'pixelRatio': 2.0}})
        self.driver = webdriver.Chrome(service=Service(shutil.which('chromedriver')), options=options)
        self.driver.set_page_load_timeout(PATIENCE_S)
        self.presses = 0

    def close(self):
        self.driver.quit()

    def open(self, address):
        self.driver.get(address)

    def enter(self, editor):
        self.open(editor.link)
        self.until(lambda: '/izumi' in self.driver.current_url)

    def until(self, holds, message=''):
        # A page that gives way to the next one in the middle of a look has nothing, or less, to look at.
        waiting = WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.05,
                                ignored_exceptions=[WebDriverException, IndexError])
        return waiting.until(lambda _: holds(), message)

    def find(self, css):
        return self.until(lambda: self.driver.find_element(By.CSS_SELECTOR, css), f'there is no {css}')

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def labelled(self, words):
        """The first link or button of the page's own that says this and can be seen."""
        for one in self.all('main a, main button, main summary'):
            if one.is_displayed() and words in one.text:
                return one
        return None

    def press(self, words):
        """Presses what says this, and counts it."""
        one = self.until(lambda: self.labelled(words), f'nothing says {words}')
        self.driver.execute_script('arguments[0].scrollIntoView({block: "center"})', one)
        one.click()
        self.presses += 1

    def heading(self):
        found = self.all('h1')
        return found[0].text if found else ''

    def wait_for(self, words):
        self.until(lambda: words in self.text(), f'{words} did not come')

    def text(self):
        return self.find('body').text

    def command(self, name, **values):
        """Of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, values)

    def has_pictures(self):
        """Every picture that is to be seen has come."""
        return self.driver.execute_script(
            'return [...document.images].every(i => i.loading === "lazy" || (i.complete && i.naturalWidth > 0))')

    def picture(self, path):
        """All of the page, however long it is."""
        self.driver.execute_script('for (const i of document.images) i.loading = "eager"')
        self.until(self.has_pictures, 'a picture did not come')
        width, height = self.driver.execute_script(
            'return [document.documentElement.clientWidth, document.documentElement.scrollHeight]')
        got = self.command('Page.captureScreenshot', captureBeyondViewport=True, format='png',
                           clip={'x': 0, 'y': 0, 'width': width, 'height': min(height, 6000), 'scale': 1})
        import base64
        Path(path).write_bytes(base64.b64decode(got['data']))
