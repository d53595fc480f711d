// What pages do beyond what they do without it: dropping a file, bars that move, a screen that changes without the page.
// Nothing that somebody types is sent by Enter, and nothing is ever written into a field that has the focus.
const page = document.documentElement;
page.classList.add('script');
const token = document.body.dataset.token;
const says = document.getElementById('says');

const say = (words) => { if (says) says.textContent = words; };

// A page of ours as a document; null: the server does not answer.
async function fetched(address, options = {}) {
  try {
    const answer = await fetch(address, { credentials: 'same-origin', ...options });
    const text = await answer.text();
    return { answer, page: new DOMParser().parseFromString(text, 'text/html') };
  } catch {
    return null;
  }
}

// A job's bar, and where its end leads.
async function follow() {
  const main = document.getElementById('main');
  if (!main || main.dataset.again !== '1') return;
  const got = await fetched(location.href);
  if (!got) {
    say('つながっていません。もう一度つながるのを待っています。');
    return setTimeout(follow, 2000);
  }
  say('');
  if (got.answer.redirected) return location.replace(got.answer.url);
  const now = got.page.getElementById('main');
  if (!now) return location.reload();
  const bar = main.querySelector('progress'), next = now.querySelector('progress');
  if (bar && next && now.dataset.again === '1') {
    bar.value = next.value;
    for (const [i, text] of [...main.querySelectorAll('p')].entries()) {
      const other = now.querySelectorAll('p')[i];
      if (other && text.textContent !== other.textContent) text.textContent = other.textContent;
    }
  } else {
    main.replaceWith(now);
    now.dataset.again = '';
  }
  setTimeout(follow, 400);
}
setTimeout(follow, 400);

// A file can be dropped; its bar shows how much of it has gone.
const drop = document.getElementById('drop');
if (drop) {
  const field = drop.querySelector('input[type=file]'), bar = drop.querySelector('progress');
  const form = drop.closest('form');
  for (const kind of ['dragenter', 'dragover']) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add('over'); });
  }
  for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) field.files = event.dataTransfer.files;
  });
  form.addEventListener('submit', (event) => {
    if (field.files.length === 0) return;
    event.preventDefault();
    if (field.files[0].size > 32 * 1024 * 1024) return say('ファイルが大きすぎます（32 MB まで）。');
    const sending = new XMLHttpRequest();
    bar.hidden = false;
    sending.upload.onprogress = (sent) => { bar.value = sent.total > 0 ? sent.loaded / sent.total : 0; };
    sending.onload = () => {
      if (sending.status < 400) return location.assign(sending.responseURL);
      const got = new DOMParser().parseFromString(sending.responseText, 'text/html').getElementById('main');
      if (got) document.getElementById('main').replaceWith(got);
    };
    sending.onerror = () => { bar.hidden = true; say('送れませんでした。つながっているか確かめて、もう一度「読み取る」を押してください。'); };
    sending.open('POST', form.action);
    sending.setRequestHeader('X-Hub-Token', token);
    sending.send(new FormData(form));
  });
}

// Enter in a line of text sends nothing.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'file') event.preventDefault();
});

// The screen: what is tapped on it, and how it is wanted, changes the picture and not the page.
async function see(address, remember) {
  const old = document.getElementById('see');
  old.querySelector('.screen')?.classList.add('waits');
  const got = await fetched(address);
  const fresh = got?.page.getElementById('see');
  if (!fresh) {
    old.querySelector('.screen')?.classList.remove('waits');
    return got ? location.assign(address) : say('つながっていません。');
  }
  const picture = fresh.querySelector('.screen img');
  await picture.decode().catch(() => {});
  const focus = document.activeElement;
  old.replaceWith(fresh);
  if (focus?.closest?.('#see')) fresh.querySelector('.screen a')?.focus({ preventScroll: true });
  const controls = document.getElementById('controls'), theirs = got.page.getElementById('controls');
  for (const field of controls.elements) {
    const now = field.name && theirs.elements[field.name];
    if (now && field !== document.activeElement) field.value = now.value;
  }
  if (remember) history.pushState(null, '', address);
}
const controls = document.getElementById('controls');
if (controls) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#see a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    see(link.getAttribute('href'), true);
  });
  controls.addEventListener('change', () => {
    const wish = new URLSearchParams(new FormData(controls));
    for (const [name, value] of [...wish]) if (value === '' || value === '0') wish.delete(name);
    see(`${controls.getAttribute('action')}?${wish}`, true);
  });
  addEventListener('popstate', () => see(location.href, false));
}

// The place that a question is about is in sight.
for (const sheet of document.querySelectorAll('.sheet')) {
  const picture = sheet.querySelector('img');
  const show = () => {
    const frame = sheet.querySelector('rect');
    if (!frame) return;
    const box = frame.getBoundingClientRect(), around = sheet.getBoundingClientRect();
    sheet.scrollTop += box.top - around.top - (sheet.clientHeight - box.height) / 2;
  };
  if (picture.complete) show(); else picture.addEventListener('load', show);
}

// Typing. Each field is saved by itself when the hand rests; until the server has it, the browser keeps it, so that
// neither a closed tab nor a lost connection takes a word away. What an input method has not finished is no word yet.
const typing = document.getElementById('typing');
const REST_MS = 800, AGAIN_MS = 3000;
let mark = typing?.dataset.draft ?? '';
const queue = [];      // fields that want to be saved, the first one first
let saving = null;     // the field whose save is under way
let composing = null;  // the field in which an input method is at work

const keyOf = (form) => `hub-edit ${document.body.dataset.hub} ${form.elements.at.value} ${form.elements.language.value}`;
const kept = {
  get(form) { try { return JSON.parse(localStorage.getItem(keyOf(form))); } catch { return null; } },
  set(form, value) { try { localStorage.setItem(keyOf(form), JSON.stringify(value)); } catch { /* full: the page has it */ } },
  remove(form) { try { localStorage.removeItem(keyOf(form)); } catch { /* the same */ } },
};

function told(form, words, kind = '') {
  const state = form.querySelector('.state');
  state.textContent = words;
  state.className = `state ${kind}`;
}

// An element with words, and nothing but words.
function made(name, words = '', className = '') {
  const element = document.createElement(name);
  element.textContent = words;
  if (className) element.className = className;
  return element;
}

// 【 and 】 stand around what differs.
function marked(words) {
  const paragraph = made('p');
  for (const [i, part] of words.split(/[【】]/).entries()) paragraph.append(i % 2 ? made('mark', part) : part);
  return paragraph;
}

function show(form, parts) { form.querySelector('.told').replaceChildren(...parts); }

function wantSave(form) {
  if (!queue.includes(form)) queue.push(form);
  saveNext();
}

async function saveNext() {
  if (saving || queue.length === 0) return;
  const form = queue.shift();
  if (composing === form) return;  // its end asks again
  saving = form;
  const field = form.elements.words, words = field.value;
  told(form, '保存しています…');
  const body = new URLSearchParams(new FormData(form));
  body.set('draft', form.dataset.seen || mark);
  if (form.dataset.saved) body.set('goes_on', '1');
  let answer = null, said = null;
  try {
    answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin', headers: { 'X-Hub-Token': token, Accept: 'application/json' } });
    said = answer.headers.get('content-type') === 'application/json' ? await answer.json() : null;
  } catch { /* no connection */ }
  saving = null;
  if (!said) {
    const out = answer && answer.status === 403;
    told(form, out ? '保存できません。新しいリンクで開きなおしてください。文はこのブラウザーに残っています。'
      : '保存できていません。文はこのページに残っています。つながったら保存します。', 'trouble');
    queue.unshift(form);
    setTimeout(saveNext, AGAIN_MS);
    return;
  }
  answered(form, words, said);
  saveNext();
}

function answered(form, words, said) {
  const field = form.elements.words;
  if (said.conflict) return conflicted(form, said.conflict);
  if (said.error) {
    told(form, `${said.error.what}${said.error.remedy ?? ''}`, 'trouble');
    return;
  }
  mark = said.draft;
  delete form.dataset.seen;
  form.dataset.saved = '1';
  // It is kept by where it stands.
  const left = kept.get(form);
  kept.remove(form);
  if (said.at) form.elements.at.value = said.at;
  if (left && field.value !== words) kept.set(form, left);
  for (const one of document.querySelectorAll('form > input[name=draft]')) one.value = mark;
  if (field.value === words) {
    told(form, said.changed === false ? '' : '保存しました', 'done');
  }
  if (form.elements.saw) form.elements.saw.value = words;
  show(form, (said.notices ?? []).map((one) => made('p', one.ja ?? one, 'small')));
  if (!said.notices?.length) check(form);
  renew();
}

// Both texts stay on the page, until somebody has chosen.
function conflicted(form, conflict) {
  told(form, conflict.what ?? 'ほかの人が先に書きかえました。', 'trouble');
  const theirs = made('div', '', 'before');
  theirs.append(made('p', '先に書かれた文', 'small'), made('p', conflict.theirs));
  const row = made('p', '', 'row'), mine = made('button', 'いま書いた文にする', 'button'), other = made('button', '先に書かれた文にする', 'button');
  mine.type = other.type = 'button';
  mine.addEventListener('click', () => { form.dataset.seen = conflict.draft; show(form, []); wantSave(form); });
  other.addEventListener('click', () => {
    form.elements.words.value = conflict.theirs;
    mark = conflict.draft;
    kept.remove(form);
    show(form, []);
    told(form, '先に書かれた文にしました');
  });
  row.append(mine, other);
  show(form, [theirs, row]);
}

// What the desk thinks of the words, while they are being typed.
const checking = new Map();
function check(form) {
  clearTimeout(checking.get(form));
  checking.set(form, setTimeout(async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set('draft', mark);
    let said = null;
    try {
      const answer = await fetch(form.action.replace(/type$/, 'check'), { method: 'POST', body, credentials: 'same-origin', headers: { 'X-Hub-Token': token } });
      if (answer.ok) said = await answer.json();
    } catch { return; }
    if (!said || form.querySelector('.told button')) return;
    const parts = [];
    if (said.source && said.source.same === false) {
      const box = made('div', '', 'differs');
      box.append(made('p', '報告書とちがう文です。報告書では:', 'strong'), marked(said.source.theirs || said.source.words || 'これに近い文は見つかりません。'));
      parts.push(box);
      const before = form.closest('.statement')?.querySelector(':scope > .differs');
      before?.remove();
    } else if (said.source) form.closest('.statement')?.querySelector(':scope > .differs')?.remove();
    for (const one of said.findings ?? []) parts.push(made('p', `${one.what}${one.remedy ?? ''}`, one.refuses ? 'finding refuses' : 'finding'));
    show(form, parts);
  }, 350));
}

// The screen beside the words, as it is now.
let renewing = 0;
function renew() {
  const now = ++renewing;
  for (const picture of document.querySelectorAll('.live img')) {
    const address = new URL(picture.src), next = new Image();
    address.searchParams.set('r', mark);
    next.onload = () => { if (now === renewing) picture.src = next.src; };
    next.src = address;
  }
}

function typed(form) {
  const field = form.elements.words;
  kept.set(form, { words: field.value, draft: form.dataset.seen || mark, at: Date.now() });
  told(form, '');
  clearTimeout(form.rest);
  form.rest = setTimeout(() => wantSave(form), REST_MS);
  check(form);
}

// What is typed into a form that is sent whole is kept as well, until a page comes whose draft has it.
for (const box of document.querySelectorAll('.keeps')) {
  const form = box.querySelector('form'), key = `hub-edit-form ${document.body.dataset.hub} ${box.dataset.keep}`;
  const fields = [...form.elements].filter((one) => one.matches('input[type=text], textarea'));
  const keep = (sent) => {
    try { localStorage.setItem(key, JSON.stringify({ words: fields.map((one) => one.value), draft: form.elements.draft.value, sent })); } catch { /* full */ }
  };
  let left = null;
  try { left = JSON.parse(localStorage.getItem(key)); } catch { /* another version's */ }
  if (left?.sent && left.draft !== form.elements.draft.value) {
    localStorage.removeItem(key);
  } else if (left?.words?.length === fields.length && fields.some((one, i) => one.value !== left.words[i])) {
    for (const [i, one] of fields.entries()) one.value = left.words[i];
    for (let around = box.closest('details'); around; around = around.parentElement.closest('details')) around.open = true;
    const state = box.querySelector('.state');
    if (state) state.textContent = '保存していなかった文を戻しました。';
  }
  form.addEventListener('input', () => keep(false));
  form.addEventListener('submit', () => keep(true));
}

if (typing) {
  const forms = [...typing.querySelectorAll('.typed form')];
  for (const form of forms) {
    const field = form.elements.words;
    field.addEventListener('compositionstart', () => { composing = form; clearTimeout(form.rest); });
    field.addEventListener('compositionend', () => { composing = null; typed(form); });
    field.addEventListener('input', (event) => { if (!event.isComposing) typed(form); });
    field.addEventListener('blur', () => { if (kept.get(form)) wantSave(form); delete form.dataset.saved; });
    form.addEventListener('submit', (event) => { event.preventDefault(); wantSave(form); });
    // What was not saved when the page was left, or lost.
    const left = kept.get(form);
    if (!left) continue;
    if (left.words === field.value) { kept.remove(form); continue; }
    field.value = left.words;
    form.dataset.seen = left.draft;
    told(form, '保存していなかった文を戻しました。', 'done');
    const details = field.closest('details');
    if (details) details.open = true;
    wantSave(form);
  }
  addEventListener('online', saveNext);
  const unsaved = () => saving || queue.length > 0 || forms.some((form) => kept.get(form));
  addEventListener('beforeunload', (event) => { if (composing || (unsaved() && !navigator.onLine)) event.preventDefault(); });
  addEventListener('pagehide', () => {
    // It may still arrive; the browser keeps the words until the server says that it has them.
    for (const form of forms) {
      if (!kept.get(form) || composing === form) continue;
      const body = new URLSearchParams(new FormData(form));
      body.set('draft', form.dataset.seen || mark);
      fetch(form.action, { method: 'POST', body, keepalive: true, credentials: 'same-origin', headers: { 'X-Hub-Token': token, Accept: 'application/json' } }).catch(() => {});
    }
  });
  // Marks change at once; splitting wants to know where the hand is; before anything that loads the page, all is saved.
  for (const box of typing.querySelectorAll('.marks input')) box.addEventListener('change', () => box.form.requestSubmit());
  let cursor = null;
  for (const form of forms) form.elements.words.addEventListener('select', () => { cursor = form.elements.words; });
  for (const form of forms) for (const kind of ['keyup', 'click', 'focus']) form.elements.words.addEventListener(kind, () => { cursor = form.elements.words; });
  typing.addEventListener('submit', async (event) => {
    const form = event.target;
    if (forms.includes(form) || form.dataset.ready) return;
    event.preventDefault();
    if (form.elements.cut) {
      const field = form.closest('.statement').querySelector('textarea');
      const before = cursor === field ? [...field.value.slice(0, field.selectionStart)].length : 0;
      if (before === 0 || before >= [...field.value].length) return say('分けたいところを文の中で押してから、もう一度押してください。');
      form.elements.cut.value = before;
    }
    // A browser ignores what is asked for while it still tells of the first time.
    let waits = 0;
    do await new Promise((done) => setTimeout(done, waits > 0 ? 50 : 0)); while (++waits < 100 && (saving || queue.length > 0));
    if (form.elements.draft) form.elements.draft.value = mark;
    form.dataset.ready = '1';
    form.requestSubmit(event.submitter ?? undefined);
  });
}
