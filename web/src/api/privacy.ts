import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSpeaking, useWords } from '../words/words.ts';
import { api } from './api.ts';

export const noticesKey = ['privacy-notices'] as const;

export const privacyQuery = (language: string) =>
  queryOptions({
    queryKey: ['privacy', language],
    queryFn: () => api.register.getPrivacyNotice({ language }),
    staleTime: 5 * 60_000,
    retry: false,
  });

/** What the organisation says about personal data; in words of ours where it says nothing, or cannot be asked. */
export function usePrivacyNotice(): string {
  const { language } = useSpeaking();
  const { signIn } = useWords();
  return useQuery(privacyQuery(language)).data?.text || signIn.privacy;
}
