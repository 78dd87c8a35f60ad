import type { Message } from '../messages/message.ts';
import { type Html, markup } from './html.ts';
import { channelNames, icon } from './icons.ts';
import { wordsOnly } from './mrkdwn.ts';
import type { PageQuery, View } from './view.ts';

const longestSnippet = 140;

/** The address of the page with some of its query replaced. */
export function link(query: PageQuery, change: Partial<Record<keyof PageQuery, string | undefined>>): string {
  const wanted = Object.entries({ ...query, ...change }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return `/?${new URLSearchParams(wanted).toString()}`;
}

export const timeOf = (at: string): Html => markup`<time datetime="${at}">${at.slice(11, 19)} UTC</time>`;

export function list({ query, listed, found, shown }: View): Html {
  if (listed.length === 0) return empty(query);
  const more = found > listed.length && markup`<li class="note">The newest ${listed.length} of ${found}.</li>`;
  return markup`<ol class="messages">${listed.map((message) => item(query, message, shown))}${more}</ol>`;
}

function item(query: PageQuery, message: Message, shown: Message | undefined): Html {
  const { id, channel, to, subject, text, at } = message;
  const current = id === shown?.id && markup` aria-current="true"`;
  const words = channel === 'slack' ? wordsOnly(text) : text;
  return markup`<li><a class="message" data-go href="${link(query, { m: id })}"${current}>
    <span class="badge ${channel}" title="${channelNames[channel]}">${icon(channel)}</span>
    <span class="who">${to}</span>${timeOf(at)}
    <span class="snippet">${subject && markup`<b>${subject}</b> `}${words.slice(0, longestSnippet)}</span>
  </a></li>`;
}

function empty({ q, channel }: PageQuery): Html {
  const title = q ? 'Nothing matches' : `No ${channel ? `${channelNames[channel]} ` : ''}messages yet`;
  const hint = q ? 'Try fewer words, or another channel.' : 'What the platform sends appears here by itself.';
  return markup`<div class="empty">${icon('all')}<p><b>${title}</b></p><p>${hint}</p></div>`;
}
