import { systemClock } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { type Addition, recipientOf, Workspace } from './workspace.ts';

describe('the workspace', () => {
  it('makes a channel the first time it is wanted, and remembers it once', () => {
    const remembered: Addition[] = [];
    const workspace = new Workspace('example.org', systemClock, (addition) => remembered.push(addition));
    expect(workspace.find('#north')).toBeUndefined();
    const { id } = workspace.channel('north');
    expect(workspace.channel('north').id).toBe(id);
    expect(remembered).toEqual([{ channel: 'north' }]);
  });

  it('has the same ids after a restart', () => {
    const [one, other] = [new Workspace('example.org', systemClock), new Workspace('example.org', systemClock)];
    const member = one.memberByEmail('ada@example.org');
    other.restore({ channel: 'north' });
    other.restore({ directWith: 'ada@example.org' });
    expect(other.find('#north')).toEqual(one.channel('north'));
    expect(other.member(member?.id ?? '')).toEqual(member);
  });

  it('counts everyone of its domain as a member, and nobody else', () => {
    const workspace = new Workspace('example.org', systemClock);
    expect(workspace.memberByEmail(' Ada@EXAMPLE.org ')?.email).toBe('ada@example.org');
    expect(workspace.memberByEmail('ada@notexample.org')).toBeUndefined();
    expect(workspace.memberByEmail('')).toBeUndefined();
  });

  it('names a direct message by the address of the member', () => {
    const workspace = new Workspace('example.org', systemClock);
    const member = workspace.memberByEmail('ada@example.org');
    expect(member && recipientOf(workspace.direct(member))).toBe('ada@example.org');
  });

  it('numbers messages upwards even when the clock goes back', () => {
    let now = new Date('2030-01-02T00:00:00Z');
    const workspace = new Workspace('example.org', { now: () => now });
    const first = workspace.nextTs();
    now = new Date('2030-01-01T00:00:00Z');
    const second = workspace.nextTs();
    expect([first, second]).toEqual(['1893542400.000000', '1893542400.000001']);
  });
});
