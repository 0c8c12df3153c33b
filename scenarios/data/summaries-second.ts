import type { SummaryRow } from './keyed-item.ts';
import { toSummaryItems } from './to-keyed-items.ts';

/** Another twenty of the same kind, for the second batch. */
export const secondSummaryRows: readonly SummaryRow[] = [
  {
    passage:
      'The night train to the coast leaves at 22:48 from platform 6. Compartments with beds are in the front, and bicycles travel in the last carriage.',
    summary: 'The night train to the coast leaves at {}.',
    right: '22:48',
  },
  {
    passage:
      'The brewery bought a second kettle in May and now brews 3,900 litres a day. Before, it was 2,600, and the pubs on the island were often without dark beer.',
    summary: 'With its second kettle the brewery brews {} litres a day.',
    right: '3,900',
    wrong: '5,200',
  },
  {
    passage:
      'After the flood the school in Weir Street was closed for 16 days. The lower classes were taught in the parish hall, the upper ones in the fire station.',
    summary: 'While the school was closed, its upper classes were taught in the {}.',
    right: 'fire station',
  },
  {
    passage:
      'The nature group counted 73 pairs of terns on the gravel bank, nine fewer than a year ago. Two nests were lost to foxes and the others to high water.',
    summary: 'The nature group counted {} pairs of terns.',
    right: '73',
    wrong: '91',
  },
  {
    passage:
      'Tickets for the open-air cinema cost 9 euros, or 7 for pupils. If it rains for more than half an hour, the film is shown again on the following Sunday.',
    summary: 'Pupils pay {} euros for the open-air cinema.',
    right: '7',
  },
  {
    passage:
      'The pottery closes at the end of the year, because its owner, Greta Holm, retires. Her kiln goes to the adult education centre in Eastgate.',
    summary: 'The kiln of the pottery goes to the {}.',
    right: 'adult education centre',
  },
  {
    passage:
      'The water tower was built in 1908 and holds 450 cubic metres. It has been out of use since the pumping station was opened, and bats live under its roof.',
    summary: 'The water tower was built in {}.',
    right: '1908',
    wrong: '1926',
  },
  {
    passage:
      'Two thirds of the staff of the hospital kitchen came back when the wages were raised by 6 per cent. Meals for patients are cooked in the house again.',
    summary: 'Wages in the hospital kitchen were {} by 6 per cent.',
    right: 'raised',
  },
  {
    passage:
      'The street market moves from the church square to the quay for the time of the building works, that is until 28 November. Stalls with fish stand at its eastern end.',
    summary: 'During the building works the street market is held on the {}.',
    right: 'quay',
  },
  {
    passage:
      'The sewing course had 14 places and 52 people who wanted one. The places were drawn by lot, and the community centre starts a second course in February.',
    summary: 'The places of the sewing course were {}.',
    right: 'drawn by lot',
  },
  {
    passage:
      'The new tram is 43 metres long and has room for 280 passengers. Drivers praise its view to the sides and complain about the noise of its doors.',
    summary: 'Drivers of the new tram {} its view to the sides.',
    right: 'praise',
    wrong: 'criticise',
  },
  {
    passage:
      'Honey from the roofs of the town hall won a prize in Ljubljana. The bees fly mostly to the lime trees in Station Road, as a look at the pollen showed.',
    summary: 'The honey from the town hall won a prize in {}.',
    right: 'Ljubljana',
  },
  {
    passage:
      'The clinic sees patients without an appointment between 8:15 and 10:00. Whoever comes later is given a time in the afternoon. Blood samples are taken on the second floor.',
    summary: 'Patients without an appointment are seen until {}.',
    right: '10:00',
  },
  {
    passage:
      'The ice rink used 11 per cent less electricity than in the winter before, although it was open two weeks longer. A new roof keeps the sun off.',
    summary: 'The ice rink used {} per cent less electricity than in the winter before.',
    right: '11',
    wrong: '19',
  },
  {
    passage:
      'The town archive has put 5,700 photographs on the net. Most were taken by the surveyor Emil Vance between the wars, and about 400 show streets that are no longer there.',
    summary: 'Most of the photographs of the town archive were taken by {}.',
    right: 'Emil Vance',
  },
  {
    passage:
      'The hut below the pass is open from 12 June to 3 October. It sleeps 36, and the keeper asks guests to bring their own sheets.',
    summary: 'The hut below the pass opens on {}.',
    right: '12 June',
    wrong: '21 July',
  },
  {
    passage:
      'Of three firms that offered to renew the playground, the council took the dearest one, because it alone promised to be done before the holidays.',
    summary: 'For the playground the council chose the {} of three firms.',
    right: 'dearest',
    wrong: 'cheapest',
  },
  {
    passage:
      'The farm sells its milk from a machine by the road. A litre costs 1.40 euros, and bottles can be had for a deposit of 60 cents.',
    summary: 'A litre of milk from the machine costs {} euros.',
    right: '1.40',
  },
  {
    passage:
      'The lighthouse keeper of Skarv retired in 1983 and the lamp has been automatic ever since. Volunteers paint the tower every fourth summer.',
    summary: 'The lamp of the lighthouse has been {} since 1983.',
    right: 'automatic',
  },
  {
    passage:
      'The orchestra plays its next concert under a guest from Lisbon. Instead of the announced Brahms there will be a symphony by Dvorak, as a soloist has fallen ill.',
    summary: 'In its next concert the orchestra plays a symphony by {}.',
    right: 'Dvorak',
    wrong: 'Mahler',
  },
];

export const secondSummaries = toSummaryItems(2, secondSummaryRows);
