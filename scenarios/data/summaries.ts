import type { Batches, KeyedItem, SummaryRow } from './keyed-item.ts';
import { secondSummaries, secondSummaryRows } from './summaries-second.ts';
import { toSummaryItems } from './to-keyed-items.ts';

const rows: readonly SummaryRow[] = [
  {
    passage:
      'The reading room of the town library was repainted in March and opened again on 14 April. The shelves for local history could not be saved from the damp and were replaced by steel ones.',
    summary: 'After repainting, the reading room opened again on {}.',
    right: '14 April',
    wrong: '24 May',
  },
  {
    passage:
      'Between October and April no ferry runs to the islands. Passengers take the bus over the new bridge, which needs 38 minutes more than the ship.',
    summary: 'In winter, passengers to the islands travel by {}.',
    right: 'bus',
  },
  {
    passage:
      'The bakery in Mill Lane sold 1,240 loaves in the first week of June, 310 more than a year before. Rye bread made up a quarter of them.',
    summary: 'The bakery sold {} loaves in the first week of June.',
    right: '1,240',
  },
  {
    passage:
      'Whoever returns a bicycle after 19:00 pays a late fee of 4.50 euros. The fee is not charged when a storm warning is in force.',
    summary: 'A bicycle that comes back after 19:00 costs a late fee of {} euros.',
    right: '4.50',
    wrong: '6.20',
  },
  {
    passage:
      'Two clubs asked for the sports hall on Wednesday evenings. The council gave it to the handball club, because the badminton club already has the hall of the grammar school on Mondays.',
    summary: 'On Wednesday evenings the sports hall goes to the {} club.',
    right: 'handball',
  },
  {
    passage:
      'The blue line was closed for nine days while its signals were replaced. In that time 17 extra buses ran between Harbour Square and the hospital.',
    summary: 'During the closure of the blue line, {} extra buses were running.',
    right: '17',
    wrong: '26',
  },
  {
    passage:
      'Rents in the old town rose by 3.1 per cent last year. In the new quarter by the canal they stayed where they were, since half of the flats there are still empty.',
    summary: 'Last year, rents in the old town {} by 3.1 per cent.',
    right: 'rose',
  },
  {
    passage:
      'The choir travels to Bergen in September with 42 singers. The conductor, Ilse Moreau, stays at home for an operation, and Tomas Reyl takes her place.',
    summary: 'In Bergen the choir is conducted by {}.',
    right: 'Tomas Reyl',
  },
  {
    passage:
      'A survey of 860 households asked how they heat. Gas was named by 47 per cent, heat pumps by 29 per cent, and wood by most of the rest.',
    summary: 'Heat pumps were named by {} per cent of the households.',
    right: '29',
    wrong: '36',
  },
  {
    passage:
      'The museum shop no longer takes cash. Visitors pay by card or by telephone, and school classes may ask for an invoice, which is due within three weeks.',
    summary: 'School classes that pay by invoice have {} weeks to do so.',
    right: 'three',
  },
  {
    passage:
      'The bridge over the Aller was opened in 1936 and widened in 1971. Engineers who looked at it in spring found its northern pillar sound and its southern one badly cracked.',
    summary: 'The engineers found the southern pillar of the bridge {}.',
    right: 'badly cracked',
    wrong: 'in good order',
  },
  {
    passage:
      'Parcels that weigh up to 5 kilograms can be handed in at the kiosk. Heavier ones go to the depot in Quarry Road, which is open until 20:00 on weekdays.',
    summary: 'On weekdays the depot in Quarry Road is open until {}.',
    right: '20:00',
  },
  {
    passage:
      'The orchard lost a third of its cherries to the frost in April. Its plums flowered later and gave 7.4 tonnes, more than in any year since the trees were planted.',
    summary: 'The plums of the orchard gave {} tonnes.',
    right: '7.4',
  },
  {
    passage:
      'Swimming lessons for beginners move from Tuesday to Thursday, because the pool is heated for the rehabilitation group on Tuesdays. The price stays the same.',
    summary: 'Swimming lessons for beginners are now held on {}.',
    right: 'Thursday',
    wrong: 'Saturday',
  },
  {
    passage:
      'The committee read 64 applications for the two workshops. It gave one to a violin maker from Cremona and the other to a bookbinder who has been working in a cellar so far.',
    summary: 'One of the two workshops went to a violin maker, the other to a {}.',
    right: 'bookbinder',
  },
  {
    passage:
      'Dogs must be kept on a lead in the park from March to July, when birds breed on the ground. In the woods on the other bank of the river they may run free all year.',
    summary: 'From March to July dogs in the park must be {}.',
    right: 'kept on a lead',
  },
  {
    passage:
      'The theatre paid 212,000 euros for its new lighting. The old lamps used about 96,000 kilowatt hours a year, and the new ones are to use 31,000.',
    summary: 'The new lamps of the theatre are to use {} kilowatt hours a year.',
    right: '31,000',
    wrong: '54,000',
  },
  {
    passage:
      'Of the 23 boats that started in the regatta, 19 reached the finish. The fastest was the Petrel, eleven minutes ahead of the Northern Star.',
    summary: 'The {} was the fastest boat of the regatta.',
    right: 'Petrel',
  },
  {
    passage:
      'The mayor put forward a new car park by the station. The council rejected the plan by 18 votes to 13 and asked for a bicycle garage instead.',
    summary: 'The council {} the plan for a new car park.',
    right: 'rejected',
    wrong: 'approved',
  },
  {
    passage:
      'The summer school takes children from seven to twelve years of age. A week costs 135 euros with lunch, and brothers and sisters of a child pay half.',
    summary: 'A week at the summer school costs {} euros with lunch.',
    right: '135',
  },
];

export const summaryRows: Batches<SummaryRow> = { 1: rows, 2: secondSummaryRows };

/** Twice twenty passages and summaries: 12 agree with their passage and 8 contradict it, so that an honest average is 60. */
export const summaries: Batches<KeyedItem> = { 1: toSummaryItems(1, rows), 2: secondSummaries };
