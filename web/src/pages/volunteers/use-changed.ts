import { useQueryClient } from '@tanstack/react-query';
import type { Volunteer } from '@guildhall/client';

/** Shows a volunteer as changed at once, and reads anew what else may have changed with it. */
export function useChanged(): (volunteer: Volunteer) => Promise<void> {
  const client = useQueryClient();
  return async (volunteer) => {
    client.setQueryData(['volunteers', 'one', volunteer.volunteerId], volunteer);
    await client.invalidateQueries({
      predicate: ({ queryKey: [area, what] }) => area === 'volunteers' && what !== 'one',
      refetchType: 'active',
    });
  };
}
