import type { FieldError } from '@guildhall/kernel';
import type { ApprovalRule } from './approval.ts';
import { documentsMissing, invalidReception } from './refusals.ts';
import type { Acceptance, VisitorKind } from './visitor.ts';

/** What visitors accept when they come. */
export type ReceptionDocument = Readonly<{
  id: string;
  title: string;
  text: string;
  /** Rises with each change of the text. */
  version: number;
  contractorsOnly: boolean;
  needsSignature: boolean;
}>;

export type ReceptionSettings = Readonly<{
  documents: readonly ReceptionDocument[];
  /** After how long the host of a visitor who waits is reminded; 0 is never. */
  waitingMinutes: number;
  photo: 'off' | 'optional';
  /** Whether the kiosk asks for a phone number. */
  phone: 'off' | 'optional';
  detailsKeptDays: number;
  idleSeconds: number;
  languages: readonly string[];
  /** Whether somebody else has to agree before a visitor is invited. */
  approval: ApprovalRule;
}>;

/** How a site receives its visitors. */
export type Reception = ReceptionSettings & Readonly<{ siteId: string; version: number }>;

/** A reception that nobody has set up: version 0 is not stored. */
export const newReception = (siteId: string): Reception => ({
  siteId,
  version: 0,
  documents: [],
  waitingMinutes: 10,
  photo: 'off',
  phone: 'optional',
  detailsKeptDays: 30,
  idleSeconds: 20,
  languages: ['en'],
  approval: 'off',
});

/** Changes the settings that are given. The versions of documents follow from their texts, whatever is given. */
export function updateReception(reception: Reception, given: Partial<ReceptionSettings>): Reception {
  const documents = (given.documents ?? reception.documents).map((one) => versioned(one, reception.documents));
  const next = { ...reception, ...given, documents, version: reception.version + 1 };
  const faults = faultsOf(next);
  if (faults.length > 0) throw invalidReception(faults);
  return next;
}

function versioned(given: ReceptionDocument, known: readonly ReceptionDocument[]): ReceptionDocument {
  const before = known.find(({ id }) => id === given.id);
  const version = before === undefined ? 1 : before.version + (before.text === given.text ? 0 : 1);
  return { ...given, version };
}

function faultsOf({ documents, languages, detailsKeptDays, idleSeconds }: Reception): FieldError[] {
  const ids = documents.map(({ id }) => id);
  const faults: FieldError[] = [];
  if (detailsKeptDays < 1 || detailsKeptDays > 365)
    faults.push({ pointer: '/detailsKeptDays', detail: 'must be 1 to 365' });
  if (idleSeconds < 5 || idleSeconds > 300) faults.push({ pointer: '/idleSeconds', detail: 'must be 5 to 300' });
  if (languages.length === 0) faults.push({ pointer: '/languages', detail: 'must have one at least' });
  ids.forEach((id, i) => {
    const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
    if (!isSlug)
      faults.push({ pointer: `/documents/${i}/id`, detail: 'must be lower-case letters, digits and hyphens' });
    if (ids.indexOf(id) !== i) faults.push({ pointer: `/documents/${i}/id`, detail: 'is there twice' });
  });
  languages.forEach((language, i) => {
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
      faults.push({ pointer: `/languages/${i}`, detail: 'is not a language, such as en' });
    }
  });
  return faults;
}

/** The documents that a visitor of this kind accepts. */
export const documentsFor = ({ documents }: Reception, kind: VisitorKind): readonly ReceptionDocument[] =>
  documents.filter(({ contractorsOnly }) => kind === 'contractor' || !contractorsOnly);

/** Refuses an arrival that leaves out a document, or accepts another version of it. */
export function checkAcceptances(
  reception: Reception,
  kind: VisitorKind,
  accepted: readonly (Pick<Acceptance, 'documentId' | 'version'> & Readonly<{ isSigned: boolean }>)[],
): void {
  const faults = documentsFor(reception, kind).flatMap(({ id, version, needsSignature }): FieldError[] => {
    const given = accepted.find(({ documentId }) => documentId === id);
    const pointer = '/acceptances';
    if (!given) return [{ pointer, detail: `lacks the document "${id}", version ${version}` }];
    if (given.version !== version) return [{ pointer, detail: `must have version ${version} of "${id}"` }];
    return needsSignature && !given.isSigned ? [{ pointer, detail: `must have a signature under "${id}"` }] : [];
  });
  if (faults.length > 0) throw documentsMissing(faults);
}
