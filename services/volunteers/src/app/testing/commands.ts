import { retryStale } from '@guildhall/kernel';
import type { Book } from '../../domain/book.ts';
import { aBook, aCaller, aLink, everywhere } from '../testing.ts';
import type { Replica } from './replica.ts';

/** What happens to a volunteer or to the rules; each can be asked for again until it is known to be done. */
export type Command =
  | Readonly<{ type: 'enrol' | 'role'; who: number; role: string }>
  | Readonly<{ type: 'join' | 'leave' | 'reinstate'; who: number }>
  | Readonly<{ type: 'rules'; rules: number }>
  | Readonly<{ type: 'link' }>;

export const roles = ['volunteer', 'branch_manager', 'area_manager'];
export const emailOf = (who: number): string => `v${who}@x.org`;
export const accountOf = (who: number): string => `U${who}`;

/** Commands of one chain come one after the other. */
export const chainOf = (command: Command): string => ('who' in command ? `v${command.who}` : command.type);

const { rules } = aBook();
const rulesOf: readonly Book['rules'][] = [
  rules,
  [...rules, everywhere('volunteer', 'c1'), everywhere('branch_manager', 'c1')],
  rules.filter((one) => one.roleKey === 'volunteer' || !('channelId' in one) || one.channelId !== 'c5'),
];
export const ruleSets = rulesOf.length;

const caller = aCaller();
const place = { area: 'haifa', district: 'north', branch: 'technion', from: '', to: '' };

/** All of them but `join`, which happens in Slack. */
export async function ask(on: Replica, command: Command): Promise<unknown> {
  switch (command.type) {
    case 'enrol': {
      const { who, role } = command;
      const profile = { volunteerId: `v${who}`, email: emailOf(who), firstName: 'Dana', lastName: 'Levi', phone: '' };
      return on.create({ profile, assignments: [{ ...place, role }], caller });
    }
    case 'role': {
      const change = { profile: {}, assignments: [{ assignmentId: '', role: command.role }] };
      return on.update({ volunteerId: `v${command.who}`, change, version: 0, caller });
    }
    case 'leave':
      return on.leave({ volunteerId: `v${command.who}`, date: '', reason: '', caller });
    case 'reinstate':
      return on.reinstate({ volunteerId: `v${command.who}`, reason: '', caller });
    case 'rules':
      return changeRules(on, rulesOf[command.rules] ?? rules);
    case 'link':
      return addLink(on);
    default:
      return undefined;
  }
}

const changeRules = ({ books }: Replica, next: Book['rules']): Promise<void> =>
  retryStale(async () => {
    const book = await books.read();
    const changed = { ...book, version: book.version + 1, rules: next };
    const roleKeys = book.roles.map(({ key }) => key);
    await books.save(changed, [{ type: 'rules-changed', book: changed, roleKeys, at: new Date(0) }]);
  });

async function addLink({ links }: Replica): Promise<void> {
  if (await links.find('l1')) return;
  const link = aLink('l1');
  await links.save(link, [{ type: 'link-activated', link, at: new Date(0) }]);
}
