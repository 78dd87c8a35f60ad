import { createHash } from 'node:crypto';
import type { Clock } from '@guildhall/kernel';
import { Membership } from './membership.ts';

export const team = { id: 'T0GUILDHALL', name: 'Guildhall', url: 'https://guildhall.slack.com/' } as const;
export const bot = { id: 'B0GUILDBOT', userId: 'U0GUILDBOT', name: 'guildhall' } as const;

export type Member = Readonly<{ id: string; email: string; name: string }>;
export type Conversation = Readonly<{
  id: string;
  name: string;
  isArchived: boolean;
  isPrivate?: boolean;
  /** For a direct message: whom it is with. */
  member?: Member;
}>;

/** What came into being after the start, and must be there after a restart too. */
export type Addition = Readonly<
  | { channel: string }
  | { memberOf: string }
  | { directWith: string }
  | { created: string; isPrivate: boolean }
  | { archived: string }
  | { joined: string; who: string }
  | { left: string; who: string }
>;

const seeded = ['general', 'building', 'random'];
const archived = 'archive';

/** The simulated Slack workspace: channels, members and the numbers that messages get. Ids follow from names. */
export class Workspace {
  readonly #domain: string;
  readonly #clock: Clock;
  readonly #remember: (addition: Addition) => void;
  readonly #conversations = new Map<string, Conversation>();
  readonly #members = new Map<string, Member>();
  readonly #membership = new Membership();
  #lastTsMicros = 0;

  constructor(domain: string, clock: Clock, remember: (addition: Addition) => void = () => undefined) {
    this.#domain = domain;
    this.#clock = clock;
    this.#remember = remember;
    for (const name of [...seeded, archived]) this.#addChannel(name);
  }

  /** Brings back what an earlier process remembered. */
  restore(addition: Addition): void {
    if ('joined' in addition) this.#membership.join(addition.joined, addition.who);
    else if ('left' in addition) this.#membership.leave(addition.left, addition.who);
    else if ('archived' in addition) this.#archive(addition.archived);
    else if ('created' in addition) this.#create(addition.created, addition.isPrivate);
    else if ('channel' in addition) this.#addChannel(addition.channel);
    else if ('memberOf' in addition) this.#addMember(addition.memberOf);
    else this.#addDirect(this.#addMember(addition.directWith));
  }

  channels(): Conversation[] {
    return [...this.#conversations.values()].filter(({ member }) => member === undefined);
  }

  /** Finds a channel or direct message by id, `#name` or name; a member's id stands for the direct message. */
  find(reference: string): Conversation | undefined {
    const member = this.#members.get(reference);
    if (member) return this.direct(member);
    return this.#conversations.get(reference) ?? this.#conversations.get(idOf('C', reference.replace(/^#/, '')));
  }

  /** The channel of that name, made when there is none yet. */
  channel(name: string): Conversation {
    const known = this.find(`#${name}`);
    if (known) return known;
    this.#remember({ channel: name });
    return this.#addChannel(name);
  }

  /** Makes a channel that only the bot is in. */
  create(name: string, isPrivate: boolean): Conversation {
    this.#remember({ created: name, isPrivate });
    return this.#create(name, isPrivate);
  }

  archive({ id }: Conversation): void {
    this.#remember({ archived: id });
    this.#archive(id);
  }

  join({ id }: Conversation, who: string): void {
    this.#remember({ joined: id, who });
    this.#membership.join(id, who);
  }

  leave({ id }: Conversation, who: string): void {
    this.#remember({ left: id, who });
    this.#membership.leave(id, who);
  }

  /** Whether that member, or the bot, is in the conversation. */
  isIn({ id, member }: Conversation, who: string): boolean {
    if (member) return who === member.id || who === bot.userId;
    return this.#membership.has(id, who);
  }

  members(): Member[] {
    return [...this.#members.values()];
  }

  /** Everyone with an address in the workspace's domain is a member. */
  memberByEmail(email: string): Member | undefined {
    const address = email.trim().toLowerCase();
    const known = this.#members.get(idOf('U', address));
    if (known || !address.endsWith(`@${this.#domain}`)) return known;
    this.#remember({ memberOf: address });
    return this.#addMember(address);
  }

  member(id: string): Member | undefined {
    return this.#members.get(id);
  }

  direct(member: Member): Conversation {
    const known = this.#conversations.get(idOf('D', member.email));
    if (known) return known;
    this.#remember({ directWith: member.email });
    return this.#addDirect(member);
  }

  /** A message's number: seconds of the sandbox clock with six decimals, each greater than the one before. */
  nextTs(): string {
    this.#lastTsMicros = Math.max(this.#lastTsMicros + 1, this.#clock.now().getTime() * 1_000);
    const digits = String(this.#lastTsMicros);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  #addChannel(name: string): Conversation {
    return this.#keep({ id: idOf('C', name), name, isArchived: name === archived });
  }

  #create(name: string, isPrivate: boolean): Conversation {
    const made = this.#keep({ id: idOf('C', name), name, isArchived: false, isPrivate });
    this.#membership.close(made.id, bot.userId);
    return made;
  }

  #archive(id: string): void {
    const found = this.#conversations.get(id);
    if (found) this.#keep({ ...found, isArchived: true });
  }

  #addDirect(member: Member): Conversation {
    return this.#keep({ id: idOf('D', member.email), name: member.name, isArchived: false, member });
  }

  #addMember(email: string): Member {
    const member = { id: idOf('U', email), email, name: email.slice(0, email.lastIndexOf('@')) };
    this.#members.set(member.id, member);
    return member;
  }

  #keep(conversation: Conversation): Conversation {
    this.#conversations.set(conversation.id, conversation);
    return conversation;
  }
}

/** How a conversation is named as a recipient: `#channel`, or the member's e-mail address. */
export const recipientOf = ({ name, member }: Conversation): string => member?.email ?? `#${name}`;

const idOf = (kind: 'C' | 'D' | 'U', name: string): string =>
  `${kind}0${createHash('sha256').update(`${kind}${name}`).digest('hex').slice(0, 9).toUpperCase()}`;
