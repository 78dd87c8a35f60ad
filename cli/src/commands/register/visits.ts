import type { Api, VisitsRow, VisitsSummaryRow } from '@guildhall/client';
import { openSession } from '../../api/session.ts';
import { type FileFormat, fileFormat, saveFile } from '../../output/file.ts';
import { showRows } from '../../output/result.ts';
import type { Column } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';
import { siteOption } from '../site-option.ts';
import type { Range } from './given.ts';

type Visits = Range & Readonly<{ summary?: boolean }>;
type Asked = Readonly<{ siteId: string; from: string | undefined; to: string | undefined; summary: boolean }>;

const dayColumns: readonly Column<VisitsRow>[] = [
  { heading: 'USER', of: ({ user }) => user },
  { heading: 'DATE', of: ({ date }) => date },
  { heading: 'SIGN-IN', of: ({ signIn }) => signIn },
  { heading: 'SIGN-OUT', of: ({ signOut }) => signOut },
];

const summaryColumns: readonly Column<VisitsSummaryRow>[] = [
  { heading: 'USER', of: ({ user }) => user },
  { heading: 'DAYS SIGNED IN', of: ({ daysSignedIn }) => daysSignedIn },
  { heading: 'DAYS NOT SIGNED OUT', of: ({ daysNotSignedOut }) => daysNotSignedOut },
  { heading: 'PCT', of: ({ pct }) => pct },
];

export async function visits(terminal: Terminal, output: string | undefined, given: Visits): Promise<void> {
  const format = output === undefined ? undefined : fileFormat(output);
  const { api } = await openSession(terminal, given);
  const summary = given.summary ?? false;
  const asked = { siteId: await siteOption(api, given.site), from: given.from, to: given.to, summary };
  if (output !== undefined && format) return saveFile(terminal, output, await fileOf(api, format, asked));
  const answer = await api.register.listVisits(asked);
  if (summary) showRows(terminal, given, answer.summary, summaryColumns);
  else showRows(terminal, given, answer.visits, dayColumns);
}

async function fileOf({ register }: Api, format: FileFormat, asked: Asked): Promise<Blob> {
  const { summary, ...range } = asked;
  if (format === 'csv') return register.exportReport({ ...range, kind: summary ? 'summary' : 'visits', format });
  // Only the list of visits comes as one file with both sheets.
  const file: unknown = await register.listVisits({ ...asked, format });
  if (file instanceof Blob) return file;
  throw new Error('The platform sent no file.');
}
