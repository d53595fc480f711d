"""Interrupts somebody who types with an input method, at random moments: every character that the input method has
finished is in the draft afterwards, or still on a page. What happens follows from the seed alone; when, also from the
machine."""

import random
import time

from selenium.common.exceptions import WebDriverException

from editor import Editor, Window

PAGES = ('/text/goals-1', '/text/review-1', '/text/front', '/words/hub', '/words/service-1')
KINDS = ('kill', 'close', 'offline', 'second', 'reload', 'back')
ROUNDS_OF_ONE = 20  # then somebody else sits down at another machine
FIELDS = '.statement > .typed textarea'


class Lost(Exception):
    """A finished character that is nowhere."""


def texts_of_draft(editor):
    """All that the draft says; a folder that changes meanwhile is read again."""
    for _ in range(50):
        try:
            return '\n'.join(one.read_text() for one in (editor.place / 'state/desk/izumi/draft').rglob('*.json'))
        except OSError:
            time.sleep(0.02)
    return ''


class Hand:
    """Types finished words, each of them once, and knows which."""

    def __init__(self, window, dice, name):
        self.window, self.dice, self.name = window, dice, name
        self.finished = []

    def sit_down(self, which):
        """At a field: the caret behind its words."""
        self.window.find(FIELDS)
        fields = self.window.all(FIELDS)
        field = fields[which % len(fields)]
        self.window.driver.execute_script(
            'arguments[0].scrollIntoView({block: "center"}); arguments[0].focus();'
            'arguments[0].setSelectionRange(arguments[0].value.length, arguments[0].value.length)', field)

    def word(self, stops_before_the_end=False):
        word = f'ことば{self.name}{len(self.finished)}'
        for end in sorted(self.dice.sample(range(1, len(word)), 2)):
            part = word[:end]
            self.window.command('Input.imeSetComposition', text=part, selectionStart=end, selectionEnd=end)
            time.sleep(self.dice.choice((0, 0.02, 0.1)))
        if stops_before_the_end:
            return
        meant = f'言葉{self.name}番{len(self.finished)}。'
        self.window.command('Input.insertText', text=meant)
        self.finished.append(meant)

    def some_words(self):
        for _ in range(self.dice.randint(1, 3)):
            self.word()
            time.sleep(self.dice.choice((0, 0, 0.05, 0.3, 0.9, 1.3)))  # around the 0.8 s of a rest
        if self.dice.random() < 0.4:
            self.word(stops_before_the_end=True)


def leave_dialog(window):
    """Whether to leave the page although something is not saved."""
    try:
        window.driver.switch_to.alert.accept()
    except WebDriverException:
        pass


def interrupt(kind, editor, window, dice, path, which):
    """What happens. Those who typed meanwhile in a second window."""
    others = []
    if kind == 'kill':
        editor.kill()
        time.sleep(dice.choice((0, 0.5, 2)))
        editor.start()
        window.enter(editor)
    elif kind == 'close':
        window.driver.switch_to.new_window('tab')
        new = window.driver.current_window_handle
        for old in [one for one in window.driver.window_handles if one != new]:
            window.driver.switch_to.window(old)
            window.driver.close()
            leave_dialog(window)
        window.driver.switch_to.window(new)
    elif kind == 'offline':
        window.command('Network.enable')
        cut = {'latency': 0, 'downloadThroughput': -1, 'uploadThroughput': -1}
        window.command('Network.emulateNetworkConditions', offline=True, **cut)
        time.sleep(dice.choice((0.1, 1, 2.5)))
        window.command('Network.emulateNetworkConditions', offline=False, **cut)
    elif kind == 'second':
        window.driver.switch_to.new_window('tab')
        window.open(editor.url(path))
        other = Hand(window, dice, f'別{dice.randint(0, 10 ** 9)}')
        other.sit_down(which + dice.randint(0, 1))  # often the same field
        other.some_words()
        others.append(other)
    elif kind == 'reload':
        window.driver.refresh()
        leave_dialog(window)
    else:
        window.driver.back()
        leave_dialog(window)
    return others


def on_pages(window):
    """All that stands in fields and texts of every window."""
    all_texts = []
    here = window.driver.current_window_handle
    for one in window.driver.window_handles:
        window.driver.switch_to.window(one)
        all_texts.append(window.driver.execute_script(
            'return [...document.querySelectorAll("textarea, input")].map(f => f.value).join("\\n") + document.body.innerText'))
    window.driver.switch_to.window(here)
    return '\n'.join(all_texts)


def missing(editor, window, words):
    there = texts_of_draft(editor) + on_pages(window)
    return [one for one in words if one not in there]


def one_round(editor, window, seed, kind):
    """Somebody types and is interrupted. The finished words."""
    dice = random.Random(seed)
    path = dice.choice(PAGES)
    which = dice.randint(0, 5)
    window.open(editor.url('/text' if path.startswith('/text') else '/words'))
    window.open(editor.url(path))
    hand = Hand(window, dice, str(seed))
    hand.sit_down(which)
    hand.some_words()
    others = interrupt(kind, editor, window, dice, path, which)
    window.open(editor.url(path))
    leave_dialog(window)
    words = [word for one in (hand, *others) for word in one.finished]
    try:
        window.until(lambda: not missing(editor, window, words))
    except WebDriverException as never:
        raise Lost(f'round {seed} ({kind}, {path}): {missing(editor, window, words)} is gone') from never
    # A later round begins with one window, whose words are saved, or refused in a sentence.
    under_way = ('保存しています', '保存できていません', '開きなおして')
    window.until(lambda: not any(way in one.text for one in window.all('.state') for way in under_way),
                 f'round {seed} ({kind}, {path}): something is still being saved')
    while len(window.driver.window_handles) > 1:
        window.driver.close()
        leave_dialog(window)
        window.driver.switch_to.window(window.driver.window_handles[0])
    return words


def interruptions(program, count, first_seed=1):
    """So many, of each kind in turn. How many words were typed."""
    typed = 0
    done = 0
    counts = {kind: 0 for kind in KINDS}
    while done < count:
        editor, window = Editor(program), Window()
        try:
            window.enter(editor)
            saved = []
            for seed in range(first_seed + done, first_seed + min(count, done + ROUNDS_OF_ONE)):
                kind = KINDS[seed % len(KINDS)]
                words = one_round(editor, window, seed, kind)
                counts[kind] += 1
                typed += len(words)
                draft = texts_of_draft(editor)
                saved += [one for one in words if one in draft]
            # What was saved once nothing that came later has taken away.
            gone = missing(editor, window, saved)
            if gone:
                raise Lost(f'rounds up to {seed}: {gone} was saved, and is gone')
            done += ROUNDS_OF_ONE
        finally:
            window.close()
            editor.close()
    told = ', '.join(f'{kind} {n}' for kind, n in counts.items())
    print(f'{sum(counts.values())} interruptions ({told}), {typed} finished words: none is lost')
