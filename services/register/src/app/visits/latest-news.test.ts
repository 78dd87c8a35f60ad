import { expect, it } from 'vitest';
import { latestNews } from './latest-news.ts';

it('knows what is later, whatever comes first', () => {
  const news = latestNews(2);
  expect(news.learn('v1', 3, undefined)).toBe(true);
  expect(news.learn('v1', 2, 'ada')).toBe(false);
  expect([news.isOld('v1', 2), news.isOld('v1', 3), news.isOld('v2', 1)]).toEqual([true, false, false]);
  expect(news.ownerOf('v1')).toBeUndefined();
});

it('knows whose a visit is', () => {
  const news = latestNews(2);
  news.learn('v1', 2, 'ada');
  news.learn('v1', 3, 'bob');
  expect(news.ownerOf('v1')).toBe('bob');
});

it('forgets the oldest first', () => {
  const news = latestNews(2);
  for (const [id, version] of [
    ['v1', 2],
    ['v2', 2],
    ['v1', 3],
    ['v3', 2],
  ] as const)
    news.learn(id, version, 'ada');
  expect(['v1', 'v2', 'v3'].map((id) => news.isOld(id, 1))).toEqual([true, false, true]);
});
