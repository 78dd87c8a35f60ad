import { Button } from '@mantine/core';
import { IconClockUp } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { CallDelivery } from '@guildhall/client';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { MarkButtons } from './mark-buttons.tsx';
import { isOpen, type Row } from './rows.ts';
import { StateTag } from './state-tag.tsx';
import type { Said } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{
  row: Row;
  timeZone: string | undefined;
  onSay: ((said: Said) => void) | undefined;
}>;

/** One person: name, state, what is known, and the buttons while they are to be found. */
function PersonRowFor({ row, timeZone, onSay }: Props) {
  const words = useEvacuationWords();
  const [isChanging, setChanging] = useState(false);
  const { name, state, kind, isPending, entry } = row;
  const say = (said: Said): void => {
    onSay?.(said);
    setChanging(false);
  };
  return (
    <li className="roll-row" data-state={state}>
      <div className="roll-head">
        <span className="roll-name">{name}</span>
        <StateTag state={state} />
      </div>
      <div className="roll-tags">
        {kind !== 'person' && <Tag>{words[kind]}</Tag>}
        {entry?.origin === 'arrived' && <Tag tone="note">{words.arrived}</Tag>}
        {state === 'signed_out' && <Tag tone="note">{words.confirmSignedOut}</Tag>}
        {isPending && (
          <Tag tone="note" icon={IconClockUp}>
            {words.pendingHere}
          </Tag>
        )}
      </div>
      <Known row={row} timeZone={timeZone} />
      {onSay && (isOpen(row) || isChanging) && <MarkButtons name={name} state={state} onSay={say} />}
      {onSay && !isOpen(row) && !isChanging && (
        <Button
          className="roll-change"
          variant="subtle"
          aria-label={words.changeNamed(name)}
          onClick={() => setChanging(true)}
        >
          {words.change}
        </Button>
      )}
    </li>
  );
}

const isSame = (a: Props, b: Props): boolean =>
  a.row.entry === b.row.entry &&
  a.row.state === b.row.state &&
  a.row.isPending === b.row.isPending &&
  a.row.name === b.row.name &&
  (a.onSay === undefined) === (b.onSay === undefined);

export const PersonRow = memo(PersonRowFor, isSame);

function Known({ row, timeZone }: Readonly<{ row: Row; timeZone: string | undefined }>) {
  const words = useEvacuationWords();
  const times = useTimes(timeZone);
  const { since, entrance, entry } = row;
  const note = entry?.marks.findLast((mark) => mark.note)?.note;
  const who =
    entry?.stateSource === 'warden' && entry.stateBy
      ? entry.stateBy
      : entry?.stateSource && words.source[entry.stateSource];
  const facts = [
    since && words.since(times.time(since)),
    entrance,
    entry?.stateAt && who && words.by(who, times.time(entry.stateAt)),
    entry?.musterPoint,
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p className="roll-facts">{facts.join(' · ')}</p>}
      {note && <p className="roll-note">“{note}”</p>}
      {entry && isOpen(row) && <Calls deliveries={entry.deliveries} />}
    </>
  );
}

/** What became of the calls: the latest word of each way. */
function Calls({ deliveries }: Readonly<{ deliveries: readonly CallDelivery[] }>) {
  const words = useEvacuationWords();
  if (deliveries.length === 0) return <p className="roll-facts">{words.notCalled}</p>;
  const latest = new Map(deliveries.map((one) => [`${one.channel}${one.contactId}`, one]));
  const channelOf = (channel: string): string =>
    channel === 'email' || channel === 'sms' || channel === 'push' ? words.channel[channel] : words.channel.none;
  return (
    <p className="roll-facts">
      {[...latest.values()].map(({ channel, state }) => `${channelOf(channel)} ${words.call[state]}`).join(' · ')}
    </p>
  );
}
