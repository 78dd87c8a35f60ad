import { fold } from './fold.ts';

const longestPart = 40;

/** "Søren Ørsted" is `soren.orsted`; a name without a single Latin letter or digit falls back on `random6`. */
export function handleOf(firstName: string, lastName: string, random6: string): string {
  const parts = [firstName, lastName].map(latin).filter((part) => part !== '');
  return parts.length === 0 ? `person-${random6}` : parts.join('.');
}

/** The handle to try after `attempt` others were taken: `ada.lovelace`, `ada.lovelace.1`, `ada.lovelace.2`. */
export const numberedHandle = (handle: string, attempt: number): string =>
  attempt === 0 ? handle : `${handle}.${attempt}`;

const latin = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, longestPart);
