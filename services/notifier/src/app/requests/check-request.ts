import type { FieldError } from '@guildhall/kernel';
import { isPossibleNumber } from '../../domain/requests/possible-number.ts';
import { isRecipient, isSlackUser } from '../../domain/recipient.ts';
import type { Named, SendMessages } from './wanted-messages.ts';
import type { TemplateBook } from './ports.ts';

/** Enough to see what is wrong. */
const MOST_FAULTS = 30;
const MOST_BYTES = 5 * 1024 * 1024;
const LONGEST_MS = 366 * 24 * 3_600_000;
const MOST_ESCALATIONS = 100;

/** Everything that is wrong with a request, by its fields; what roles there are is asked elsewhere. */
export function faultsOf(asked: SendMessages, book: TemplateBook, at: Date): readonly FieldError[] {
  const channels = book.channelsOf(asked.template);
  if (!channels) return [fault('/template', 'is no template of ours')];
  if (book.takesSecrets(asked.template)) {
    return [fault('/template', 'takes secrets, which only the platform itself can give')];
  }
  const { channel } = asked;
  return [
    ...variableFaults(asked, book),
    ...(channel && !channels.includes(channel) ? [fault('/channel', noWords)] : []),
    ...attachmentFaults(asked),
    ...timeFaults(asked, at),
    ...(asked.replyTo && !isRecipient('email', asked.replyTo) ? [fault('/replyTo', 'is no e-mail address')] : []),
    ...(asked.locale && !isLocale(asked.locale) ? [fault('/locale', 'is no language tag')] : []),
    ...escalationFaults(asked, channels),
    ...recipientFaults(asked.recipients, channels),
  ].slice(0, MOST_FAULTS);
}

const noWords = 'has no words in this template';

const fault = (pointer: string, detail: string): FieldError => ({ pointer, detail });

const escaped = (name: string): string => name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');

function variableFaults({ template, variables, steps }: SendMessages, book: TemplateBook): readonly FieldError[] {
  const isGiven = steps && book.takesAnswerLink(template);
  return book
    .faultsOf(template, variables)
    .filter(({ name }) => !(isGiven && name === 'answerUrl'))
    .map(({ name, detail }) => fault(`/variables/${escaped(name)}`, detail));
}

function attachmentFaults({ attachments, steps }: SendMessages): readonly FieldError[] {
  if (steps && attachments.length > 0) return [fault('/attachments', 'cannot go with an escalation')];
  const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0);
  return bytes > MOST_BYTES ? [fault('/attachments', 'may have 5 MB in all')] : [];
}

function timeFaults({ sendAt, expiresAt }: SendMessages, at: Date): readonly FieldError[] {
  const faults: FieldError[] = [];
  if (expiresAt && expiresAt <= at) faults.push(fault('/expiresAt', 'lies in the past'));
  if (sendAt && expiresAt && sendAt >= expiresAt) faults.push(fault('/sendAt', 'must come before it expires'));
  if (sendAt && sendAt.getTime() - at.getTime() > LONGEST_MS) faults.push(fault('/sendAt', 'is more than a year away'));
  return faults;
}

function escalationFaults({ steps, recipients }: SendMessages, channels: readonly string[]): readonly FieldError[] {
  if (!steps) return [];
  const wordless = steps.flatMap(({ reach: { channel } }, index) =>
    channel && !channels.includes(channel) ? [fault(`/escalation/steps/${index}/channel`, noWords)] : [],
  );
  const others = recipients.flatMap((one, index) =>
    'personId' in one ? [] : [fault(`/recipients/${index}`, 'must be a person, where it asks step by step')],
  );
  const many =
    recipients.length > MOST_ESCALATIONS ? [fault('/recipients', `may be ${MOST_ESCALATIONS} with an escalation`)] : [];
  return [...wordless, ...others.slice(0, MOST_FAULTS), ...many];
}

function recipientFaults(recipients: readonly Named[], channels: readonly string[]): readonly FieldError[] {
  const faults: FieldError[] = [];
  for (const [index, one] of recipients.entries()) {
    if (faults.length >= MOST_FAULTS) break;
    if (!('to' in one)) continue;
    const pointer = `/recipients/${index}/${one.field}`;
    if (!channels.includes(one.channel)) faults.push(fault(pointer, noWords));
    else if (!isAddress[one.field](one.to)) faults.push(fault(pointer, wrongAddress[one.field]));
  }
  return faults;
}

const isAddress = {
  email: (to: string) => isRecipient('email', to),
  phone: (to: string) => isRecipient('sms', to) && isPossibleNumber(to),
  slackChannel: (to: string) => isRecipient('slack', to) && !to.includes('@', 1),
  slackUser: isSlackUser,
} as const;

const wrongAddress = {
  email: 'is no e-mail address',
  phone: 'is no possible phone number; it has the form +447700900123',
  slackChannel: 'is no channel in Slack; somebody there is a slackUser',
  slackUser: 'is no user in Slack; one has the id U024BE7LH, or an e-mail address',
} as const;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
