import { Button } from '@mantine/core';
import { type Icon, IconBrandGoogle, IconBrandWindows, IconVideo } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { OfferedProvider } from '@guildhall/client';
import { ProblemAlert } from '../../parts/problem.tsx';
import { keepSecret } from './secrets.ts';
import { useWays } from '../../words/ways.ts';

export type Service = OfferedProvider['provider'];

export const serviceIcons: Readonly<Record<Service, Icon>> = {
  google: IconBrandGoogle,
  microsoft: IconBrandWindows,
  zoom: IconVideo,
};

/** The services that this installation lets people in by. */
export const useServices = (): readonly OfferedProvider[] =>
  useQuery({
    queryKey: ['services'],
    queryFn: async () => (await api.identity.listProviders()).providers,
    staleTime: 60_000,
  }).data ?? [];

/** One button for each of them; pressing it leaves our pages for theirs. */
export function Services({ next }: Readonly<{ next: string | undefined }>) {
  const ways = useWays();
  const offered = useServices();
  const { mutate, error } = useMutation({
    mutationFn: (provider: Service) => api.identity.startServiceSignIn({ provider, ...(next && { next }) }),
    onSuccess: ({ authorizeUrl, browserSecret }) => {
      keepSecret('service', browserSecret);
      window.location.assign(authorizeUrl);
    },
  });
  return (
    <>
      {offered.map(({ provider, label }) => {
        const Sign = serviceIcons[provider];
        return (
          <Button
            key={provider}
            variant="default"
            fullWidth
            leftSection={<Sign size={20} aria-hidden />}
            onClick={() => mutate(provider)}
          >
            {ways.with(label)}
          </Button>
        );
      })}
      {error && <ProblemAlert error={error} />}
    </>
  );
}
