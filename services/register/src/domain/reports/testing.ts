import type { Stay } from './stay.ts';

/** "09:00" on a day, or a whole ISO moment. */
const momentOf = (date: string, time: string): Date => new Date(time.includes('T') ? time : `${date}T${time}:00Z`);

let made = 0;

/** A stay on 2026-03-02 unless said otherwise; without `left`, nobody signed out and the day ended it. */
export function aStay(
  name: string,
  arrived: string,
  left?: string,
  { date = '2026-03-02', ...more }: Partial<Stay> = {},
): Stay {
  const leftAt = left ? momentOf(date, left) : undefined;
  return {
    visitId: `v${++made}`,
    personId: name.toLowerCase(),
    displayName: name,
    kind: 'person',
    date,
    arrivedAt: momentOf(date, arrived),
    ...(leftAt && { leftAt }),
    endsAt: leftAt ?? new Date(`${date}T23:59:59.999Z`),
    open: false,
    selfDeclared: false,
    ...more,
  };
}
