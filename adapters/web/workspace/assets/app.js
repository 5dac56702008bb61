// The page's own script: shows messages, sends what is typed. No library, no build.
const messages = document.querySelector('#messages');
const status = document.querySelector('#status');
const words = document.querySelector('#words');
const dialog = document.querySelector('#form');
const formWords = document.querySelector('#form-words');
const known = new Map();
let look = 'web';
let waiting = 0;

function show(message) {
  const fresh = element(message);
  const old = known.get(message.id)?.node;
  if (old) old.replaceWith(fresh);
  else messages.append(fresh);
  known.set(message.id, { message, node: fresh });
  return !old;
}

function element(message) {
  const node = document.createElement('section');
  node.className = `message ${message.author}`;
  node.dataset.id = message.id;
  const by = document.createElement('h3');
  by.textContent = message.author === 'you' ? 'You' : 'Brevier';
  if (message.author === 'brevier') by.append(tag('App'));
  if (message.private) by.append(tag('Only visible to you'));
  node.append(by, body(message));
  return node;
}

function tag(text) {
  const node = document.createElement('span');
  node.className = 'badge';
  node.textContent = text;
  return node;
}

function body(message) {
  const node = document.createElement('div');
  if (message.looks === null) {
    node.className = 'said';
    node.textContent = message.text.length > 600 ? `${message.text.slice(0, 600)}…` : message.text;
    return node;
  }
  node.className = `look ${look}`;
  if (look === 'payload') {
    for (const name of ['slack', 'discord']) {
      const details = document.createElement('details');
      details.open = true;
      const summary = document.createElement('summary');
      summary.textContent = name === 'slack' ? 'Slack: chat.postMessage' : 'Discord: create message';
      const pre = document.createElement('pre');
      pre.tabIndex = 0;
      pre.textContent = JSON.stringify(message.looks[name].payload, null, 2);
      details.append(summary, pre);
      node.append(details);
    }
    return node;
  }
  // Rendered by the server with every word escaped; the content security policy allows no script in it.
  node.innerHTML = look === 'web' ? message.looks.web : message.looks[look].html;
  return node;
}

async function post(path, content) {
  waiting += 1;
  status.textContent = 'Brevier is reading…';
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), ...content }),
    });
    if (!response.ok) throw new Error((await response.json().catch(() => ({}))).error ?? 'It did not arrive.');
    const { message } = await response.json();
    if (message === null) status.textContent = 'Brevier has nothing to add: ask a question, send a link, or type help.';
    else reveal(message);
    return true;
  } catch (error) {
    status.textContent = `Not sent. ${error.message === 'Failed to fetch' ? 'Brevier does not answer; is it still running?' : error.message}`;
    return false;
  } finally {
    waiting -= 1;
    if (waiting === 0 && status.textContent === 'Brevier is reading…') status.textContent = '';
  }
}

/** Shows an answer from its headline down when it is longer than the page, else whole. */
function reveal(message) {
  show(message);
  const { node } = known.get(message.id);
  const top = node.offsetTop - messages.offsetTop - 12;
  const bottom = node.offsetTop + node.offsetHeight - messages.offsetTop + 12 - messages.clientHeight;
  messages.scrollTo({ top: Math.min(top, bottom) });
}

document.querySelector('#compose').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (text === '') return;
  words.value = '';
  grow();
  if (!(await post('/api/messages', { text })) && words.value === '') words.value = text;
  grow();
});

words.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  words.form.requestSubmit();
});
words.addEventListener('input', grow);

function grow() {
  words.style.height = 'auto';
  words.style.height = `${Math.min(words.scrollHeight, 200)}px`;
}

document.querySelector('#looks').addEventListener('change', (event) => {
  look = event.target.value;
  for (const entry of known.values()) {
    const fresh = element(entry.message);
    entry.node.replaceWith(fresh);
    entry.node = fresh;
  }
});

messages.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-action]');
  if (button === null) return;
  const { action, ref } = button.dataset;
  if (action !== 'ask') {
    void post('/api/actions', { action, ref, text: null });
    return;
  }
  formWords.value = '';
  dialog.returnValue = '';
  dialog.addEventListener(
    'close',
    () => {
      button.focus();
      if (dialog.returnValue === 'send' && formWords.value.trim() !== '') void post('/api/actions', { action, ref, text: formWords.value });
    },
    { once: true },
  );
  dialog.showModal();
});

async function catchUp() {
  const { messages: earlier } = await (await fetch('/api/messages')).json();
  for (const message of earlier) if (JSON.stringify(known.get(message.id)?.message) !== JSON.stringify(message)) show(message);
}

await catchUp();
messages.scrollTop = messages.scrollHeight;

const events = new EventSource('/api/events');
events.addEventListener('message', (event) => {
  const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80;
  const message = JSON.parse(event.data);
  const fresh = show(message);
  if (fresh && (message.author === 'you' || (atEnd && waiting === 0))) messages.scrollTo({ top: messages.scrollHeight });
});
events.addEventListener('error', () => {
  status.textContent = 'The connection to Brevier is lost; trying again…';
});
events.addEventListener('open', async () => {
  // What was said while the connection was away comes now.
  await catchUp();
  if (status.textContent.startsWith('The connection')) status.textContent = '';
});
document.documentElement.dataset.ready = 'true';
