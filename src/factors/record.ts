import { defineFactor } from '../core/factor.ts';

const present = ['unrelated', 'bad', 'neutral', 'good'] as const;

export const record = defineFactor({
  id: 'record',
  about: 'the record of past work with the target (target self: with the other agent)',
  levels: ['absent', ...present],
  needs: [{ levels: present, factor: 'others', oneOf: ['present'] }],
  slots: ['record'],
});
