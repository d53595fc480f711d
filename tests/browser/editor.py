"""The editor as its users have it: the real program on content of its own, and a real browser before it."""

import os
import re
import shutil
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
PATIENCE_S = 150  # of a machine that does other things as well


class Editor:
    """The program, its content, and the links that it gives."""

    def __init__(self, program):
        self.program = program
        self.place = Path(tempfile.mkdtemp(prefix='hub-editor-'))
        shutil.copytree(SOURCE / 'content', self.place / 'content')
        self.port = 0
        self.process = None
        self.start()

    def start(self):
        words = [self.program, '--content', str(self.place / 'content'), '--state', str(self.place / 'state'),
                 '--hub', 'izumi', '--no-browser']
        if self.port:
            words += ['--port', str(self.port)]
        self.log = open(self.place / 'log', 'a')
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            found = re.match(r'http://127\.0\.0\.1:(\d+)/enter\?code=\w+', line)
            if found:
                self.link, self.port = line.strip(), int(found[1])
                return
        raise RuntimeError('the editor did not start: ' + (self.place / 'log').read_text())

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)
        shutil.rmtree(self.place, ignore_errors=True)

    def url(self, path=''):
        return f'http://127.0.0.1:{self.port}/izumi{path}'


class Window:
    """One browser with a profile of its own."""

    def __init__(self, width=1440, height=900, script=True, phone=False):
        options = Options()
        options.binary_location = shutil.which('chromium')
        for word in ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
                     '--disable-background-networking', '--disable-component-update', '--no-first-run',
                     f'--window-size={width},{height}', '--lang=ja'):
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
