import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { useSession } from '../../api/session.ts';
import { Action } from '../../parts/action.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { Verdict } from '../../parts/verdict.tsx';
import { useGuestAct } from './use-guests.ts';
import { useGuestsWords } from './words.ts';

type Props = Readonly<{
  guest: Visitor;
  site: SiteSummary | undefined;
  /** Where there are several. */
  isNamed: boolean;
}>;

/** One guest: who, when, how it stands, and what the host can do. */
export function GuestCard({ guest, site, isNamed }: Props) {
  const { name, company, purpose, status } = guest;
  const facts = [company, isNamed && site?.name, useWhen(guest, site), purpose].filter(Boolean);
  return (
    <li className="guest" data-status={status}>
      <div className="guest-head">
        <span className="guest-name">{name}</span>
        <StateTag guest={guest} />
      </div>
      {facts.length > 0 && <p className="guest-facts">{facts.join(' · ')}</p>}
      {status === 'expected' && (isPending(guest) ? <Pending guest={guest} /> : <Expected guest={guest} />)}
      {status === 'inside' && <Inside guest={guest} />}
    </li>
  );
}

// Absent as long as the host has not said anything.
const answerOf = ({ hostAnswer }: Visitor): Visitor['hostAnswer'] | undefined => hostAnswer;

function StateTag({ guest }: Readonly<{ guest: Visitor }>) {
  const words = useGuestsWords();
  if (guest.status === 'expected' && isPending(guest)) return <Tag tone="note">{words.pending}</Tag>;
  if (guest.approval === 'refused') return <Tag tone="bad">{words.refused}</Tag>;
  if (guest.status !== 'inside') return <Tag>{words.status[guest.status]}</Tag>;
  const answer = answerOf(guest);
  const tone: Tone = answer === 'collected' || answer === 'coming' ? 'good' : 'note';
  return <Tag tone={tone}>{answer ? words.answered[answer] : words.waiting}</Tag>;
}

function useWhen({ status, expectedFrom, expectedUntil, arrivedAt, leftAt }: Visitor, site: SiteSummary | undefined) {
  const words = useGuestsWords();
  const times = useTimes(site?.timeZone);
  if (leftAt) return words.left(times.time(leftAt));
  if (status === 'inside' && arrivedAt) return words.since(times.time(arrivedAt));
  if (expectedFrom && expectedUntil) return words.between(expectedFrom, expectedUntil);
  return (expectedFrom && words.from(expectedFrom)) || (expectedUntil && words.until(expectedUntil));
}

const isPending = ({ approval }: Visitor): boolean => approval === 'pending';

/** The host agrees to whom the desk announced; the desk to whom the host did. */
function Pending({ guest }: Readonly<{ guest: Visitor }>) {
  const words = useGuestsWords();
  const { person } = useSession();
  const { id: visitorId, name } = guest;
  const {
    mutate,
    isPending: isDeciding,
    error,
  } = useGuestAct(
    (verdict: Readonly<{ approve: boolean; reason: string }>) => api.register.decideGuest({ visitorId, ...verdict }),
    (decided) => words.decided(name, decided.approval === 'approved'),
  );
  if (guest.announcedById === person.id) return <p className="guest-facts">{words.pendingOwn}</p>;
  return <Verdict name={name} busy={isDeciding} error={error} onDecide={mutate} />;
}

function Expected({ guest: { id: visitorId, name, email } }: Readonly<{ guest: Visitor }>) {
  const words = useGuestsWords();
  const [isAsked, ask] = useState(false);
  const resend = useGuestAct(
    () => api.register.sendInvitation({ visitorId }),
    () => words.resent(email),
  );
  const cancel = useGuestAct(
    () => api.register.cancelGuest({ visitorId }),
    () => words.cancelled(name),
  );
  const error = resend.error ?? cancel.error;
  return (
    <>
      {!email && <p className="guest-facts">{words.noInvitation}</p>}
      <div className="guest-acts">
        {email && (
          <Action
            variant="default"
            aria-label={words.resendNamed(name)}
            busy={resend.isPending}
            onClick={() => resend.mutate(undefined)}
          >
            {words.resend}
          </Action>
        )}
        <Button variant="subtle" aria-label={words.cancelNamed(name)} onClick={() => ask(true)}>
          {words.cancel}
        </Button>
      </div>
      {error && <ProblemAlert error={error} />}
      {isAsked && (
        <Confirm
          text={words.cancelAsk(name)}
          action={words.cancel}
          onCancel={() => ask(false)}
          onConfirm={() => {
            ask(false);
            cancel.mutate(undefined);
          }}
        />
      )}
    </>
  );
}

const answers = ['coming', 'later', 'collected'] as const;

function Inside({ guest }: Readonly<{ guest: Visitor }>) {
  const words = useGuestsWords();
  const { id: visitorId, name } = guest;
  const given = answerOf(guest);
  const { mutate, isPending, variables, error } = useGuestAct((answer: (typeof answers)[number]) =>
    api.register.answerArrival({ visitorId, answer }),
  );
  if (given === 'collected') return null;
  return (
    <>
      <div className="guest-acts">
        {answers
          .filter((answer) => answer !== given)
          .map((answer) => (
            <Action
              key={answer}
              variant={answer === 'coming' ? 'filled' : 'default'}
              aria-label={words.answerNamed(words.answer[answer], name)}
              busy={isPending && variables === answer}
              onClick={() => mutate(answer)}
            >
              {words.answer[answer]}
            </Action>
          ))}
      </div>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
