import type { Api } from '@guildhall/client';
import { UsageError } from '../exit-codes.ts';

/** The site that was named; the only one where nobody named one. */
export async function siteOption({ register }: Api, given: string | undefined): Promise<string> {
  if (given) return given;
  const { sites } = await register.listSites();
  const [only] = sites;
  if (sites.length === 1 && only) return only.id;
  const names = sites.map(({ id }) => id).join(', ');
  throw new UsageError(
    names ? `Say which site with --site: ${names}.` : 'There is no site yet: guildhall sites create',
  );
}
