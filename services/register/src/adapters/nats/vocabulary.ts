import { Via as ProtoVia } from '@guildhall/contracts/register/v1/events';
import { Movements as ProtoMovements, Privacy as ProtoPrivacy } from '@guildhall/contracts/register/v1/service';
import type { Via } from '../../domain/visit.ts';
import type { Movements, Privacy } from '../../domain/webhook.ts';

// Our words and the numbers of the published language.

export const viaToProto: Readonly<Record<Via, ProtoVia>> = {
  web: ProtoVia.WEB,
  app: ProtoVia.APP,
  kiosk: ProtoVia.KIOSK,
  admin: ProtoVia.ADMIN,
  system: ProtoVia.SYSTEM,
  token: ProtoVia.TOKEN,
};

export const movementsToProto: Readonly<Record<Movements, ProtoMovements>> = {
  in: ProtoMovements.IN,
  out: ProtoMovements.OUT,
  both: ProtoMovements.BOTH,
};

export const privacyToProto: Readonly<Record<Privacy, ProtoPrivacy>> = {
  name: ProtoPrivacy.NAME,
  initials: ProtoPrivacy.INITIALS,
  count: ProtoPrivacy.COUNT,
};

/** Absent is both. */
export const movementsOf = (value: ProtoMovements): Movements => wordOf(movementsToProto, value) ?? 'both';

/** Absent is the full name. */
export const privacyOf = (value: ProtoPrivacy): Privacy => wordOf(privacyToProto, value) ?? 'name';

function wordOf<Word extends string>(words: Readonly<Record<Word, number>>, value: number): Word | undefined {
  for (const word in words) if (words[word] === value) return word;
  return undefined;
}
