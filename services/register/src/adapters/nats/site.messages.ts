import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { SiteFact } from '../../domain/site.ts';

export const siteMessage = ({ site, at }: SiteFact): Envelope =>
  fact(SiteChangedSchema, site, at, {
    siteId: site.id,
    name: site.name,
    timeZone: site.timeZone,
    at: timestampFromDate(at),
  });
