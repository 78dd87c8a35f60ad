import mongoose, { mongo, Schema } from 'mongoose';
import { sayReady, servers } from '../src/processes/child.ts';
import { listen, stockExpress } from '../src/processes/express-app.ts';

// The application that one would write without all this: Express, mongoose, the same store with the same durability. It
// has no session (the caller's word is taken), keeps no audit, counts nobody and tells nobody.

interface Mark {
  at: Date;
  via: string;
  ip: string;
  userAgent: string;
}

interface Visit {
  personId: string;
  displayName: string;
  siteId: string;
  date: string;
  open: boolean;
  in: Mark;
  out?: Mark;
  entrance?: string;
}

const mark = { at: Date, via: String, ip: String, userAgent: String };
const schema = new Schema<Visit>({
  personId: { type: String, required: true },
  displayName: String,
  siteId: { type: String, required: true, maxLength: 40 },
  date: String,
  open: { type: Boolean, default: true },
  in: mark,
  out: mark,
  entrance: { type: String, maxLength: 60 },
});
schema.index({ siteId: 1, personId: 1 }, { unique: true, partialFilterExpression: { open: true } });
schema.index({ siteId: 1, date: 1 });
schema.index({ personId: 1, date: 1 });

const { mongoUrl } = servers();
const writeConcern = { w: 'majority', journal: true } as const;
await mongoose.connect(mongoUrl, {
  dbName: 'bench_plain',
  writeConcern,
  readConcernLevel: 'majority',
  maxPoolSize: 100,
});
const visits = mongoose.model<Visit>('Visit', schema);
await visits.init();

const person = ({ personId, displayName, entrance }: Visit) => ({ personId, displayName, entrance });

const app = stockExpress();
const markOf = (userAgent = '') => ({ at: new Date(), via: 'web', ip: '127.0.0.1', userAgent });

app.post('/api/register/me/sign-in', async ({ body, headers }, response) => {
  const personId = String(headers['x-person']);
  const { siteId, entrance } = body as { siteId: string; entrance: string };
  const at = markOf(headers['user-agent']);
  try {
    const date = at.at.toISOString().slice(0, 10);
    const visit = await visits.create({ personId, displayName: 'Ada Lovelace', siteId, date, in: at, entrance });
    response.json({ visitId: visit.id, changed: true, at: at.at });
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== 11_000) throw error;
    response.json({ changed: false, at: at.at });
  }
});

app.post('/api/register/me/sign-out', async ({ body, headers }, response) => {
  const personId = String(headers['x-person']);
  const { siteId } = body as { siteId: string };
  const out = markOf(headers['user-agent']);
  const closed = await visits.findOneAndUpdate({ siteId, personId, open: true }, { $set: { open: false, out } });
  response.json({ visitId: closed?.id, changed: closed !== null, at: out.at });
});

app.get('/api/register/sites/:siteId/presence', async ({ params }, response) => {
  const { siteId } = params;
  const inside = await visits.find({ siteId, open: true }).lean();
  const people = inside
    .map((visit) => ({ ...person(visit), since: visit.in.at, visitId: visit._id }))
    .sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
  response.json({ people, count: people.length, now: new Date() });
});

sayReady(await listen(app));
