import { useVolunteerWords, wordFor } from './words.ts';

/** "t_area: is_archived, teams: no_access" with each code in words. */
export function useReason(): (reason: string) => string {
  const { reasons } = useVolunteerWords();
  return (reason) =>
    reason
      .split(', ')
      .map((part) => {
        const [what, code] = part.includes(': ') ? part.split(': ') : [undefined, part];
        const why = wordFor(reasons, code ?? '');
        return what ? `${what}: ${why}` : why;
      })
      .join(', ');
}
