import type { ReturningVisitor, Visitor } from '@guildhall/client';

/** A visitor as the form has them. */
export type Draft = Readonly<{
  kind: 'visitor' | 'contractor';
  name: string;
  company: string;
  email: string;
  phone: string;
  vehicle: string;
  purpose: string;
  hostId: string;
  hostName: string;
  expectedOn: string;
  expectedFrom: string;
  expectedUntil: string;
}>;

export const blank = (today: string): Draft => ({
  kind: 'visitor',
  name: '',
  company: '',
  email: '',
  phone: '',
  vehicle: '',
  purpose: '',
  hostId: '',
  hostName: '',
  expectedOn: today,
  expectedFrom: '',
  expectedUntil: '',
});

export const draftOf = ({
  kind,
  name,
  company,
  email,
  phone,
  vehicle,
  purpose,
  hostId,
  hostName,
  ...rest
}: Visitor): Draft => ({
  kind,
  name,
  company,
  email,
  phone,
  vehicle,
  purpose,
  hostId,
  hostName,
  expectedOn: rest.expectedOn,
  expectedFrom: rest.expectedFrom,
  expectedUntil: rest.expectedUntil,
});

/** Fills in what is known of somebody who was here before; what was typed for today stays. */
export const knownAs = (
  draft: Draft,
  { kind, name, company, email, phone, vehicle, hostId, hostName }: ReturningVisitor,
): Draft => ({
  ...draft,
  kind,
  name,
  company,
  email,
  phone,
  vehicle,
  ...(!draft.hostId && { hostId, hostName }),
});

/** What goes to the platform: the name of the host is the platform's own business. */
export const given = ({ hostName: _hostName, ...visitor }: Draft): Omit<Draft, 'hostName'> => visitor;

/** The names of the fields that differ, for a change of these and no others. */
export const changesOf = (before: Draft, after: Draft): string =>
  (Object.keys(given(after)) as (keyof Omit<Draft, 'hostName'>)[])
    .filter((key) => before[key] !== after[key])
    .join(',');
