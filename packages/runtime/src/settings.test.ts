import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { onOff, port, ProcessSettings, secretKey, settings, SettingsError } from './settings.ts';

const problemsOf = (schema: z.ZodObject, env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    settings(schema, env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
};

describe('settings', () => {
  it('are typed and carry their defaults', () => {
    const schema = z.object({ PORT: port(8080), SANDBOX: onOff(false) });

    expect(settings(schema, { PORT: '9000', SANDBOX: 'on' })).toEqual({ PORT: 9000, SANDBOX: true });
    expect(['true', 'false'].map((SANDBOX) => settings(schema, { SANDBOX }).SANDBOX)).toEqual([true, false]);
    expect(settings(schema, { PORT: '' })).toEqual({ PORT: 8080, SANDBOX: false });
  });

  it('name everything that is wrong at once', () => {
    const problems = problemsOf(ProcessSettings, { LOG_LEVEL: 'loud', HEALTH_PORT: '99999', NATS_URL: 'nats://b' });

    expect(problems.map((problem) => problem.split(':')[0]).toSorted()).toEqual([
      'HEALTH_PORT',
      'LOG_LEVEL',
      'MONGO_URL',
    ]);
  });

  it('never repeat a value, which may be a secret', () => {
    const problems = problemsOf(z.object({ SEALING_KEY: secretKey() }), { SEALING_KEY: 'hunter2' });

    expect(problems).toEqual(['SEALING_KEY: must be 32 bytes in base64url']);
  });

  it('read keys as bytes', () => {
    const key = Buffer.alloc(32, 7);

    expect(settings(z.object({ KEY: secretKey() }), { KEY: key.toString('base64url') }).KEY).toEqual(
      new Uint8Array(key),
    );
  });
});
