// How the page answers a finger, as hub-kiosk does (ui/state/page_gestures, ui/touch/kinetics): what it is on darkens, a
// tap turns the page, a drag moves it, a finger that leaves while it moves lets it glide on and come back at its ends.
'use strict';

const TURN_ms = 220, FRICTION_s = 0.325, SPRING_per_s = 14, BAND = 1 / 3, STILL_px = 0.5;
const NUDGES_ms = 1200;
const slop_px = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--slop'));
const parent = id => (id.startsWith('services-') ? 'services' : 'home');

let page;            // the section that shows
let finger = null;   // {target, x, y, from_px, drags, moves}
let gliding = 0;     // the request of the next frame

// --- where the page stands ---

let position_px = 0;
const scroller = () => page.querySelector('.scroll');
const range_px = () => scroller().offsetHeight - page.offsetHeight;
const bounded = px => Math.min(Math.max(px, 0), range_px());

function stand(px) {
  position_px = px;
  const within = bounded(px);
  scroller().style.transform = `translateY(${-Math.round(px)}px)`;
  page.querySelector('.above').classList.toggle('on', within >= 1);
  page.querySelector('.more').classList.toggle('on', range_px() > slop_px * 4 && within < range_px() - 1);
}

const banded = px => bounded(px) + (px - bounded(px)) * BAND;

// --- one page gives way to another ---

function show(id) {
  page = document.getElementById(id);
  page.classList.add('shown');
  document.querySelector('.kiosk').classList.toggle('at-home', id === 'home');
  stand(0);
}

async function turn(id) {
  if (!document.getElementById(id) || id === page.id) return;
  cancelAnimationFrame(gliding);
  const old = page, back = id.length < old.id.length || id === 'home' || (id < old.id && id.startsWith('services-'));
  show(id);
  const fresh = page;
  fresh.classList.add('comes');
  fresh.classList.toggle('from-left', back);
  await fresh.animate([{transform: `translateX(${back ? -100 : 100}%)`}, {transform: 'none'}],
                      {duration: TURN_ms, easing: 'cubic-bezier(0.215, 0.61, 0.355, 1)'}).finished;
  fresh.classList.remove('comes', 'from-left');
  if (old !== page) old.classList.remove('shown');
  const more = fresh.querySelector('.more.on .pill');
  if (more) {
    const high = {transform: `translateY(-${Math.round(slop_px * 0.76)}px)`}, low = {transform: 'none'};
    more.animate([low, high, low, high, low], {duration: NUDGES_ms, easing: 'ease-in-out'});
  }
}

// The first touch, on what shows while nobody is there.
function wake() {
  const kiosk = document.querySelector('.kiosk');
  if (kiosk.classList.contains('awake')) return false;
  kiosk.classList.add('awake');
  kiosk.animate([{transform: 'translateY(100%)'}, {transform: 'none'}],
                {duration: TURN_ms, easing: 'cubic-bezier(0.215, 0.61, 0.355, 1)'});
  return true;
}

// --- a page that was let go ---

function course(from, speed) {
  const spring = (end, beyond, v, t) => end + (beyond + (v + SPRING_per_s * beyond) * t) * Math.exp(-SPRING_per_s * t);
  if (from !== bounded(from)) return t => spring(bounded(from), from - bounded(from), speed, t);
  const reach = speed * FRICTION_s, stop = from + reach, end = bounded(stop);
  const free = t => from - reach * Math.expm1(-t / FRICTION_s);
  if (stop === end) return free;
  const part = (end - from) / reach, meets = -FRICTION_s * Math.log1p(-part);
  return t => (t < meets ? free(t) : spring(end, 0, speed * (1 - part) * BAND, t - meets));
}

function glide(speed) {
  const at = course(position_px, speed), since = performance.now();
  let last = position_px, still = 0;
  const step = now => {
    const px = at(Math.max(0, now - since) / 1000);
    still = Math.abs(px - last) < STILL_px / 10 ? still + 1 : 0;
    last = px;
    if (still > 3) return stand(bounded(Math.round(px)));
    if (Math.round(px) !== Math.round(position_px)) stand(px);
    gliding = requestAnimationFrame(step);
  };
  gliding = requestAnimationFrame(step);
}

// --- the finger ---

addEventListener('pointerdown', event => {
  if (finger || !event.isPrimary) return;
  cancelAnimationFrame(gliding);
  const target = event.target.closest('.card[data-go], .button, .arrow');
  target?.classList.add('pressed');
  finger = {target, x: event.clientX, y: event.clientY, from_px: position_px, drags: false, moves: []};
});

addEventListener('pointermove', event => {
  if (!finger || !event.isPrimary) return;
  const by = finger.y - event.clientY;
  if (!finger.drags && Math.hypot(by, event.clientX - finger.x) > slop_px) {
    finger.drags = true;
    finger.target?.classList.remove('pressed');
  }
  if (!finger.drags) return;
  finger.moves.push([event.timeStamp, event.clientY]);
  if (finger.moves.length > 8) finger.moves.shift();
  stand(banded(finger.from_px + by));
});

addEventListener('pointerup', event => {
  if (!finger || !event.isPrimary) return;
  const {target, drags, moves} = finger;
  finger = null;
  target?.classList.remove('pressed');
  if (wake()) return;
  if (!drags) {
    const go = target?.dataset.go;
    if (go) turn(go === 'back' ? parent(page.id) : go);
    return;
  }
  const lately = moves.filter(move => event.timeStamp - move[0] < 100), first = lately[0], last = lately.at(-1);
  const over_ms = lately.length > 1 ? last[0] - first[0] : 0;
  const speed = over_ms > 0 ? (first[1] - last[1]) / over_ms * 1000 : 0;
  if (speed !== 0 || position_px !== bounded(position_px)) glide(speed);
});

addEventListener('resize', () => stand(bounded(position_px)));
addEventListener('contextmenu', event => event.preventDefault());
show('home');
