import { anonymous, type Principal } from '@guildhall/kernel';
import { expect, it } from 'vitest';
import { isAllowed } from './access.ts';

const who = (kind: Principal['kind'], permissions: readonly string[] = []) => ({
  principal: { ...anonymous, kind, permissions },
});
const callers = [
  undefined,
  who('session'),
  who('token', ['probe.read']),
  who('app'),
  who('kiosk'),
  who('service', ['*']),
];

it.each([
  [{ kind: 'public' }, [true, true, true, true, true, true]],
  [{ kind: 'person' }, [false, true, true, true, false, true]],
  [{ kind: 'permission', permission: 'probe.read' }, [false, false, true, false, false, true]],
  [{ kind: 'kiosk' }, [false, false, false, false, true, false]],
  [{ kind: 'internal' }, [false, false, false, false, false, false]],
] as const)('%j lets in nobody, a session, a holder, an app, a kiosk, a process: %j', (access, allowed) => {
  expect(callers.map((caller) => isAllowed(access, caller))).toEqual(allowed);
});
