import type { Clock } from '@guildhall/kernel';
import { type Conversation, Conversations } from './conversations.ts';
import { Membership } from './membership.ts';
import { type Member, People } from './people.ts';
import * as seeds from './seeds.ts';

export const team = { id: 'T0GUILDHALL', name: 'Guildhall', url: 'https://guildhall.slack.com/' } as const;
export const bot = { id: 'B0GUILDBOT', userId: 'U0GUILDBOT', name: 'guildhall' } as const;

/** What came into being or changed after the start, and must be so after a restart too. */
export type Addition = Readonly<
  | { channel: string }
  | { memberOf: string }
  | { member: Member }
  | { directWith: string }
  | { created: string; isPrivate: boolean }
  | { archived: string }
  | { unarchived: string }
  | { renamed: string; name: string }
  | { deleted: string }
  | { joined: string; who: string }
  | { left: string; who: string }
>;

/** The simulated Slack workspace: channels, members and the numbers that messages get. Ids follow from names. */
export class Workspace {
  readonly #domain: string;
  readonly #clock: Clock;
  readonly #remember: (addition: Addition) => void;
  readonly #conversations = new Conversations();
  readonly #people = new People();
  readonly #membership = new Membership();
  #lastTsMicros = 0;

  constructor(domain: string, clock: Clock, remember: (addition: Addition) => void = () => undefined) {
    this.#domain = domain;
    this.#clock = clock;
    this.#remember = remember;
    for (const name of seeds.openChannels) this.#conversations.added(name);
    this.#conversations.added(seeds.archivedChannel, { isArchived: true });
    for (const created of seeds.closedChannels) this.#create({ created, isPrivate: false });
    for (const one of seeds.people(domain)) this.#people.put({ ...this.#people.added(one.email), ...one });
  }

  /** Brings back what an earlier process remembered; what is so already, or is about what is forgotten, changes nothing. */
  restore(addition: Addition): void {
    if ('joined' in addition) this.#membership.join(addition.joined, addition.who);
    else if ('left' in addition) this.#membership.leave(addition.left, addition.who);
    else if ('archived' in addition) this.#change(addition.archived, { isArchived: true });
    else if ('unarchived' in addition) this.#change(addition.unarchived, { isArchived: false });
    else if ('renamed' in addition) this.#change(addition.renamed, { name: addition.name });
    else if ('deleted' in addition) this.#conversations.remove(addition.deleted);
    else if ('created' in addition) void (this.find(`#${addition.created}`) ?? this.#create(addition));
    else if ('channel' in addition)
      void (this.find(`#${addition.channel}`) ?? this.#conversations.added(addition.channel));
    else if ('member' in addition) this.#people.put(addition.member);
    else if ('memberOf' in addition) this.#known(addition.memberOf);
    else this.#addDirect(this.#known(addition.directWith));
  }

  channels(): Conversation[] {
    return this.#conversations.channels();
  }

  /** Finds a channel or direct message by id, `#name` or name; a member's id stands for the direct message. */
  find(reference: string): Conversation | undefined {
    const member = this.#people.find(reference);
    return member ? this.direct(member) : this.#conversations.find(reference);
  }

  /** The channel of that name, made when there is none yet. */
  channel(name: string): Conversation {
    const known = this.find(`#${name}`);
    if (known) return known;
    this.#remember({ channel: name });
    return this.#conversations.added(name);
  }

  /** Makes a channel that only the bot is in. */
  create(name: string, isPrivate: boolean): Conversation {
    const addition = { created: name, isPrivate };
    this.#remember(addition);
    return this.#create(addition);
  }

  archive(channel: Conversation): Conversation {
    this.#remember({ archived: channel.id });
    return this.#change(channel.id, { isArchived: true }) ?? channel;
  }

  unarchive(channel: Conversation): Conversation {
    this.#remember({ unarchived: channel.id });
    return this.#change(channel.id, { isArchived: false }) ?? channel;
  }

  /** Its id stays. */
  rename(channel: Conversation, name: string): Conversation {
    this.#remember({ renamed: channel.id, name });
    return this.#change(channel.id, { name }) ?? channel;
  }

  remove({ id }: Conversation): void {
    this.#remember({ deleted: id });
    this.#conversations.remove(id);
  }

  join({ id }: Conversation, who: string): void {
    this.#remember({ joined: id, who });
    this.#membership.join(id, who);
  }

  leave({ id }: Conversation, who: string): void {
    this.#remember({ left: id, who });
    this.#membership.leave(id, who);
  }

  /** Whether that member, or the bot, is in the conversation; whoever was deactivated is in none. */
  isIn({ id, member }: Conversation, who: string): boolean {
    if (member) return who === member.id || who === bot.userId;
    const { isDeleted = false, guest } = this.#people.find(who) ?? {};
    return !isDeleted && this.#membership.has(id, who, guest !== undefined);
  }

  members(): Member[] {
    return this.#people.all();
  }

  /** Everyone with an address in the workspace's domain is a member, and who was made one. */
  memberByEmail(email: string): Member | undefined {
    const address = email.trim().toLowerCase();
    const known = this.#people.byEmail(address);
    if (known || !address.endsWith(`@${this.#domain}`)) return known;
    this.#remember({ memberOf: address });
    return this.#people.added(address);
  }

  isTaken(email: string): boolean {
    return this.#people.byEmail(email) !== undefined;
  }

  member(id: string): Member | undefined {
    return this.#people.find(id);
  }

  /** Somebody new. */
  addMember(email: string, more: Partial<Member> = {}): Member {
    return this.putMember({ ...this.#people.added(email), ...more });
  }

  /** Somebody as they are from now on. */
  putMember(member: Member): Member {
    this.#remember({ member });
    return this.#people.put(member);
  }

  direct(member: Member): Conversation {
    const known = this.#conversations.directWith(member);
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

  #create({ created, isPrivate }: Readonly<{ created: string; isPrivate: boolean }>): Conversation {
    const made = this.#conversations.added(created, { isPrivate });
    this.#membership.close(made.id, bot.userId);
    return made;
  }

  #change(id: string, change: Partial<Conversation>): Conversation | undefined {
    const found = this.#conversations.find(id);
    return found && this.#conversations.put({ ...found, ...change });
  }

  #known(address: string): Member {
    return this.#people.byEmail(address) ?? this.#people.added(address);
  }

  #addDirect(member: Member): Conversation {
    return this.#conversations.directWith(member) ?? this.#conversations.added(member.name, { member });
  }
}

/** How a conversation is named as a recipient: `#channel`, or the member's e-mail address. */
export const recipientOf = ({ name, member }: Conversation): string => member?.email ?? `#${name}`;
