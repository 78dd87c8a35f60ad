import type { Envelope, Sealer } from '@guildhall/messaging';
import { type Aggregates, bytesOf, type IndexSpec, isDuplicateKey, type Stored } from '@guildhall/mongo';
import { AppError } from '@guildhall/kernel';
import type { Links } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { ageDueAt, type InviteLink, type LinkFact, type Warnings } from '../../domain/invite-link.ts';
import type { Mail } from '../../domain/mail.ts';

export const linkCollection = 'invite_links';
const oneActive = 'one_active';

export type LinkState = Omit<InviteLink, 'id' | 'version'>;

export const linkIndexes: readonly IndexSpec[] = [
  // At most one link is sent.
  { name: oneActive, keys: { 'state.status': 1 }, unique: true, where: { 'state.status': 'active' } },
];

type Deps = Readonly<{
  links: Aggregates<LinkState>;
  toMessages: (said: LinkFact | Audited | Mail) => readonly Envelope[];
  sealer: Sealer;
  warnings: Warnings;
}>;

export function linkRepository({ links, toMessages, sealer, warnings }: Deps): Links {
  const read = async (filter: Readonly<Record<string, unknown>>): Promise<InviteLink[]> => {
    const found = await links.model.find(filter, { version: 1, state: 1 }).lean<Stored<LinkState>[]>();
    return found
      .map(toLink)
      .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
  };
  return {
    find: async (id) => {
      const found = await links.find(id);
      return found && toLink({ _id: found.id, version: found.version, state: found.state });
    },
    active: async () => (await read({ 'state.status': 'active' }))[0],
    all: () => read({}),
    save: async (link, said) => {
      const { id, version, ...state } = link;
      const messages = said.flatMap(toMessages);
      await links.save({ id, version, state, messages, dueAt: ageDueAt(link, warnings) }).catch((cause: unknown) => {
        throw isDuplicateKey(cause, oneActive) ? otherActive(cause) : cause;
      });
    },
    urlOf: ({ id, sealedUrl }) => String(sealer.open(sealedUrl, id)),
    seal: (id, url) => sealer.seal(url, id),
  };
}

const otherActive = (cause: unknown): AppError =>
  new AppError('conflict', 'volunteers.link_active', 'Another link was made the active one just now.', { cause });

function toLink({ _id, version, state }: Pick<Stored<LinkState>, '_id' | 'version' | 'state'>): InviteLink {
  return { ...state, sealedUrl: bytesOf(state.sealedUrl), id: _id, version };
}
