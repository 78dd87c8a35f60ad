import type { AcceptanceInput, ExpectedVisitor, ReceptionDocument, WalkIn } from '@guildhall/client';

/** What a visitor has said so far. */
export type Visit = Readonly<{
  name: string;
  company: string;
  phone: string;
  kind: 'visitor' | 'contractor';
  hostId: string;
  hostName: string;
  /** Announced, and found by name. */
  expected?: ExpectedVisitor;
  /** The token of an invitation. */
  invitation?: string;
  acceptances: readonly AcceptanceInput[];
  photo?: Blob;
}>;

export const noVisit: Visit = {
  name: '',
  company: '',
  phone: '',
  kind: 'visitor',
  hostId: '',
  hostName: '',
  acceptances: [],
};

/** Who comes: by the invitation, as one who is expected, or as they say themselves. */
export function whoOf({ invitation, expected, name, company, phone, kind, hostId }: Visit): Readonly<{
  invitation?: string;
  visitorId?: string;
  walkIn?: WalkIn;
}> {
  if (invitation) return { invitation };
  if (expected) return { visitorId: expected.id };
  return {
    walkIn: {
      kind,
      name: name.trim(),
      company: company.trim(),
      purpose: '',
      hostId,
      ...(phone.trim() && { phone: phone.trim() }),
    },
  };
}

/** The documents that are asked of them. */
export const documentsFor = (
  documents: readonly ReceptionDocument[],
  kind: Visit['kind'],
): readonly ReceptionDocument[] => documents.filter(({ contractorsOnly }) => kind === 'contractor' || !contractorsOnly);

/** The initial says enough on a screen that everybody sees. */
export function shownName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.slice(0, 1).toLocaleUpperCase()}.` : first;
}

/** The scanner reads an address or a bare token. */
export const tokenIn = (code: string): string => code.slice(code.lastIndexOf('/') + 1);
