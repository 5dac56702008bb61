import { page } from './page.ts';

const LOOKS = [
  ['web', 'Web'],
  ['slack', 'Slack'],
  ['discord', 'Discord'],
  ['payload', 'Payload'],
] as const;

/** The channel: messages, the looks they can be shown in, and a line to write in. Messages come from the script. */
export function workspacePage(): string {
  const looks = LOOKS.map(
    ([value, label], index) =>
      `<label><input type="radio" name="look" value="${value}"${index === 0 ? ' checked' : ''}><span>${label}</span></label>`,
  ).join('');
  const body = `<a class="skip" href="#words">Skip to the message field</a>
<div class="workspace">
<header>
<h1><span class="mark" aria-hidden="true">B</span>Brevier <span class="channel">#general</span></h1>
<nav aria-label="Operator"><a href="/deliveries">Deliveries</a> <a href="/feeds">Feeds</a></nav>
<form id="looks"><fieldset><legend>Show as</legend>${looks}</fieldset></form>
</header>
<main>
<h2 class="unseen">Messages</h2>
<div id="messages" role="log" aria-live="polite" aria-label="Messages" tabindex="0"></div>
</main>
<footer>
<p id="status" role="status"></p>
<form id="compose">
<label class="unseen" for="words">Message</label>
<textarea id="words" rows="1" autocomplete="off" spellcheck="true" aria-describedby="hint" placeholder="/brief https://… or paste an article"></textarea>
<button type="submit">Send</button>
</form>
<p id="hint">/brief &lt;link or text&gt; · /ask &lt;question&gt; · /digest · @brevier &lt;link&gt; · help. Enter sends, Shift+Enter starts a new line.</p>
</footer>
</div>
<dialog id="form" aria-labelledby="form-title">
<form method="dialog">
<h2 id="form-title">Ask about this article</h2>
<label for="form-words">Your question</label>
<input id="form-words" maxlength="500" placeholder="How many? Who said that? When?">
<p class="buttons"><button type="submit" value="send">Ask</button><button type="submit" value="cancel" formnovalidate>Cancel</button></p>
</form>
</dialog>`;
  return page('Channel', body, ['app.js']);
}
