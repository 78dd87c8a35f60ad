import { administrator } from '../platform/people.ts';
import { content } from '../platform/http.ts';
import { unique } from '../platform/unique.ts';
import type { Thing } from './thing.ts';

type Assigned = Readonly<{ assignments: readonly Readonly<{ assignmentId: string; role: string }>[] }>;
type Someone = Readonly<{ volunteerId: string; assignmentId: string; place: object }>;

async function adding<Made>(path: string, body: object): Promise<Made> {
  const { device } = await administrator();
  return content(await device.call<Made>('POST', `/api/volunteers${path}`, { body }), 201);
}

const place = async (): Promise<Readonly<Record<'area' | 'district' | 'branch', string>>> => {
  const made = { area: 'e2e', district: 'e2e', branch: unique() };
  await adding('/locations', made);
  return made;
};

async function role(): Promise<string> {
  const [name, key] = [unique(), unique()];
  await adding('/channels', { name });
  await adding('/roles', { key, channels: [name] });
  return key;
}

async function volunteer(): Promise<Someone> {
  const [volunteerId, where] = [unique(), await place()];
  const names = { firstName: 'Vera', lastName: 'Paths' };
  const assignments = [{ ...where, role: await role() }];
  const body = { volunteerId, email: `${volunteerId}@example.org`, ...names, assignments };
  const { assignments: made } = await adding<Assigned>('', body);
  return { volunteerId, assignmentId: made[0]?.assignmentId ?? '', place: where };
}

let made: Promise<Someone> | undefined;
/** One volunteer for all paths, so that what else they name is theirs. */
const someone = (): Promise<Someone> => (made ??= volunteer());

/** One more role, which may be ended. */
async function spareAssignment(): Promise<string> {
  const { volunteerId, place: where } = await someone();
  const key = await role();
  const { assignments } = await adding<Assigned>(`/${volunteerId}/assignments`, { ...where, role: key });
  return assignments.find((one) => one.role === key)?.assignmentId ?? '';
}

/** What the paths of volunteers name. */
export const volunteerThings: Readonly<Record<string, Thing>> = {
  volunteerId: { isOnesOwn: false, of: async () => (await someone()).volunteerId },
  assignmentId: {
    isOnesOwn: false,
    of: async (_, verb) => (verb === 'DELETE' ? spareAssignment() : (await someone()).assignmentId),
  },
};
