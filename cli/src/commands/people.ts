import type { Api, Person } from '@guildhall/client';
import type { Command } from 'commander';
import { proven } from '../api/proven.ts';
import { type Asked, openSession } from '../api/session.ts';
import { UsageError } from '../exit-codes.ts';
import { showOne, showRows, type Shown } from '../output/result.ts';
import type { Terminal } from '../terminal.ts';

type Given = Asked & Shown;
type Merging = Given & Readonly<{ keepPermissions?: boolean; yes?: boolean }>;

/** people list, merge, undo-merge */
export function peopleCommands(program: Command, terminal: Terminal): void {
  const people = program.command('people').description('who belongs to the organisation');
  people
    .command('list [query]')
    .description('people by part of a name, handle or contact')
    .action(async (query: string | undefined, _, command: Command) => {
      const given = command.optsWithGlobals<Given>();
      const { api } = await openSession(terminal, given);
      showRows(terminal, given, await everybody(api, query ?? ''), [
        { heading: 'ID', of: ({ id }) => id },
        { heading: 'NAME', of: ({ displayName }) => displayName },
        { heading: 'HANDLE', of: ({ handle }) => handle },
        { heading: 'KIND', of: ({ kind }) => kind },
        { heading: 'STATUS', of: ({ status }) => status },
        { heading: 'ROLES', of: ({ roles }) => roles.join(' ') },
      ]);
    });
  people
    .command('merge <survivor> <merged...>')
    .description('make several records of one person one; shows what would happen unless --yes')
    .option('--keep-permissions', 'the survivor gets the roles of the others too')
    .option('--yes', 'do it')
    .action((survivorId: string, mergedIds: string[], _, command: Command) =>
      merge(terminal, { survivorId, mergedIds }, command.optsWithGlobals<Merging>()),
    );
  people
    .command('undo-merge <merge>')
    .description('undo a merge, within 30 days')
    .action(async (mergeId: string, _, command: Command) => {
      const given = command.optsWithGlobals<Given>();
      const { api } = await openSession(terminal, given);
      const undone = await proven(terminal, api, () => api.identity.undoMerge({ mergeId }));
      showOne(terminal, given, undone, ({ state }) => `The merge is ${state}.`);
    });
}

async function everybody({ identity }: Api, query: string): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (let pageToken: string | undefined = ''; pageToken !== undefined;) {
    const page = await identity.listPeople({ query, pageSize: 200, pageToken });
    people.push(...page.people);
    pageToken = page.nextPageToken;
  }
  return people;
}

type Who = Readonly<{ survivorId: string; mergedIds: readonly string[] }>;

async function merge(terminal: Terminal, who: Who, given: Merging): Promise<void> {
  if (who.mergedIds.includes(who.survivorId)) throw new UsageError('The survivor cannot be merged into itself.');
  const request = { ...who, keepPermissions: given.keepPermissions ?? false };
  const { api } = await openSession(terminal, given);
  if (!given.yes) {
    const preview = await api.identity.previewMerge(request);
    return showOne(terminal, given, preview, ({ survivor, merged, gainedPermissions, lostPermissions }) =>
      [
        `${merged.map(({ displayName }) => displayName).join(', ')} would become ${survivor.displayName}.`,
        `Gained permissions: ${gainedPermissions.join(', ') || 'none'}`,
        `Lost permissions:   ${lostPermissions.join(', ') || 'none'}`,
        'Nothing has changed. Add --yes to do it.',
      ].join('\n'),
    );
  }
  const merged = await proven(terminal, api, () => api.identity.mergePeople(request));
  showOne(
    terminal,
    given,
    merged,
    ({ id, undoUntil }) => `Merged. guildhall people undo-merge ${id} works until ${undoUntil}.`,
  );
}
