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
