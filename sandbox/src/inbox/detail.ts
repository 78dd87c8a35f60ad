import { type Message, rawText } from '../messages/message.ts';
import type { Attachment } from '../smtp/parse-mail.ts';
import { type Html, markup } from './html.ts';
import { channelNames, icon } from './icons.ts';
import { link, timeOf } from './list.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { View } from './view.ts';

/** The message that is read: a mail in its frame, an SMS as a bubble, a Slack message among its neighbours. */
export function detail(view: View): Html {
  const { shown, query } = view;
  if (!shown) return markup`<div class="empty"><p>A message that is picked is read here.</p></div>`;
  const { id, channel, to, subject, at } = shown;
  return markup`<article class="reading ${channel}" data-message="${id}">
    <header>
      <a class="back" data-go href="${link(query, { m: undefined })}">${icon('back')} All messages</a>
      <h2>${subject || titleOf(shown)}</h2>
      <p class="facts"><span class="badge ${channel}">${icon(channel)}</span>
        ${channelNames[channel]} to <b>${to}</b> · ${timeOf(at)}${codeChip(shown)}</p>
    </header>
    ${bodyOf(shown, view)}
  </article>`;
}

const titleOf = ({ channel, to }: Message): string => (channel === 'sms' ? 'Text message' : to);

function bodyOf(shown: Message, { conversation }: View): Html {
  if (shown.channel === 'email') return mail(shown);
  if (shown.channel === 'push') return push(shown);
  return shown.channel === 'sms' ? sms(shown) : slack(shown, conversation);
}

/** A one-time code is what most people come here for. */
function codeChip({ subject, text }: Message): Html | undefined {
  const code = /(?<![\w.#+-])\d{6}(?![\w.-]*\d)/.exec(`${subject ?? ''}\n${text}`)?.[0];
  if (code === undefined) return undefined;
  return markup` <button type="button" class="code" data-copy="${code}" aria-label="Copy the code ${code}">${code}</button>`;
}

function mail(message: Message): Html {
  const { id, html, text } = message;
  const at = `/inbox/mails/${id}`;
  const plain = markup`<pre class="plain">${text}</pre>`;
  const framed = markup`<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${at}"></iframe>
    <details><summary>Plain text part</summary>${plain}</details>`;
  return markup`<p class="from">From ${rawText(message, 'from')} ${files(message)}
    <a class="file" href="${at}/source" target="_blank" rel="noopener">Source</a></p>${html ? framed : plain}`;
}

function files({ id, raw }: Message): Html[] {
  const attachments = raw.attachments as readonly Attachment[];
  return attachments.map(
    ({ filename, bytes }, index) =>
      markup`<a class="file" download href="/inbox/mails/${id}/attachments/${index}">${filename} <small>${bytes} B</small></a> `,
  );
}

function sms(message: Message): Html {
  const from = rawText(message, 'from') || rawText(message, 'messaging_service_sid');
  return markup`<div class="phone"><p class="sender">${from}</p><p class="bubble">${message.text}</p>
    <form class="reply" data-reply="${message.to}"><label><span class="hidden">Reply as ${message.to}</span>
    <input name="reply" placeholder="Reply as ${message.to}" autocomplete="off" maxlength="1600" required></label>
    <button type="submit">Send</button></form></div>`;
}

function push(message: Message): Html {
  const address = rawText(message, 'link');
  const opens =
    /^https?:\/\//.test(address) && markup`<p><a href="${address}" target="_blank" rel="noopener">${address}</a></p>`;
  return markup`<div class="phone"><p class="bubble"><b>${message.subject}</b><br>${message.text}</p>${opens}</div>`;
}

function slack(shown: Message, conversation: readonly Message[]): Html {
  const posts = conversation.map((message) => {
    const name = rawText(message, 'username') || 'Guildhall';
    const isShown = message.raw.ts === shown.raw.ts;
    const edited = message.raw.method === 'chat.update' && markup` <small>(edited)</small>`;
    return markup`<li class="post${isShown && ' shown'}"><span class="avatar" aria-hidden="true">${name.slice(0, 1)}</span>
      <div><p class="sender"><b>${name}</b> <small>APP</small> ${timeOf(message.at)}</p>
      <p>${mrkdwn(message.text)}${edited}</p></div></li>`;
  });
  return markup`<ol class="posts">${posts}</ol>`;
}
