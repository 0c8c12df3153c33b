import { judgementContract } from './judgement-contract.ts';
import type { MemoryPlace } from './memory-store.ts';
import { createMemoryPlace, createMemoryStore } from './memory-store.ts';
import { storeContract, type OpenStore } from './store-contract.ts';

const places = new Map<string, MemoryPlace>();

const open: OpenStore = async ({ place: name, worker, clock }) => {
  const place = places.get(name) ?? createMemoryPlace();
  places.set(name, place);
  return createMemoryStore({ worker, clock, place });
};

storeContract('memory', open);
judgementContract('memory', open);
