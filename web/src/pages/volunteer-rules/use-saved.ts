import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '../../parts/notice.ts';
import { useWords } from '../../words/words.ts';

/** Saves something that the rules are made of, and shows everything anew. */
export function useSaved(save: () => Promise<unknown>, onClose: () => void) {
  const { app } = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      say(app.saved);
      onClose();
    },
  });
}
