import { type Answer, jsonAnswer } from './answer.ts';

export type Check = Readonly<{ name: string; test: () => Promise<void> | void }>;

/** `/livez` and `/readyz` on the public port, for whoever stands in front. */
export function health(checks: readonly Check[]) {
  const missing = async (): Promise<string[]> => {
    const results = await Promise.allSettled(checks.map(async ({ test }) => test()));
    return checks.filter((_, index) => results[index]?.status === 'rejected').map(({ name }) => name);
  };
  return async (path: string): Promise<Answer | undefined> => {
    if (path === '/livez') return jsonAnswer(200, { status: 'alive' });
    if (path !== '/readyz') return undefined;
    const lacking = await missing();
    if (lacking.length === 0) return jsonAnswer(200, { status: 'ready' });
    return jsonAnswer(503, { status: 'not ready', missing: lacking });
  };
}
