import type { Visitor, VisitorOutcome } from './visitor.ts';

/** Takes out everything that says who it was; what happened when stays. */
export function eraseVisitor(visitor: Visitor): VisitorOutcome {
  const { photoId: _photo, overrideReason: _reason, eraseAt: _due, ...rest } = visitor;
  const blank = { name: '', company: '', email: '', phone: '', vehicle: '', purpose: '', hostName: '' };
  const acceptances = visitor.acceptances.map(({ signatureId: _signature, ...one }) => one);
  return {
    next: { ...rest, ...blank, version: visitor.version + 1, acceptances, watched: false, erased: true },
    facts: [],
  };
}
