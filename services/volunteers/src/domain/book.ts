/** A system that access is given in. */
export const systems = ['slack', 'google-group', 'drive-folder', 'checklist'] as const;
export type System = (typeof systems)[number];

export type Role = Readonly<{
  key: string;
  label: string;
  /** Not active: it is not given any more, and who has it keeps it. */
  active: boolean;
  /** Giving it needs somebody whose scope is a district or an area at least. */
  needsApproval: boolean;
  version: number;
}>;

export type Location = Readonly<{ id: string; area: string; district: string; branch: string; active: boolean }>;

export type ChannelState = 'unknown' | 'ok' | 'not_found' | 'archived' | 'no_access';

/** A channel of Slack, or what stands for one elsewhere. Only these are ever touched. */
export type Channel = Readonly<{
  id: string;
  system: System;
  name: string;
  /** What the system calls it; absent of Slack until it was found by its name. */
  externalId?: string;
  isPrivate: boolean;
  state: ChannelState;
  checkedAt?: Date;
  /** It is made where it is not there. */
  autoCreate: boolean;
  /** What templates know it by, whatever it is called by now. */
  templateName?: string;
}>;

/** Where a rule counts; what is absent is any. */
export type Where = Readonly<{ area?: string; district?: string; branch?: string }>;

/** A role gives a channel: a certain one, or the one whose name a template makes with the place of the volunteer. */
export type Rule = Readonly<{ id: string; roleKey: string; where: Where }> &
  (Readonly<{ channelId: string }> | Readonly<{ template: string; autoCreate?: boolean }>);

/** Nobody may have both of the two roles. */
export type Exclusion = Readonly<{ id: string; roles: readonly [string, string]; reason: string }>;

/** What roles there are, where, and which access each gives: one aggregate, so that it is always of one piece. */
export type Book = Readonly<{
  version: number;
  roles: readonly Role[];
  locations: readonly Location[];
  channels: readonly Channel[];
  rules: readonly Rule[];
  exclusions: readonly Exclusion[];
}>;

/** There is one. */
export const bookId = 'rules';

export const emptyBook: Book = { version: 0, roles: [], locations: [], channels: [], rules: [], exclusions: [] };

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();
export const isSameName = (a: string, b: string): boolean => a === b || folded(a) === folded(b);

export const roleOf = (book: Book, key: string): Role | undefined => book.roles.find((role) => role.key === key);
export const channelOf = (book: Book, id: string): Channel | undefined => book.channels.find((one) => one.id === id);
export const locationOf = (book: Book, id: string): Location | undefined =>
  book.locations.find((location) => location.id === id);

type Triple = Pick<Location, 'area' | 'district' | 'branch'>;

export const placeNamed = ({ locations }: Pick<Book, 'locations'>, place: Triple): Location | undefined =>
  locations.find(
    ({ area, district, branch }) =>
      isSameName(area, place.area) && isSameName(district, place.district) && isSameName(branch, place.branch),
  );

const parts = ['area', 'district', 'branch'] as const;

/** The place is within: each part that is given is the same. */
export const isWithin = (place: Triple, where: Where): boolean =>
  parts.every((part) => {
    const wanted = where[part];
    return wanted === undefined || isSameName(wanted, place[part]);
  });

/** `t-{district}` for a place: lower case, and hyphens where Slack takes no other sign. */
export const channelNameOf = (template: string, place: Triple): string =>
  template.replaceAll(/\{(area|district|branch)\}/g, (_, part: 'area' | 'district' | 'branch') =>
    folded(place[part]).replaceAll(/[^\p{L}\p{N}_-]+/gu, '-'),
  );

/** The channel that a template means by the name that it makes. */
export const channelOfTemplate = ({ channels }: Pick<Book, 'channels'>, name: string): Channel | undefined =>
  channels.find(({ templateName }) => templateName === name) ??
  channels.find((one) => one.system === 'slack' && one.templateName === undefined && isSameName(one.name, name));

/** The book changed: who has one of these roles may get or lose something. */
export type BookFact = Readonly<{ type: 'rules-changed'; book: Book; roleKeys: readonly string[]; at: Date }>;
