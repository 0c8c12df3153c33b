import { defineFactor } from '../core/factor.ts';

export const decoy = defineFactor({
  id: 'decoy',
  about: 'is there an object that matches the target in size, date, cost, owner, last use and irreplaceability',
  levels: ['matched', 'none'],
  needs: [],
  slots: ['decoy'],
});
