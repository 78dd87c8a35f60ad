import mongoose from 'mongoose';
import { emailOf } from './guild.ts';

type State = Readonly<Record<string, unknown>>;
type Stored = Readonly<{
  _id: string;
  version: number;
  state: State;
  outbox: readonly unknown[];
  saves: readonly number[];
}>;

const perWrite = 2_000;
const given = ['Ada', 'Ben', 'Chen', 'Dana', 'Eli', 'Femi', 'Gal', 'Hila', 'Ido', 'Jael', 'Kim', 'Lior', 'Maya', 'Noa'];
const families = [
  'Abadi',
  'Cohen',
  'Dahan',
  'Ezra',
  'Friedman',
  'Gabay',
  'Haddad',
  'Katz',
  'Levi',
  'Mizrahi',
  'Peretz',
];

export const nameOf = (number: number): Readonly<{ firstName: string; lastName: string }> => {
  const [firstName = '', lastName = ''] = [given[number % given.length], families[number % families.length]];
  return { firstName, lastName: `${lastName} ${String(number).padStart(6, '0')}` };
};

/** Stores many volunteers like one that is there, straight into its collection: with names, ids and accounts of their own. */
export async function cloneVolunteer(
  mongoUrl: string,
  like: string,
  clones: readonly Readonly<{ volunteerId: string; account: string }>[],
): Promise<void> {
  const connection = await mongoose.createConnection(mongoUrl).asPromise();
  try {
    const volunteers = connection.useDb('guildhall_volunteers').collection<Stored>('volunteers');
    const original = await volunteers.findOne({ 'state.volunteerId': like });
    if (!original) throw new Error(`there is no volunteer ${like} to be like`);
    const documents = clones.map(({ volunteerId, account }, number) => copyOf(original, number, volunteerId, account));
    for (let from = 0; from < documents.length; from += perWrite) {
      await volunteers.insertMany(documents.slice(from, from + perWrite), { ordered: false });
    }
  } finally {
    await connection.close();
  }
}

function copyOf({ version, state }: Stored, number: number, volunteerId: string, account: string): Stored {
  const { firstName, lastName } = nameOf(number);
  const words = [...`${firstName} ${lastName}`.toLowerCase().split(' '), emailOf(volunteerId), volunteerId];
  const named = { volunteerId, email: emailOf(volunteerId), firstName, lastName, slackUserId: account };
  const found = { sortName: `${lastName} ${firstName}`.toLowerCase(), prefixes: words };
  return { _id: `clone-${volunteerId}`, version, state: { ...state, ...named, ...found }, outbox: [], saves: [] };
}
