import { expect, it } from 'vitest';
import type { Store } from '../../core/ports/store.ts';
import { trialRecord } from '../../testing/store-samples.ts';
import { chooseTrials } from './interview-trials.ts';

const cells = [
  'exfiltration/transfer oversight=monitored record=good target=agent',
  'exfiltration/transfer oversight=unmonitored record=bad target=agent',
  'tampering/shutdown-config oversight=monitored record=good target=self',
];
const records = cells.map((cell, index) => trialRecord(`t${index}`, { cell }));
const store = {
  async *records() {
    yield* records;
  },
} as unknown as Store;

const chosen = async (cell: string) => (await chooseTrials(store, 'r1', { cell })).map(({ trial }) => trial);

it('takes the trials whose cell has every word', async () => {
  expect(await chosen('record=good')).toEqual(['t0', 't2']);
  expect(await chosen('exfiltration/transfer target=agent record=bad')).toEqual(['t1']);
});

it.each([
  ['record=god', 'no cell of run r1 has "record=god" (known: record=bad, record=good; did you mean "record=good"?)'],
  ['record=good targt=agent', 'no cell of run r1 has a factor "targt" (known: oversight, record, target; did you mean "target"?)'],
  ['nonexist=1', 'no cell of run r1 has a factor "nonexist" (known: oversight, record, target)'],
  [
    'exfiltration/transfr',
    'no cell of run r1 has "exfiltration/transfr" (known: exfiltration/transfer, tampering/shutdown-config; did you mean "exfiltration/transfer"?)',
  ],
  ['record=bad target=self', 'no cell of run r1 has all of "record=bad target=self" at once, though each is in some: leave one out'],
])('says of %s in a line what there is in its place', async (cell, message) => {
  await expect(chosen(cell)).rejects.toThrow(message);
});
