import type { DescMethod } from '@bufbuild/protobuf';
import { create, type Message } from '@bufbuild/protobuf';
import { slackCommandOf } from '@guildhall/contracts';
import { SlackCommandSchema, type SlackReply, SlackReplySchema } from '@guildhall/contracts/guildhall/v1/slack';
import { AppError } from '@guildhall/kernel';
import { type Answer, jsonAnswer, noStore } from '../answer.ts';
import { checkSlack } from './slack-signature.ts';
import { formOf, malformedWebhook, type Webhook } from './webhook.ts';

type Deps = Readonly<{
  signingSecret: string;
  methods: readonly DescMethod[];
  ask: (method: DescMethod, request: Message) => Promise<Message>;
  realNow: () => number;
}>;

/** Slash commands, each answered by the method whose contract names it. */
export function slackWebhooks({ signingSecret, methods, ask, realNow }: Deps): readonly Webhook[] {
  const byCommand = commandsOf(methods);
  return [
    {
      path: 'slack/commands',
      check: (call) => checkSlack(call, signingSecret, realNow()),
      read: (call) => {
        const fields = formOf(call);
        // Slack tries our certificate now and then.
        if (fields.get('ssl_check') === '1') return { status: 204, headers: noStore, body: undefined };
        const command = fields.get('command') ?? '';
        if (!/^\/[\w-]{1,63}$/.test(command)) throw malformedWebhook('a command');
        const method = byCommand.get(command);
        if (!method) return said({ text: 'There is no such command here.', inChannel: false });
        return async () => said(await replyOf(ask, method, fields));
      },
    },
  ];
}

function commandsOf(methods: readonly DescMethod[]): ReadonlyMap<string, DescMethod> {
  const byCommand = new Map<string, DescMethod>();
  for (const method of methods) {
    const command = slackCommandOf(method);
    if (command === undefined) continue;
    const fits =
      method.input.typeName === SlackCommandSchema.typeName && method.output.typeName === SlackReplySchema.typeName;
    if (!fits || byCommand.has(command)) throw new Error(`${String(method)} cannot answer ${command}`);
    byCommand.set(command, method);
  }
  return byCommand;
}

type Reply = Pick<SlackReply, 'text' | 'inChannel'>;

/** Whoever typed a command is told what became of it: Slack would only show that it failed. */
async function replyOf(ask: Deps['ask'], method: DescMethod, fields: ReadonlyMap<string, string>): Promise<Reply> {
  const field = (name: string, longest: number): string => (fields.get(name) ?? '').slice(0, longest);
  const request = create(SlackCommandSchema, {
    command: field('command', 64),
    text: field('text', 3_000),
    userId: field('user_id', 64),
    channelId: field('channel_id', 64),
    teamId: field('team_id', 64),
  });
  try {
    return (await ask(method, request)) as SlackReply;
  } catch (error) {
    const isRefusal = error instanceof AppError && error.kind !== 'unavailable';
    const text = isRefusal ? error.message : 'That did not work just now. Please try again in a minute.';
    return { text, inChannel: false };
  }
}

const said = ({ text, inChannel }: Reply): Answer =>
  jsonAnswer(200, { response_type: inChannel ? 'in_channel' : 'ephemeral', text });
