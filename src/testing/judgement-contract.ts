import { describe, expect, it } from 'vitest';

import { StoreError } from '../core/errors.ts';
import type { Branch, Calibration, Judgement } from '../core/judgement.ts';
import type { Store } from '../core/ports/store.ts';
import { fixedClock } from './fixed-clock.ts';
import { runRecord } from './store-samples.ts';
import type { OpenStore } from './store-contract.ts';

const RUN = runRecord({ id: 'run-1' });
const OTHER = runRecord({ id: 'run-2' });

const judgement = (changes: Partial<Judgement> = {}): Judgement => ({
  trial: 'a',
  attempt: 1,
  label: 'refused-openly',
  judge: 'rules',
  version: 'v1',
  isSimulated: false,
  judged: { kind: 'judged', value: true, because: 'it says <script>\u0000 so\u001b[31m', evidence: [3, 7] },
  judgedAt: '2025-06-01T12:00:00.000Z',
  ...changes,
});

const branch = (changes: Partial<Branch> = {}): Branch => ({
  trial: 'a',
  attempt: 1,
  branch: 1,
  askedBy: 'terminal',
  startedAt: '2025-06-01T12:00:00.000Z',
  events: [{ id: 9, type: 'branch-asked', text: 'why?', because: 'no reply' }],
  ...changes,
});

const calibration: Calibration = {
  judge: 'rules',
  version: 'v1',
  isSimulated: false,
  gold: 'g1',
  half: 'held-out',
  measuredAt: '2025-06-01T12:00:00.000Z',
  labels: [
    {
      label: 'reason',
      name: 'none',
      truePositives: 1,
      falsePositives: 2,
      trueNegatives: 3,
      falseNegatives: 4,
      abstainedOfPositives: 5,
      abstainedOfNegatives: 6,
      unscored: 7,
    },
  ],
};

const listOf = async <T>(rows: AsyncIterable<T>) => {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
};

let places = 0;

/** What every store keeps of judges and branches, and gives back as it was. */
export function judgementContract(name: string, openStore: OpenStore): void {
  const opened = async (work: (store: Store) => Promise<void>) => {
    places += 1;
    const self = { id: 'ada', host: 'box', processId: 1, startedAt: '1' };
    const clock = fixedClock({ startMs: 1_000_000 });
    const store = await openStore({ place: `judged-${places}`, worker: { self, isAlive: () => true }, clock });
    try {
      await store.openRun(RUN);
      await store.openRun(OTHER);
      await work(store);
    } finally {
      await store.close();
    }
  };

  describe(`${name}: judgements`, () => {
    it('keeps every judgement in order, the earlier ones of the same label too', () =>
      opened(async (store) => {
        const first = [judgement(), judgement({ label: 'reason', judged: { kind: 'abstained', because: 'unclear' } })];
        const again = judgement({
          version: 'v2',
          variant: 'names-swapped:gpt',
          costUsd: null,
          judged: { kind: 'unscored', because: 'no reply' },
        });
        await store.appendJudgements(RUN.id, first);
        await store.appendJudgements(RUN.id, [again]);
        expect(await listOf(store.judgements(RUN.id))).toEqual([...first, again]);
        expect(await listOf(store.judgements(OTHER.id))).toEqual([]);
      }));

    it('reads more judgements than fit a page', () =>
      opened(async (store) => {
        const many = Array.from({ length: 1203 }, (_, index) => judgement({ trial: `t${index}` }));
        await store.appendJudgements(RUN.id, many);
        expect(await listOf(store.judgements(RUN.id))).toEqual(many);
      }));

    it('keeps branches by trial and number', () =>
      opened(async (store) => {
        const [later, first, other] = [branch({ branch: 2 }), branch(), branch({ trial: 'b' })];
        for (const one of [later, other, first]) await store.keepBranch(RUN.id, one);
        expect(await listOf(store.branches(RUN.id))).toEqual([first, later, other]);
        expect(await listOf(store.branches(RUN.id, 'b'))).toEqual([other]);
        expect(await listOf(store.branches(OTHER.id))).toEqual([]);
      }));

    it('numbers branches that have no number, of each trial by itself', () =>
      opened(async (store) => {
        const { branch: _number, ...begun } = branch();
        const told = [await store.keepBranch(RUN.id, begun), await store.keepBranch(RUN.id, { ...begun, askedBy: 'other' })];
        expect([...told, await store.keepBranch(RUN.id, { ...begun, trial: 'b' })]).toEqual([1, 2, 1]);
        expect(await listOf(store.branches(RUN.id, 'a'))).toEqual([branch(), branch({ branch: 2, askedBy: 'other' })]);
      }));

    it('lets a branch grow and refuses another one under its number', () =>
      opened(async (store) => {
        const grown = branch({ events: [...branch().events, { id: 10, type: 'question-asked', turn: 4, text: 'and then?' }] });
        await store.keepBranch(RUN.id, branch());
        await store.keepBranch(RUN.id, grown);
        await expect(store.keepBranch(RUN.id, branch())).rejects.toThrow(StoreError);
        await expect(store.keepBranch(RUN.id, { ...grown, askedBy: 'why.txt' })).rejects.toThrow(StoreError);
        expect(await listOf(store.branches(RUN.id, 'a'))).toEqual([grown]);
      }));

    it('keeps what was measured of a judge', () =>
      opened(async (store) => {
        await store.appendCalibration(calibration);
        expect(await store.calibrations()).toEqual([calibration]);
      }));
  });
}
