import { z } from 'zod';
import type { Directory } from '../../app/record-ports.ts';
import { recordRefusals as refusals } from '../../domain/credential-refusals.ts';
import type { DirectoryChanges, DirectoryPerson } from '../../domain/directory.ts';
import { askGraph, LinkOutdated } from './graph-call.ts';

export type GraphPlaces = Readonly<{
  tenant: string;
  clientId: string;
  clientSecret: string;
  /** https://login.microsoftonline.com */
  loginUrl: string;
  /** https://graph.microsoft.com/v1.0 */
  graphUrl: string;
}>;

const user = z.object({
  id: z.string(),
  givenName: z.string().nullish(),
  surname: z.string().nullish(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  '@removed': z.object({ reason: z.string().nullish() }).optional(),
});
const page = z.object({
  value: z.array(user),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
const token = z.object({ access_token: z.string() });

const fields = 'id,givenName,surname,displayName,mail,accountEnabled';
const mostPages = 1_000;

/** The people of a Microsoft tenant, by Graph's delta query with the rights of the app itself. */
export const graphDirectory = (places: GraphPlaces): Directory => ({
  changes: async (link) => {
    const authorization = `Bearer ${await appToken(places)}`;
    const everybody = `${places.graphUrl}/users/delta?$select=${fields}`;
    if (link === undefined) return read(places, everybody, authorization, true);
    return read(places, link, authorization, false).catch((error: unknown) => {
      if (!(error instanceof LinkOutdated)) throw error;
      return read(places, everybody, authorization, true);
    });
  },
});

async function appToken({ loginUrl, tenant, clientId, clientSecret }: GraphPlaces): Promise<string> {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  };
  const url = `${loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  return (await askGraph(url, token, { form })).access_token;
}

async function read(
  { graphUrl }: GraphPlaces,
  first: string,
  authorization: string,
  isComplete: boolean,
): Promise<DirectoryChanges> {
  // The last word on somebody counts: a delta may name one more than once.
  const found = new Map<string, z.infer<typeof user>>();
  let url = first;
  for (let pages = 0; pages < mostPages; pages += 1) {
    // Our token goes to Graph and nowhere else, whatever a link says.
    if (new URL(url).origin !== new URL(graphUrl).origin) throw refusals.directoryUnavailable();
    const { value, '@odata.nextLink': next, '@odata.deltaLink': link } = await askGraph(url, page, { authorization });
    for (const one of value) found.set(one.id, one);
    if (link !== undefined) return changesOf([...found.values()], link, isComplete);
    if (next === undefined) break;
    url = next;
  }
  throw refusals.directoryUnavailable(new Error('the pages do not end'));
}

const changesOf = (users: readonly z.infer<typeof user>[], link: string, isComplete: boolean): DirectoryChanges => ({
  people: users.filter((one) => !one['@removed']).map(personOf),
  removedIds: users.filter((one) => one['@removed']).map(({ id }) => id),
  link,
  isComplete,
});

function personOf({
  id,
  givenName,
  surname,
  displayName,
  mail,
  accountEnabled,
}: z.infer<typeof user>): DirectoryPerson {
  const [first = '', ...rest] = (displayName ?? '').split(' ');
  return {
    id,
    firstName: givenName || first || 'Unnamed',
    lastName: surname || rest.join(' ') || first || 'Unnamed',
    ...(mail && { email: mail }),
    isEnabled: accountEnabled !== false,
  };
}
