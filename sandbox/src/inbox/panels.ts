import type { Fault } from '../faults/fault.ts';
import { type Channel, channels } from '../messages/message.ts';
import { type Html, markup } from './html.ts';
import { channelNames, icon } from './icons.ts';
import { link } from './list.ts';
import type { View } from './view.ts';

/** One tab for each channel, with how many messages it holds. */
export function tabs({ query, counts }: View): Html {
  const total = channels.reduce((sum, each) => sum + counts[each], 0);
  const tab = (channel: Channel | undefined, name: string, count: number) => {
    const current = query.channel === channel && markup` aria-current="page"`;
    return markup`<a data-go href="${link(query, { channel, m: undefined })}"${current}>
      ${icon(channel ?? 'all')}<span>${name}</span><span class="count">${count}</span></a>`;
  };
  return markup`${tab(undefined, 'All', total)}${channels.map((each) => tab(each, channelNames[each], counts[each]))}`;
}

/** The time of the whole platform, and the buttons that move it. */
export function clock({ now, offsetMs }: View): Html {
  const isMoved = offsetMs !== 0;
  const iso = now.toISOString();
  const shown = `${iso.slice(0, 19).replace('T', ' ')} UTC`;
  return markup`<div class="clock${isMoved && ' moved'}">${icon('clock')}
    <time data-clock="${now.getTime()}" datetime="${iso}">${shown}</time>
    <span class="moves"><button type="button" data-advance="3600">+1 h</button>
    <button type="button" data-advance="86400">+1 day</button>
    ${isMoved && markup`<button type="button" data-real-time>Back to real time</button>`}</span></div>`;
}

export function faults({ faults: active }: View): Html | undefined {
  if (active.length === 0) return undefined;
  const told = active.map((fault) => markup`<span class="fault">${sentence(fault)}</span>`);
  return markup`<div class="faults" role="status">${icon('bolt')}<p><b>Failing on purpose:</b> ${told}</p>
    <button type="button" data-clear-faults>Clear</button></div>`;
}

function sentence({ provider, match, status, effect, delayMs, times, forSeconds }: Fault): string {
  const what = [
    status !== undefined && `answers ${status}`,
    effect !== 'status' && effect,
    delayMs !== undefined && `after ${delayMs} ms`,
  ];
  const where = match !== undefined && `for “${match}”`;
  const howLong = [
    times !== undefined && `${times} more ${times === 1 ? 'time' : 'times'}`,
    forSeconds !== undefined && `for ${Math.ceil(forSeconds)} s more`,
  ];
  return [provider, ...what, where, ...howLong].filter(Boolean).join(' ');
}
