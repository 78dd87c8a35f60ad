import { administrator } from '../platform/people.ts';
import { content } from '../platform/http.ts';
import { unique } from '../platform/unique.ts';
import { forAll, type Thing } from './thing.ts';

async function adding<Made>(path: string, body: object): Promise<Made> {
  const { device } = await administrator();
  return content(await device.call<Made>('POST', `/api/volunteers/${path}`, { body }), 201, 202);
}

const channel = async (): Promise<Readonly<{ channelId: string; name: string }>> =>
  adding('channels', { name: unique() });

async function role(key = unique()): Promise<string> {
  const { name } = await channel();
  return (await adding<{ key: string }>('roles', { key, channels: [name] })).key;
}

/** Of a template, and of a role that is called so. */
const templateKey = 'test-message';
async function roleLikeTemplate(): Promise<string> {
  const { device } = await administrator();
  const { name } = await channel();
  const body = { key: templateKey, channels: [name] };
  content(await device.call('POST', '/api/volunteers/roles', { body }), 201, 409);
  return templateKey;
}

/** The second rule of a role: the first one stays. */
async function rule(): Promise<string> {
  const [{ name }, key] = [await channel(), await role()];
  return (await adding<{ ruleId: string }>('rules', { role: key, channel: name })).ruleId;
}

const exclusion = async (): Promise<string> =>
  (await adding<{ exclusionId: string }>('exclusions', { roles: [await role(), await role()] })).exclusionId;

const location = async (): Promise<string> =>
  (await adding<{ locationId: string }>('locations', { area: 'e2e', district: 'e2e', branch: unique() })).locationId;

async function trialImport(): Promise<string> {
  const text = 'volunteer_id,email,first_name,last_name,area,district,branch,role\nx,x,x,x,x,x,x,x\n';
  const file = Buffer.from(text).toString('base64');
  return (await adding<{ importId: string }>('import', { file, name: 'trial.csv', dryRun: true })).importId;
}

/** What the paths of rules and imports name. */
export const ruleThings: Readonly<Record<string, Thing>> = {
  key: { isOnesOwn: false, of: roleLikeTemplate },
  channelId: forAll(async () => (await channel()).channelId),
  ruleId: forAll(rule),
  exclusionId: forAll(exclusion),
  locationId: forAll(location),
  importId: forAll(trialImport),
};
