import type { Order } from '../../domain/message.ts';
import type { Recipient } from '../../domain/reach.ts';
import { isCritical } from '../../domain/rules/critical.ts';
import { ORGANISATION, type Wishes, wishesOf } from '../../domain/rules/preferences.ts';
import { ruleOn } from '../../domain/rules/ruling.ts';
import type { Admission } from '../../domain/rules/throttle.ts';
import type { Recipients } from '../ports.ts';
import type { Admit } from './admit-messages.ts';
import type { MarkOf, PreferenceRepository, RuleInput, Rules, SuppressionRepository } from './ports.ts';

type Deps = Readonly<{
  preferences: Pick<PreferenceRepository, 'find'>;
  suppressions: Pick<SuppressionRepository, 'find'>;
  recipients: Pick<Recipients, 'findMany'>;
  admit: Admit;
  markOf: MarkOf;
}>;

/** Reads what the rules look at, for all messages at once, and asks the domain. */
export function rules(deps: Deps): Rules {
  const { suppressions, admit, markOf } = deps;
  return {
    of: async (inputs, at) => {
      const people = await unknownPeople(deps, inputs);
      const found = await Promise.all(
        inputs.map(async ({ order, recipient, ...rest }) => {
          const known = recipient ?? (order.personId ? people.get(order.personId) : undefined);
          const [suppression, wishes] = await Promise.all([
            suppressions.find(markOf(order.channel, order.to)),
            wishesFor(deps, order, known),
          ]);
          return { order, ...rest, circumstances: { suppression, wishes, isGathered: rest.isGathered ?? false } };
        }),
      );
      // Counted is what would go now, or wait for no more than an hour of the day.
      const isSent = ({ order, circumstances }: (typeof found)[number]): boolean => {
        if (!order.throttle || isCritical(order)) return false;
        const ruling = ruleOn(order, circumstances, at);
        return ruling.kind !== 'drop' && !(ruling.kind === 'hold' && ruling.why === 'schedule');
      };
      const throttled = found.filter(isSent).filter(({ isGathered }) => !isGathered);
      const admissions = throttled.length > 0 ? await admit(throttled, at) : new Map<string, Admission>();
      return found.map(({ id, order, circumstances }) =>
        ruleOn(order, { ...circumstances, admission: admissions.get(id) }, at),
      );
    },
  };
}

/** Of those whom nobody has read yet. */
function unknownPeople({ recipients }: Deps, inputs: readonly RuleInput[]): ReturnType<Recipients['findMany']> {
  const ids = inputs.flatMap(({ order, recipient }) =>
    order.personId && !recipient && !isCritical(order) ? [order.personId] : [],
  );
  return ids.length > 0 ? recipients.findMany([...new Set(ids)]) : Promise.resolve(new Map<string, Recipient>());
}

/** Undefined for what nobody's wishes are asked about. */
async function wishesFor(deps: Deps, order: Order, recipient: Recipient | undefined): Promise<Wishes | undefined> {
  const { preferences, markOf } = deps;
  if (isCritical(order)) return undefined;
  if (order.personId) {
    const id = recipient?.survivorId ?? order.personId;
    const [own, organisation] = await Promise.all([preferences.find(id), preferences.find(ORGANISATION)]);
    return wishesOf(own, organisation, recipient?.timeZone);
  }
  // Whoever has an address only can say no to a mail: the organisation's own ways are for its people.
  const own = order.channel === 'email' && (await preferences.find(markOf(order.channel, order.to)));
  return own ? wishesOf(own) : undefined;
}
