import { describe, expect, it } from 'vitest';
import { ChallengeSchema, CreateChallengeRequestSchema, PersonSchema } from './gen/identity/v1/service_pb.ts';
import { DeclarationSchema, UpdateSiteRequestSchema } from './gen/register/v1/service_pb.ts';
import { isProse, rulesOf, textRulesOf } from './rules.ts';

describe('the rules of a field', () => {
  it('are those of its contract', () => {
    expect(rulesOf(UpdateSiteRequestSchema.field.site)?.required).toBe(true);
    expect(rulesOf(CreateChallengeRequestSchema.field.method)?.type).toMatchObject({
      case: 'enum',
      value: { notIn: [0, 3] },
    });
  });

  it('are none where the contract says nothing', () => {
    expect(rulesOf(ChallengeSchema.field.expiresAt)).toBeUndefined();
  });
});

describe('the rules of a text', () => {
  it('are found in fields, and in lists of them', () => {
    expect(textRulesOf(CreateChallengeRequestSchema.field.value)).toMatchObject({ minLen: 1n, maxLen: 254n });
    expect(textRulesOf(PersonSchema.field.roles)).toMatchObject({ minLen: 1n, maxLen: 64n });
    expect(textRulesOf(PersonSchema.field.kind)).toBeUndefined();
    expect(textRulesOf(PersonSchema.field.flags)).toBeUndefined();
  });

  it('let long ones be prose, with lines', () => {
    expect(isProse(DeclarationSchema.field.text)).toBe(true);
    expect(isProse(PersonSchema.field.firstName)).toBe(false);
    expect(isProse(ChallengeSchema.field.challengeId)).toBe(false);
  });
});
