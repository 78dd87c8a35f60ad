import { Alert } from '@mantine/core';
import { IconArrowsExchange, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { KioskScan } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

/** What a phone opens from the code on a kiosk: one tap, and one is in or out there. */
export function ScanPage() {
  const words = useLinksWords();
  const { code } = useParams({ from: '/k/$code' });
  const client = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => api.register.scanKiosk({ code }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['status'] }),
  });
  return (
    <LinkFrame title={words.scanTitle} tone={data && (data.inside ? 'in' : 'out')}>
      {data && <Moved scan={data} />}
      {!data && <p className="link-said">{words.scanAsk}</p>}
      {isProblem(error, 'register.kiosk_code_unusable') ? (
        <Alert color="orange" role="alert">
          {words.scanOver}
        </Alert>
      ) : (
        error && <ProblemAlert error={error} />
      )}
      {!data && (
        <Action
          className="link-button"
          size="xl"
          fullWidth
          busy={isPending}
          leftSection={<IconArrowsExchange size={32} aria-hidden />}
          onClick={() => mutate()}
        >
          {words.scanDo}
        </Action>
      )}
      <ButtonLink to="/" variant={data ? 'default' : 'subtle'}>
        {words.toStatus}
      </ButtonLink>
    </LinkFrame>
  );
}

function Moved({ scan }: Readonly<{ scan: KioskScan }>) {
  const words = useLinksWords();
  const times = useTimes();
  const { inside, changed, at, siteName } = scan;
  const Sign = inside ? IconCircleCheck : IconCircleX;
  return (
    <div role="status" className="link-result">
      <div className="link-word">
        <Sign size="1em" stroke={1.8} aria-hidden />
        {inside ? words.scanIn : words.scanOut}
      </div>
      <p>{inside ? words.scanInAt(siteName, times.time(at)) : words.scanOutAt(siteName, times.time(at))}</p>
      {!changed && <p>{words.scanSame}</p>}
    </div>
  );
}
