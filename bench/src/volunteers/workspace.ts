/** The sandbox's Slack workspace and Google, as their administrators change and watch them. */
export type Workspace = ReturnType<typeof workspaceOf>;

export type SlackCall = Readonly<{ method: string; at: string; channel?: string; user?: string; error?: string }>;

type Body = Readonly<Record<string, unknown>>;

export function workspaceOf(sandboxUrl: string) {
  const ask = async (verb: string, path: string, body?: Body): Promise<Response> => {
    const init = { method: verb, headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${sandboxUrl}/sandbox/${path}`, body ? { ...init, body: JSON.stringify(body) } : init);
    if (answer.ok) return answer;
    throw new Error(`the sandbox answered ${verb} ${path} with ${answer.status}: ${await answer.text()}`);
  };
  const asked = async <T>(path: string): Promise<T> => (await (await ask('GET', path)).json()) as T;
  return {
    /** People join, of whom nobody hears; answers their accounts in the same order. */
    join: async (emails: readonly string[]): Promise<readonly string[]> => {
      const users = emails.map((email) => ({ email, name: email.split('@')[0] }));
      const answer = await ask('POST', 'slack/users', { users, quiet: true });
      return ((await answer.json()) as { users: readonly { id: string }[] }).users.map(({ id }) => id);
    },
    /** The platform hears of it, by a signed event. */
    joinAloud: async (email: string): Promise<void> => {
      await ask('POST', 'slack/users', { email, name: email.split('@')[0] });
    },
    addChannels: async (names: readonly string[]): Promise<void> => {
      await ask('POST', 'slack/channels', { channels: names.map((name) => ({ name })), quiet: true });
    },
    putIn: async (channel: string, users: readonly string[]): Promise<void> => {
      await ask('POST', `slack/channels/${channel}/members`, { users, quiet: true });
    },
    membersOf: async (channel: string): Promise<readonly string[]> => {
      const { members } = await asked<{ members: readonly { id: string }[] }>(`slack/channels/${channel}/members`);
      return members.map(({ id }) => id);
    },
    users: async (): Promise<readonly Readonly<{ id: string; email: string }>[]> =>
      (await asked<{ users: readonly { id: string; email: string }[] }>('slack/users')).users,
    channels: async (): Promise<readonly Readonly<{ id: string; name: string }>[]> =>
      (await asked<{ channels: readonly { id: string; name: string }[] }>('slack/channels')).channels,
    addList: async (kind: 'groups' | 'folders', name: string): Promise<void> => {
      await ask('PUT', `google/${kind}/${name}`);
    },
    putOn: async (kind: 'groups' | 'folders', name: string, email: string): Promise<void> => {
      await ask('PUT', `google/${kind}/${name}/members/${email}`, {});
    },
    emailsOn: async (kind: 'groups' | 'folders', name: string): Promise<readonly string[]> =>
      (await asked<{ members: readonly { email: string }[] }>(`google/${kind}/${name}`)).members.map(
        ({ email }) => email,
      ),
    /** Every call of these providers takes so long from now on. */
    slowDown: async (delayMs: number): Promise<void> => {
      for (const provider of ['slack', 'google']) await ask('PUT', 'faults', { provider, delayMs });
    },
    slackCalls: async (method: string): Promise<readonly SlackCall[]> =>
      (await asked<{ calls: readonly SlackCall[] }>(`slack/calls?method=${method}`)).calls,
    /** How often each method of any provider was called. */
    callCounts: async (): Promise<Readonly<Record<string, number>>> => {
      const ofSlack = await asked<{ counts: Record<string, number> }>('slack/calls');
      return { ...ofSlack.counts, ...(await asked<{ counts: Record<string, number> }>('google/calls')).counts };
    },
    /** How many calls there were since they were forgotten, by provider. */
    countCalls: async (): Promise<Readonly<{ slack: number; google: number }>> => {
      const [slack, google] = [
        await asked<{ total: number }>('slack/calls'),
        await asked<{ total: number }>('google/calls'),
      ];
      return { slack: slack.total, google: google.total };
    },
    forgetCalls: async (): Promise<void> => {
      for (const provider of ['slack', 'google']) await ask('DELETE', `${provider}/calls`);
    },
  };
}
