import { Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { OfferedProvider, ServiceLink } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { keepSecret } from '../sign-in/secrets.ts';
import { type Service, serviceIcons, useServices } from '../sign-in/services.tsx';

const queryKey = ['service-links'];
const nameOf = (provider: Service): string => provider.charAt(0).toUpperCase() + provider.slice(1);

/** The accounts elsewhere that sign in here. */
export function ServiceLinks() {
  const { account } = useWords();
  const offered = useServices();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await api.identity.listServiceLinks()).links,
  });
  const free = offered.filter(({ provider }) => !data?.some((link) => link.provider === provider));
  return (
    <Section title={account.services} hint={account.servicesHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={48} />}
      {data && data.length + free.length === 0 && <Text>{account.servicesNone}</Text>}
      <ul className="plain-list">
        {data?.map((link) => (
          <li key={link.id}>
            <Linked link={link} />
          </li>
        ))}
        {data &&
          free.map((service) => (
            <li key={service.provider}>
              <Unlinked service={service} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

function Linked({ link }: Readonly<{ link: ServiceLink }>) {
  const { account } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const name = nameOf(link.provider);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.unlinkService({ linkId: link.id }),
    onSuccess: () => say(account.disconnected(name)),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Own
        icon={serviceIcons[link.provider]}
        title={name}
        hint={account.connected(link.email, times.day(link.linkedAt))}
      >
        <Asked
          question={account.disconnectAsk(name)}
          action={account.disconnect}
          label={account.disconnectNamed(name)}
          busy={isPending}
          onConfirm={mutate}
        />
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}

function Unlinked({ service: { provider, label } }: Readonly<{ service: OfferedProvider }>) {
  const { account } = useWords();
  const { mutate, isPending, error, dialog } = useProven({
    mutationFn: (wanted: Service) => api.identity.startServiceLink({ provider: wanted, next: '/profile' }),
    onSuccess: ({ authorizeUrl, browserSecret }) => {
      keepSecret('service', browserSecret);
      window.location.assign(authorizeUrl);
    },
  });
  return (
    <>
      <Own icon={serviceIcons[provider]} title={label}>
        <Action variant="default" busy={isPending} onClick={() => mutate(provider)}>
          {account.connect(label)}
        </Action>
      </Own>
      {error && <ProblemAlert error={error} />}
      {dialog}
    </>
  );
}
