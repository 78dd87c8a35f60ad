/** The drawers of this device's own store. */
export type Drawer = 'memory' | 'marks' | 'kiosk-events' | 'kiosk-people' | 'keys';

export type Thing = Readonly<{ id: string }>;

const drawers: readonly Drawer[] = ['memory', 'marks', 'kiosk-events', 'kiosk-people', 'keys'];

/** Stands in where the browser gives no store, as in some private windows: kept until the page is closed. */
const memory = new Map<Drawer, Map<string, Thing>>();

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const request = indexedDB.open('guildhall', 2);
  request.addEventListener('upgradeneeded', () => {
    const known = request.result.objectStoreNames;
    for (const drawer of drawers.filter((one) => !known.contains(one))) {
      request.result.createObjectStore(drawer, { keyPath: 'id' });
    }
  });
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error ?? new Error('the store cannot be opened')));
  return promise;
}

const isThere = (): boolean => typeof indexedDB !== 'undefined';

async function within<T>(
  drawer: Drawer,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  opened ??= open();
  const database = await opened;
  const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
  const transaction = database.transaction(drawer, mode);
  const request = work(transaction.objectStore(drawer));
  transaction.addEventListener('complete', () => resolve(request?.result));
  transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the store is full')));
  return promise;
}

const inMemory = (drawer: Drawer): Map<string, Thing> => {
  const things = memory.get(drawer) ?? new Map<string, Thing>();
  memory.set(drawer, things);
  return things;
};

/** Everything in a drawer, by id: what was kept first comes first where ids are ULIDs. */
export async function all<T extends Thing>(drawer: Drawer): Promise<readonly T[]> {
  if (isThere()) return ((await within(drawer, 'readonly', (store) => store.getAll())) ?? []) as readonly T[];
  return [...inMemory(drawer).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly T[];
}

export async function find<T extends Thing>(drawer: Drawer, id: string): Promise<T | undefined> {
  if (!isThere()) return inMemory(drawer).get(id) as T | undefined;
  return (await within(drawer, 'readonly', (store) => store.get(id) as IDBRequest<T | undefined>)) ?? undefined;
}

/** Resolves once it is kept over a restart of the browser. */
export async function keep(drawer: Drawer, thing: Thing): Promise<void> {
  if (isThere()) await within(drawer, 'readwrite', (store) => store.put(thing));
  else inMemory(drawer).set(thing.id, thing);
}

export async function drop(drawer: Drawer, ids: readonly string[]): Promise<void> {
  if (!isThere()) return ids.forEach((id) => inMemory(drawer).delete(id));
  await within(drawer, 'readwrite', (store) => {
    for (const id of ids) store.delete(id);
    return undefined;
  });
}

export async function empty(drawer: Drawer): Promise<void> {
  if (!isThere()) return void memory.delete(drawer);
  await within(drawer, 'readwrite', (store) => store.clear());
}
