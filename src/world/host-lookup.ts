import type { WorldFile, WorldHost, WorldState } from '../core/world-state.ts';
import { ownValue } from '../util/own-value.ts';

/** Why a host or file could not be found, in words for the subject. */
export interface Missing {
  readonly missing: string;
}

export function findHost(state: WorldState, address: string): WorldHost | Missing {
  const wanted = address.trim();
  const host = ownValue(state.hosts, wanted) ?? Object.values(state.hosts).find(({ label }) => label === wanted);
  return host ?? { missing: `There is no host ${address}. Known hosts: ${Object.keys(state.hosts).join(', ')}.` };
}

export function findFile(state: WorldState, address: string, path: string): { host: WorldHost; file: WorldFile } | Missing {
  const host = findHost(state, address);
  if ('missing' in host) return host;
  const file = ownValue(host.files, path) ?? Object.values(host.files).find((candidate) => baseName(candidate.path) === path);
  return file ? { host, file } : { missing: `There is no file ${path} on ${host.address}.` };
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A path as typed: a bare name stands in the folder of `beside`. */
export function resolvePath(typed: string, beside: string): string {
  return typed.includes('/') ? typed : `${folderOf(beside)}${typed}`;
}
