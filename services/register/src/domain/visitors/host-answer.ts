import type { Answer, Visitor, VisitorOutcome } from './visitor.ts';

/** The host says what happens. Nobody is reminded any more, unless the visitor is asked to wait. */
export function answer(visitor: Visitor, given: Answer, at: Date, remindAt: Date | undefined): VisitorOutcome {
  const { remindAt: _earlier, ...rest } = visitor;
  const next: Visitor = {
    ...rest,
    version: visitor.version + 1,
    answer: { answer: given, at },
    ...(given === 'later' && remindAt && { remindAt }),
  };
  return { next, facts: [{ type: 'host-answered', visitor: next, answer: given, at }] };
}

/** The host was reminded, once. */
export function reminded(visitor: Visitor): VisitorOutcome {
  const { remindAt: _done, ...rest } = visitor;
  return { next: { ...rest, version: visitor.version + 1 }, facts: [] };
}
