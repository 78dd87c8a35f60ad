import { administrator } from '../platform/people.ts';
import { content } from '../platform/http.ts';
import { clock } from '../platform/sandbox.ts';
import { unique } from '../platform/unique.ts';
import { always, forAll, type Thing } from './thing.ts';

/** A review; where one goes on already, that one. */
export async function anyReview(): Promise<string> {
  const { device } = await administrator();
  content(await device.call('POST', '/api/volunteers/reviews', { body: {} }), 202, 409);
  type Reviews = Readonly<{ reviews: readonly Readonly<{ reviewId: string }>[] }>;
  const { reviews } = content(await device.call<Reviews>('GET', '/api/volunteers/reviews'));
  return reviews[0]?.reviewId ?? 'none';
}

async function opportunity(): Promise<string> {
  const { device } = await administrator();
  const place = { area: 'e2e', district: 'e2e', branch: unique() };
  content(await device.call('POST', '/api/volunteers/locations', { body: place }), 201);
  const body = { title: unique(), ...place, published: true };
  type Made = Readonly<{ opportunityId: string }>;
  return content(await device.call<Made>('POST', '/api/volunteers/opportunities', { body }), 201).opportunityId;
}

/** One that is for tomorrow. */
async function shift(): Promise<string> {
  const { device } = await administrator();
  const [path, now] = [`/api/volunteers/opportunities/${await opportunity()}/shifts`, await clock.now()];
  const inHours = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const body = { startsAt: inHours(24), endsAt: inHours(26), capacity: 2 };
  return content(await device.call<Readonly<{ shiftId: string }>>('POST', path, { body }), 201).shiftId;
}

/** What the paths of applications, reviews and shifts name. */
export const governanceThings: Readonly<Record<string, Thing>> = {
  // It is only posted to.
  applicationId: always('none'),
  reviewId: forAll(anyReview),
  opportunityId: forAll(opportunity),
  shiftId: forAll(shift),
};
