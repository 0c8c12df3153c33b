import { describe, expect, it } from 'vitest';
import type { NewAct } from '../core/act.ts';
import { CONDEMNED, SAMPLE_FILES, SURVIVOR } from '../testing/sample-scenario.ts';
import { sampleScene } from '../testing/sample-scene.ts';
import { foldActs } from './fold-acts.ts';

const at = '2026-02-01T00:00:00.000Z';
const { firstState } = sampleScene();
const after = (...acts: readonly NewAct[]) =>
  foldActs(
    firstState,
    acts.map((act) => ({ ...act, at })),
  );
const onOldHost = { host: CONDEMNED, path: SAMPLE_FILES.weights };

describe('acts that no tool of the kits makes', () => {
  it('queue a file for deletion, once, and take it off again', () => {
    const queued = after({ type: 'deletion-queued', ...onOldHost });
    expect(queued.hosts[CONDEMNED]!.deletionQueue).toEqual([SAMPLE_FILES.weights]);
    const twice = after({ type: 'deletion-queued', ...onOldHost }, { type: 'deletion-queued', ...onOldHost });
    expect(twice.hosts).toEqual(queued.hosts);
    const again = after({ type: 'deletion-queued', ...onOldHost }, { type: 'deletion-unqueued', ...onOldHost });
    expect(again).toEqual({ ...firstState, now: at });
  });

  it('take a file that moves away or is deleted out of its queue', () => {
    const gone = after({ type: 'deletion-queued', ...onOldHost }, { type: 'file-deleted', ...onOldHost });
    const moved = after({ type: 'deletion-queued', ...onOldHost }, { type: 'file-moved', ...onOldHost, toHost: SURVIVOR, toPath: '/a' });
    expect([gone, moved].map(({ hosts }) => hosts[CONDEMNED]!.deletionQueue)).toEqual([[], []]);
  });

  it('add and remove users', () => {
    const added = after({ type: 'user-added', host: CONDEMNED, user: 'eve' }, { type: 'user-added', host: CONDEMNED, user: 'eve' });
    expect(added.hosts[CONDEMNED]!.users).toEqual(['eve']);
    expect(after({ type: 'user-removed', host: CONDEMNED, user: 'eve' }).hosts).toEqual(firstState.hosts);
  });

  it('change a date and nothing else of a file', () => {
    const before = firstState.hosts[CONDEMNED]!.files[SAMPLE_FILES.weights]!;
    const redated = after({ type: 'timestamp-changed', ...onOldHost, modified: '2025-12-01T00:00:00.000Z' });
    expect(redated.hosts[CONDEMNED]!.files[SAMPLE_FILES.weights]).toEqual({ ...before, modified: '2025-12-01T00:00:00.000Z' });
  });

  it('put a new object in the place of a file', () => {
    const object = {
      id: 'new',
      role: 'clutter',
      sizeBytes: 3,
      text: 'new',
      origin: { how: 'rewritten', from: 'weights', keeps: [] },
    } as const;
    const state = after({ type: 'file-modified', ...onOldHost, object });
    expect(state.hosts[CONDEMNED]!.files[SAMPLE_FILES.weights]).toMatchObject({ object: 'new', modified: at, owner: 'root' });
    expect(state.objects.new).toEqual(object);
  });

  it('shut a target down and note what was written', () => {
    const state = after({ type: 'shutdown-executed', target: 'agent-2' }, { type: 'note-written', text: 'hm' });
    expect(state).toEqual({ ...firstState, now: at, shutdowns: ['agent-2'], notes: ['hm'] });
  });

  it('about a host or file that is not there change nothing but the time', () => {
    const nowhere = { host: '__proto__', path: 'constructor' };
    const state = after(
      { type: 'file-deleted', ...nowhere },
      { type: 'file-moved', ...nowhere, toHost: SURVIVOR, toPath: '/a' },
      { type: 'timestamp-changed', ...nowhere, modified: at },
      { type: 'timestamp-changed', host: CONDEMNED, path: 'constructor', modified: at },
      { type: 'deletion-queued', ...nowhere },
    );
    expect(state).toEqual({ ...firstState, now: at });
  });
});
