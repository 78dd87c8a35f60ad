import { visitorNotApproved } from './refusals.ts';

/** Whether somebody else has to agree before a visitor is invited. */
export type Approval = Readonly<{
  state: 'pending' | 'approved' | 'refused';
  byId?: string;
  at?: Date;
  /** Empty where none was given. */
  reason?: string;
}>;

export type ApprovalRule = 'off' | 'needed';

type Approvable = Readonly<{ approval?: Approval }>;

export const isPending = ({ approval }: Approvable): boolean => approval?.state === 'pending';

/** Whom the desk announces for nobody in particular, it has agreed to already: nobody else is there to ask. */
export const approvalOf = (rule: ApprovalRule, hostId: string): Approval | undefined =>
  rule === 'needed' && hostId ? { state: 'pending' } : undefined;

/** Refuses whoever is not agreed to yet. */
export function checkApproved(visitor: Approvable): void {
  if (isPending(visitor)) throw visitorNotApproved();
}
