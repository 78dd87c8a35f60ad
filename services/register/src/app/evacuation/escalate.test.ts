import { describe, expect, it } from 'vitest';
import { anEvacuation, officer, wanda } from './testing.ts';

async function underWay() {
  const evacuation = anEvacuation();
  await evacuation.comeIn('Ada');
  const { incident } = await evacuation.start({ escalateAfterSeconds: 60 });
  const entryId = `${incident.id}-ada`;
  const asked = () =>
    evacuation.entries.messages.flatMap((message) =>
      message.type === 'call' ? [`turn ${message.turn}`] : message.type === 'tell-wardens' ? [message.about] : [],
    );
  return { ...evacuation, incident, entryId, asked };
}

describe('somebody who does not answer', () => {
  it('is tried by the next contact when the time is over, once though three processes try', async () => {
    const { clock, escalate, entryId, asked } = await underWay();
    clock.set('2026-03-02T14:01:00Z');
    await Promise.all([escalate({ entryId }), escalate({ entryId }), escalate({ entryId })]);
    expect(asked()).toEqual(['turn 0', 'turn 1']);
  });

  it('is a matter for the wardens when there is no contact', async () => {
    const { escalate, entryId, asked } = await underWay();
    await escalate({ entryId, unreachable: 0 });
    expect(asked()).toEqual(['turn 0', 'unanswered']);
  });

  it('is left alone once somebody said how they are', async () => {
    const { clock, escalate, entryId, asked, markEntries, incident } = await underWay();
    await markEntries({ incidentId: incident.id, marks: [{ id: 'm1', entryId, state: 'safe' }], by: wanda });
    clock.set('2026-03-02T14:01:00Z');
    await escalate({ entryId });
    expect(asked()).toEqual(['turn 0']);
  });

  it('is left alone once the incident is over, and is not due any more', async () => {
    const { clock, escalate, entryId, asked, endIncident, incident, entries } = await underWay();
    await endIncident({ incidentId: incident.id, note: '', by: officer });
    clock.set('2026-03-02T14:01:00Z');
    await escalate({ entryId });
    expect(asked()).toEqual(['turn 0']);
    expect(entries.stored.get(entryId)?.call).not.toHaveProperty('dueAt');
  });

  it('may be nobody any more', async () => {
    const { escalate } = await underWay();
    await expect(escalate({ entryId: 'nobody' })).resolves.toBeUndefined();
  });
});
