import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Direction } from '@guildhall/contracts/register/v1/events';
import type { KioskEvent, KioskService, OfflineArrival as ProtoArrival } from '@guildhall/contracts/register/v1/kiosks';
import { AppError } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { OfflineArrival } from '../../app/kiosks/offline-visitors.ts';
import type { DeviceEvent, Subject } from '../../app/kiosks/sync-events.ts';
import type { Kiosk } from '../../domain/kiosks/kiosk.ts';
import { isVisitorId } from '../../domain/visitors/visitor.ts';
import type { KioskHandlers } from './kiosk.handlers.ts';
import { directionOf, resultToProto } from './kiosk.mapping.ts';
import { acceptancesOf, walkInOf } from './visitor.mapping.ts';

type Some = Partial<Implementation<typeof KioskService>>;

/** What devices hand in afterwards. */
export const syncMethods = (handlers: KioskHandlers) =>
  ({
    syncKiosk: async ({ events }, call) => {
      const kiosk = await handlers.device(call.principal.sessionId);
      const entrance = await handlers.entrance(kiosk);
      const read = await Promise.all(events.map((event) => readEvent(handlers, kiosk, entrance, event)));
      const results = await handlers.sync({ siteId: kiosk.siteId, events: read.map(({ event }) => event) });
      const arrivals = new Map(read.map(({ event, arrival }) => [event.id, arrival]));
      for (const { id, visitorId, outcome } of results) {
        const isKept = outcome === 'applied' || outcome === 'repeated';
        if (isKept && isVisitorId(visitorId)) await handlers.followVisit(visitorId, arrivals.get(id));
      }
      return { results: results.map(resultToProto) };
    },
    recordBadgeEvents: async ({ events }, call) => {
      const kiosk = await handlers.device(call.principal.sessionId, ['kiosk', 'door']);
      const own = await handlers.entrance(kiosk);
      const read = await Promise.all(
        events.map(async ({ id, badgeId, reader, at, direction }): Promise<DeviceEvent> => {
          const when = at ? timestampDate(at) : new Date(0);
          const entrance = reader ? (await handlers.entrance({ ...kiosk, entrance: reader })) || own : own;
          const about = { badgeId, kioskId: kiosk.id, siteId: kiosk.siteId, eventId: id, at: when };
          const what = directionOf(direction) ?? 'tap';
          const key = handlers.eventKey(kiosk.id, id);
          return { id, key, at: when, what, entrance, subject: () => handlers.readBadge(about) };
        }),
      );
      const results = await handlers.sync({ siteId: kiosk.siteId, events: read });
      return { results: results.map(resultToProto) };
    },
  }) satisfies Some;

type Read = Readonly<{ event: DeviceEvent; arrival?: OfflineArrival }>;
type Place = Readonly<{ kiosk: Kiosk; own: string }>;

async function readEvent(handlers: KioskHandlers, kiosk: Kiosk, own: string, event: KioskEvent): Promise<Read> {
  const { id, what } = event;
  const at = event.at ? timestampDate(event.at) : new Date(0);
  const of = (direction: DeviceEvent['what'], subject: DeviceEvent['subject'], entrance = own): DeviceEvent => ({
    id,
    key: handlers.eventKey(kiosk.id, id),
    at,
    what: direction,
    entrance,
    subject,
  });
  switch (what.case) {
    case 'pin': {
      const { number, pin, direction } = what.value;
      return { event: of(direction === Direction.OUT ? 'out' : 'in', () => personOf(handlers, number, pin)) };
    }
    case 'badge': {
      const read = { badgeId: what.value.badgeId, kioskId: kiosk.id, siteId: kiosk.siteId, eventId: id, at };
      return { event: of(directionOf(what.value.direction) ?? 'tap', () => handlers.readBadge(read)) };
    }
    case 'arrival': {
      const { arrival, entrance } = await readArrival(handlers, { kiosk, own }, { id, at }, what.value);
      return { event: of('in', () => handlers.arrivedOffline(arrival), entrance), arrival };
    }
    case 'departure': {
      const came = handlers.eventKey(kiosk.id, what.value.arrivalEventId);
      return { event: of('out', () => handlers.departedOffline(kiosk.siteId, what.value.visitorId, came)) };
    }
    default:
      return { event: of('in', () => Promise.reject(nothingHappened())) };
  }
}

async function readArrival(
  handlers: KioskHandlers,
  { kiosk, own }: Place,
  event: Pick<DeviceEvent, 'id' | 'at'>,
  given: ProtoArrival,
) {
  const { visitorId, walkIn, vehicle, entrance } = given;
  const { id, siteId } = kiosk;
  const arrival: OfflineArrival = {
    siteId,
    eventKey: handlers.eventKey(id, event.id),
    at: event.at,
    visitorId,
    walkIn: walkIn && walkInOf(walkIn),
    vehicle,
    acceptances: acceptancesOf(given.acceptances),
  };
  return { arrival, entrance: (entrance && (await handlers.entrance({ siteId, entrance }))) || own };
}

async function personOf({ pins }: KioskHandlers, number: string, pin: string): Promise<Subject> {
  const { personId, displayName } = await pins.find(number, pin);
  return { id: personId, displayName, kind: 'person' };
}

const nothingHappened = (): AppError =>
  new AppError('invalid', 'register.empty_event', 'The event says neither pin, badge, arrival nor departure.');
