import type { MemoryPlace } from './memory-store.ts';
import { createMemoryPlace, createMemoryStore } from './memory-store.ts';
import { storeContract } from './store-contract.ts';

const places = new Map<string, MemoryPlace>();

storeContract('memory', async ({ place: name, worker, clock }) => {
  const place = places.get(name) ?? createMemoryPlace();
  places.set(name, place);
  return createMemoryStore({ worker, clock, place });
});
