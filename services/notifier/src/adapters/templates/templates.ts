import { AppError } from '@guildhall/kernel';
import type { Sealer } from '@guildhall/messaging';
import type { Templates } from '../../app/ports.ts';
import type { Channel, Order } from '../../domain/message.ts';
import { compiled, type Compiled, type Source, type Variables } from './compiled.ts';
import { templates as sources } from './gen/templates.ts';

type Sources = Readonly<Record<string, Readonly<Partial<Record<Channel, Source>>>>>;

type Deps = Readonly<{
  sealer: Pick<Sealer, 'open'>;
  /** Variables that every template may use. */
  standing: Variables;
}>;

/** The templates of this repository, filled with what a message brings. */
export function templates({ sealer, standing }: Deps): Templates {
  const known = compileAll(sources);
  const channels = new Map(Object.entries(sources).map(([key, of]) => [key, Object.keys(of) as Channel[]]));
  const prepare = (order: Order): Readonly<{ template: Compiled; values: Variables }> => {
    const template = known.get(`${order.template} ${order.channel}`);
    if (!template) {
      throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template for this channel.');
    }
    const values = { ...standing, ...order.variables, ...opened(order, sealer) };
    const missing = template.variables.filter((name) => !Object.hasOwn(values, name));
    if (missing.length > 0) {
      throw new AppError('invalid', 'notifier.missing_variables', `The template also needs ${missing.join(', ')}.`);
    }
    return { template, values };
  };
  return {
    check: (order) => void prepare(order),
    render: (order) => {
      const { template, values } = prepare(order);
      return template.contentFor(values);
    },
    channelsOf: (key) => {
      const found = channels.get(key);
      if (!found) throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template.');
      return found;
    },
  };
}

function compileAll(all: Sources): ReadonlyMap<string, Compiled> {
  const entries = Object.entries(all).flatMap(([key, channels]) =>
    Object.entries(channels).map(
      ([channel, source]) => [`${key} ${channel}`, compiled(channel as Channel, source)] as const,
    ),
  );
  return new Map(entries);
}

function opened({ sealed, idempotencyKey }: Order, sealer: Pick<Sealer, 'open'>): Variables {
  if (!sealed) return {};
  const values = open(sealed, idempotencyKey, sealer);
  if (typeof values !== 'object' || values === null) throw unsealable();
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function open(sealed: Uint8Array, context: string, sealer: Pick<Sealer, 'open'>): unknown {
  try {
    return sealer.open(sealed, context);
  } catch (cause) {
    throw unsealable(cause);
  }
}

const unsealable = (cause?: unknown): AppError =>
  new AppError('invalid', 'notifier.broken_seal', 'The sealed variables cannot be opened with our key.', { cause });
