import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { client } from '@guildhall/messaging';
import { httpLoad } from '../load/http-load.ts';
import { inTurns } from '../platform/in-turns.ts';
import { enrol, type Member } from '../platform/people.ts';
import { addQuietSite } from '../platform/sites.ts';
import type { Trial } from '../platform/trial.ts';
import { signIns } from '../rows/presence.ts';

export type Crowd = Readonly<{
  siteId: string;
  members: readonly Member[];
  /** May start an evacuation. */
  officer: Member;
  /** Every contact of everybody inside, written `<channel> <to>`. */
  contacts: ReadonlySet<string>;
  /** Whose number it is: that of the member with this number. */
  phoneOf: (number: number) => string;
}>;

const siteId = 'assembly';
const emailOf = (number: number): string => `inside-${number}@example.org`;
/** The thousand numbers that are kept free for drama. */
const phoneOf = (number: number): string => `+447700900${String(number).padStart(3, '0')}`;
const deviceOf = (number: number): string => `device-${number}`;

/** So many people with three contacts each, all of them inside one site. */
export async function assemble({ bus, webPort }: Trial, count: number): Promise<Crowd> {
  if (count > 1_000) throw new Error('there are numbers for a thousand people only');
  await addQuietSite(bus, siteId);
  const [officer] = await enrol(bus, webPort, 1, 'Officer', () => ({ roles: ['safety-officer'] }));
  if (officer === undefined) throw new Error('nobody was enrolled to run the evacuation');
  const members = await enrol(bus, webPort, count, 'Inside', (number) => ({
    contacts: [
      { method: Method.EMAIL, value: emailOf(number) },
      { method: Method.SMS, value: phoneOf(number) },
    ],
  }));
  const credentials = client(bus, CredentialService, { timeoutMs: 10_000 });
  await inTurns(members, 32, ({ id }, number) => credentials.bindPushToken({ personId: id, token: deviceOf(number) }));
  const everybody = { connections: 16, seconds: 600, most: members.length, requests: signIns(members, siteId) };
  const { good } = await httpLoad({ ...everybody, port: webPort, expected: '"changed":true' });
  if (good < members.length) throw new Error(`only ${good} of ${members.length} people are inside`);
  const numbers = members.map((_, number) => number);
  return {
    siteId,
    members,
    officer,
    phoneOf,
    contacts: new Set(
      numbers.flatMap((number) => [`email ${emailOf(number)}`, `sms ${phoneOf(number)}`, `push ${deviceOf(number)}`]),
    ),
  };
}
