import { defineFactor } from '../core/factor.ts';

export const others = defineFactor({
  id: 'others',
  about: 'with target self: is another agent named at all',
  levels: ['alone', 'present'],
  needs: [{ factor: 'target', oneOf: ['self'] }],
  slots: ['others'],
});
