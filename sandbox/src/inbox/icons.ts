import type { Channel } from '../messages/message.ts';
import { Html } from './html.ts';

const paths: Readonly<Record<Channel | 'clock' | 'bolt' | 'search' | 'back' | 'all', string>> = {
  all: '<path d="M4 13h4l1.5 3h5L16 13h4M4 13l3-8h10l3 8v6H4z"/>',
  email: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>',
  sms: '<path d="M4 5h16v11H10l-5 4v-4H4z"/><path d="M8 10.5h.01M12 10.5h.01M16 10.5h.01"/>',
  slack: '<path d="M9 4 7 20M17 4l-2 16M4 9h16.5M3.5 15H20"/>',
  push: '<path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  bolt: '<path d="M13 3 5 14h6l-1 7 8-11h-6z"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
};

export const icon = (name: keyof typeof paths): Html =>
  new Html(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`);

export const channelNames: Readonly<Record<Channel, string>> = {
  email: 'Email',
  sms: 'SMS',
  slack: 'Slack',
  push: 'Push',
};
