const live = (name) => document.querySelector(`[data-live="${name}"]`);
const pieces = ['clock', 'faults', 'tabs', 'list', 'detail'];

/** Takes the fresh page's pieces over into this one; the mail being read stays as it is. */
function adopt(fresh) {
  for (const name of pieces) {
    const [old, next] = [live(name), fresh.querySelector(`[data-live="${name}"]`)];
    if (!old || !next || old.innerHTML === next.dataset.was) continue;
    const reading = (place) => place.querySelector('[data-message]')?.dataset.message;
    // A reply that is being typed stays, like a mail that is being read.
    const isSameMail = name === 'detail' && reading(old) === reading(next) && !old.querySelector('.posts');
    if (!isSameMail) old.innerHTML = next.innerHTML;
  }
  document.body.className = fresh.body.className;
  localise();
}

let latest = 0;
async function show(url) {
  const mine = ++latest;
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine === latest) adopt(fresh);
}

function localise() {
  const today = new Date(clockNow()).toDateString();
  for (const time of document.querySelectorAll('time[datetime]:not([data-clock])')) {
    const at = new Date(time.dateTime);
    const hour = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
    time.textContent =
      at.toDateString() === today ? hour : `${at.toLocaleDateString([], { day: 'numeric', month: 'short' })} ${hour}`;
    time.title = at.toLocaleString();
  }
  tick();
  document.querySelector('.post.shown')?.scrollIntoView({ block: 'nearest' });
}

// The clock runs on between two looks at the server.
let readAt = Date.now();
let readNow = Date.now();
let seen;
function clockNow() {
  const clock = document.querySelector('[data-clock]');
  if (clock && clock !== seen) {
    seen = clock;
    readAt = Date.now();
    readNow = Number(clock.dataset.clock);
  }
  return readNow + Date.now() - readAt;
}

function tick() {
  const now = new Date(clockNow());
  const clock = document.querySelector('[data-clock]');
  if (clock)
    clock.textContent = now.toLocaleString([], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
}

const say = (text) => (document.querySelector('[data-say]').textContent = text);

async function send(method, url, body, done = '') {
  const options = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  const answer = await fetch(url, { method, ...options });
  say(answer.ok ? done : ((await answer.json().catch(() => ({}))).detail ?? 'That did not work.'));
  await show(location.href);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.classList.add('copied');
  say('Code copied');
  setTimeout(() => button.classList.remove('copied'), 1500);
}

document.addEventListener('click', (event) => {
  const on = (selector) => event.target.closest(selector);
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const link = on('a[data-go]');
  if (link && plain) {
    event.preventDefault();
    history.pushState(null, '', link.href);
    void show(link.href);
  } else if (on('[data-advance]')) {
    void send('PUT', '/sandbox/clock', { advanceSeconds: Number(on('[data-advance]').dataset.advance) });
  } else if (on('[data-real-time]')) void send('DELETE', '/sandbox/clock');
  else if (on('[data-clear-faults]')) void send('DELETE', '/sandbox/faults');
  else if (on('[data-empty]') && confirm('Empty the inbox?')) void send('DELETE', '/sandbox/messages');
  else if (on('[data-copy]')) void copy(on('[data-copy]'));
});

document.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-reply]');
  if (!form) return;
  event.preventDefault();
  const body = form.elements.reply.value;
  form.reset();
  void send('POST', '/sandbox/sms', { from: form.dataset.reply, body }, 'Reply sent');
});

let typing;
document.addEventListener('input', (event) => {
  if (event.target.name !== 'q') return;
  clearTimeout(typing);
  typing = setTimeout(() => {
    const url = new URL(location.href);
    url.searchParams.set('q', event.target.value);
    url.searchParams.delete('m');
    history.replaceState(null, '', url);
    void show(url);
  }, 150);
});

addEventListener('popstate', () => void show(location.href));
setInterval(tick, 1000);
// Faults and the clock change without a message.
setInterval(() => document.visibilityState === 'visible' && void show(location.href).catch(() => {}), 5000);
new EventSource('/inbox/stream').addEventListener('changed', () => void show(location.href).catch(() => {}));
localise();
