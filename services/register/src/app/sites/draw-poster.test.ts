import { describe, expect, it } from 'vitest';
import { namedEntrances } from '../../domain/entrance.ts';
import { aSite, inMemorySites } from '../testing.ts';
import { addressesAt, drawPosterHandler } from './draw-poster.ts';
import { SiteCatalogue } from './site-catalogue.ts';

const sites = new SiteCatalogue(inMemorySites(aSite({ entrances: namedEntrances(['Front', 'Cycle yard']) })));
const draw = drawPosterHandler({ sites, addresses: addressesAt('https://g.test/'), draw: (text) => text });

describe('a poster', () => {
  it('leads to the page where one signs in at the site', async () => {
    expect(await draw({ siteId: 'vw', entrance: '', logo: false })).toBe('https://g.test/?site=vw');
  });

  it.each(['Cycle yard', 'cycle-yard'])('names the entrance, which may be given as %s', async (entrance) => {
    expect(await draw({ siteId: 'vw', entrance, logo: false })).toBe('https://g.test/?site=vw&entrance=cycle-yard');
  });

  it('refuses an entrance that is not there', async () => {
    await expect(draw({ siteId: 'vw', entrance: 'Roof', logo: false })).rejects.toMatchObject({
      code: 'register.unknown_entrance',
    });
  });
});
