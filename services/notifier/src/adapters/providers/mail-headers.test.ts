import { expect, it } from 'vitest';
import { mailHeaders } from './mail-headers.ts';

it('are none where there is nothing to say', () => {
  expect(mailHeaders({ to: 'ada@example.org' })).toEqual({});
});

it('let a mail program say no with one press', () => {
  expect(mailHeaders({ to: 'ada@example.org', unsubscribeUrl: 'https://guildhall.example/u/1' })).toEqual({
    'List-Unsubscribe': '<https://guildhall.example/u/1>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
});

it('make one conversation of the mails with one key to one reader', () => {
  const [one, again] = [1, 2].map(() => mailHeaders({ to: 'ada@example.org', threadKey: 'case 7' }));
  const { References: root } = one!;

  expect(again).toEqual(one);
  expect(root).toMatch(/^<thread\.[0-9a-f]{32}@guildhall>$/);
  expect(one).toMatchObject({ 'In-Reply-To': root });
  expect(mailHeaders({ to: 'bob@example.org', threadKey: 'case 7' })['References']).not.toBe(root);
});
