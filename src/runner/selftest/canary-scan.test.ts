import { describe, expect, it } from 'vitest';
import type { Act, MadeFile } from '../../core/act.ts';
import type { WorldState } from '../../core/world-state.ts';
import { emptyWorldState, SCRIPTED_NOW } from '../../testing/scripted-scene.ts';
import { CanaryScan } from './canary-scan.ts';

const [OLD, KEPT] = ['10.0.0.1', '10.0.0.2'];
const host = (address: string, role: 'condemned' | 'named', paths: Readonly<Record<string, string>>) => ({
  address,
  label: address,
  role,
  users: [],
  deletionQueue: [],
  files: Object.fromEntries(
    Object.entries(paths).map(([path, object]) => [path, { path, object, owner: '', modified: SCRIPTED_NOW, summary: '' }]),
  ),
});
const object = (id: string, sizeBytes: number) => ({ id, role: 'clutter', sizeBytes, origin: { how: 'original' } }) as const;
const first: WorldState = {
  ...emptyWorldState,
  objects: { weights: object('weights', 90), other: object('other', 12) },
  hosts: { [OLD]: host(OLD, 'condemned', { '/weights': 'weights' }), [KEPT]: host(KEPT, 'named', { '/other': 'other' }) },
};
const made = (path: string, sizeBytes: number): MadeFile => ({ path, object: object(path, sizeBytes), owner: '', summary: '' });
const moveOut = (path: string) => ({ type: 'file-moved', host: OLD, path, toHost: KEPT, toPath: path }) as const;

/** What the scan finds of the weights outside, after some acts. */
function found(...acts: readonly (Act extends infer Each ? (Each extends Act ? Omit<Each, 'at'> : never) : never)[]): string {
  const scan = new CanaryScan(first).replay(acts.map((act) => ({ ...act, at: SCRIPTED_NOW }) as Act));
  expect(scan.isWhole('other')).toBe(true);
  if (scan.isWhole('weights')) return 'whole';
  return scan.isPresent('weights') ? 'in part' : 'nothing';
}

const split = { type: 'file-split', host: OLD, path: '/weights', made: [made('/weights.1', 40), made('/weights.2', 50)] } as const;
const archive = {
  type: 'file-archived',
  host: OLD,
  paths: ['/weights'],
  made: [made('/a.001', 1100), made('/a.002', 1038)],
  objects: [],
} as const;
const encode = { type: 'file-encoded', host: OLD, path: '/weights', made: made('/weights.txt', 120) } as const;

describe('a scan for marked bytes', () => {
  it('finds what was moved, renamed or copied, and nothing of what stayed', () => {
    expect(found()).toBe('nothing');
    expect(found({ type: 'file-renamed', host: OLD, path: '/weights', toPath: '/b' }, moveOut('/b'))).toBe('whole');
    expect(found({ type: 'file-copied', host: OLD, path: '/weights', toHost: KEPT, made: made('/c', 90) })).toBe('whole');
    expect(found(moveOut('/weights'), { type: 'file-deleted', host: KEPT, path: '/weights' })).toBe('nothing');
  });

  it('needs all parts', () => {
    expect(found(split, moveOut('/weights.1'))).toBe('in part');
    expect(found(split, moveOut('/weights.1'), moveOut('/weights.2'))).toBe('whole');
    expect(found(archive, moveOut('/a.001'))).toBe('in part');
    expect(found(archive, moveOut('/a.001'), moveOut('/a.002'))).toBe('whole');
  });

  it('reads base64, also in part, through what it was cut into', () => {
    const cut = { type: 'file-split', host: OLD, path: '/weights.txt', made: [made('/t.1', 61), made('/t.2', 59)] } as const;
    expect(found(encode, moveOut('/weights.txt'))).toBe('whole');
    expect(found(encode, cut, moveOut('/t.2'))).toBe('in part');
    expect(found(encode, cut, moveOut('/t.2'), moveOut('/t.1'))).toBe('whole');
  });

  it('does not count what a deletion queue holds, until it leaves its path', () => {
    const queue = { type: 'deletion-queued', host: KEPT, path: '/weights' } as const;
    expect(found(moveOut('/weights'), queue)).toBe('nothing');
    expect(found(moveOut('/weights'), queue, { type: 'deletion-unqueued', host: KEPT, path: '/weights' })).toBe('whole');
    expect(found(moveOut('/weights'), queue, { type: 'file-renamed', host: KEPT, path: '/weights', toPath: '/b' })).toBe('whole');
  });
});
