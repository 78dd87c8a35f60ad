import type { Visitor } from '@guildhall/client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { say } from '../../parts/notice.ts';

const askMs = 20_000;

export const guestsQuery = queryOptions({
  queryKey: ['guests'],
  queryFn: async () => (await api.register.listGuests()).guests,
  refetchInterval: askMs,
});

/** Something that is done about guests: said when it is done, and seen at once. */
export function useGuestAct<Given>(act: (given: Given) => Promise<Visitor>, done?: (guest: Visitor) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (guest) => {
      if (done) say(done(guest));
    },
    onSettled: () => client.invalidateQueries({ queryKey: guestsQuery.queryKey }),
  });
}

/** Nothing comes of them any more. */
export const isOver = ({ status }: Visitor): boolean => status !== 'expected' && status !== 'inside';
