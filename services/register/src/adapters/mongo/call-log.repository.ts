import { type Connection, type Model, mongo, Schema } from 'mongoose';
import type { CallLog, CallNews } from '../../app/evacuation/ports.ts';
import type { CallDelivery } from '../../domain/evacuation/delivery.ts';

type Row = Omit<CallDelivery, 'messageId' | 'channel' | 'contactId'> & {
  _id: string;
  incidentId: string;
  channel?: string;
  contactId?: string;
};

const schema = new Schema<Row>(
  {
    _id: String,
    incidentId: String,
    entryId: String,
    turn: Number,
    channel: String,
    contactId: String,
    sentAt: Date,
    deliveredAt: Date,
    failedAt: Date,
    answeredAt: Date,
    reason: String,
  },
  { collection: 'incident_calls', versionKey: false, strict: 'throw' },
);
// What became of the messages of an incident.
schema.index({ incidentId: 1 }, { name: 'by_incident' });

const duplicateKey = 11_000;
const attempts = 3;
const oneBatch = 100_000;

export const callModel = (connection: Connection): Model<Row> => connection.model<Row>('IncidentCall', schema);

/**
 * One document for each message; each news sets a field of its own, so that order and repeats change nothing.
 */
export const callLog = (calls: Model<Row>): CallLog => ({
  record: async (news) => {
    if (news.length === 0) return;
    const writes = news.map(upsert);
    for (let attempt = 1; ; attempt++) {
      try {
        await calls.bulkWrite(writes, { ordered: false });
        return;
      } catch (error) {
        // Two processes made the same document at once: now it is there.
        const isTaken = error instanceof mongo.MongoBulkWriteError && error.code === duplicateKey;
        if (!isTaken || attempt === attempts) throw error;
      }
    }
  },
  of: async (incidentId) => {
    const found = await calls.find({ incidentId }).batchSize(oneBatch).lean<Row[]>();
    return found.map(deliveryOf);
  },
  those: async (messageIds) => {
    const found = await calls.find({ _id: { $in: [...messageIds] } }).lean<Row[]>();
    return found.map(deliveryOf);
  },
});

const deliveryOf = ({ _id, incidentId: _known, channel = '', contactId = '', ...call }: Row): CallDelivery => ({
  ...call,
  channel,
  contactId,
  messageId: _id,
});

function upsert({ messageId, what, at, reason, channel, contactId, ...where }: CallNews) {
  // An answer does not say by which channel it came: what is known stays.
  const told = { ...(channel && { channel }), ...(contactId && { contactId }), ...(reason && { reason }) };
  const change = { ...where, ...told, [`${what}At`]: at };
  return { updateOne: { filter: { _id: messageId }, update: { $set: change }, upsert: true } };
}
