import { trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { activeTraceparent, contextOf, remoteSpan, traceparentOf } from './telemetry.ts';

const traceparent = `00-${'1f'.repeat(16)}-${'2e'.repeat(8)}-01`;

describe('a trace on its way', () => {
  it('arrives as it left', () => {
    const remote = remoteSpan(traceparent);
    expect(remote).toEqual({ traceId: '1f'.repeat(16), spanId: '2e'.repeat(8), traceFlags: 1, isRemote: true });
    expect(traceparentOf(remote && trace.getSpan(contextOf(remote)))).toBe(traceparent);
  });

  it.each(['', 'rubbish', `01-${'1f'.repeat(16)}-${'2e'.repeat(8)}-01`, `00-${'0'.repeat(32)}-${'2e'.repeat(8)}-01`])(
    'is not read from %j',
    (text) => expect(remoteSpan(text)).toBeUndefined(),
  );

  it('is empty where nobody traces', () => {
    expect(activeTraceparent()).toBe('');
    expect(traceparentOf(undefined)).toBe('');
  });
});
