import type { AccessRule } from '@guildhall/contracts';
import { anonymous, AppError, holds, type Principal } from '@guildhall/kernel';

/** Throws unless the contract lets this caller in. */
export function assertAccess(access: AccessRule, principal: Principal): void {
  if (access.kind === 'public') return;
  if (access.kind === 'internal') throw new AppError('not-found', 'gateway.not_found', 'There is nothing here.');
  if (principal.kind === 'anonymous') {
    throw new AppError('unauthenticated', 'gateway.unauthenticated', 'Sign in first.');
  }
  if ((access.kind === 'kiosk') !== (principal.kind === 'kiosk')) throw notForThisCaller(access.kind === 'kiosk');
  if (access.kind === 'kiosk' || access.kind === 'person' || holds(principal, access.permission)) return;
  throw new AppError('forbidden', 'gateway.missing_permission', `This needs the permission ${access.permission}.`, {
    details: { permission: access.permission },
  });
}

const notForThisCaller = (isForKiosks: boolean): AppError =>
  new AppError(
    'forbidden',
    'gateway.not_for_this_caller',
    isForKiosks ? 'Only a kiosk may do this.' : 'Only a person who is signed in may do this, and not a kiosk.',
  );

/** The same as a claim. */
export function isAllowed(access: AccessRule, holder: Readonly<{ principal: Principal }> | undefined): boolean {
  try {
    assertAccess(access, holder?.principal ?? anonymous);
    return true;
  } catch {
    return false;
  }
}
