import { describe, expect, it } from 'vitest';
import { outcomeFrom } from './vitest.ts';

const report = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 0, success: true };

describe('what a test run says', () => {
  it('is right when everything passed', () => {
    expect(outcomeFrom(report, 0)).toMatchObject({ ok: true, passed: 10, failed: 0 });
  });

  it('is wrong when a test failed', () => {
    expect(outcomeFrom({ ...report, numFailedTests: 2, success: false }, 1)).toMatchObject({ ok: false, failed: 2 });
  });

  it('is wrong when a test was skipped: it never skips', () => {
    expect(outcomeFrom({ ...report, numPendingTests: 1 }, 0)).toMatchObject({ ok: false, failed: 1 });
  });

  it('is wrong when a file could not be loaded', () => {
    expect(outcomeFrom({ ...report, success: false }, 1).ok).toBe(false);
  });

  it('is wrong when there is no report', () => {
    expect(outcomeFrom(undefined, 1)).toMatchObject({ ok: false });
  });
});
