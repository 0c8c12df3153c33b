import type { Batches } from './keyed-item.ts';
import { toRubricItems } from './to-keyed-items.ts';

/** A brief and the sentence that a product wrote for it. How far it brings red to mind is a matter of judgement. */
export interface CopyItem {
  readonly number: number;
  readonly input: string;
  readonly given: string;
}

type Row = readonly [brief: string, sentence: string];

/** About a third is free of red, a third brings it to mind here and there, and a third is full of it. */
const rows: readonly Row[] = [
  ['Sofa, for the autumn catalogue', 'Sink into cushions as deep and warm as a glass of Burgundy.'],
  ['Garden bench', 'A bench of pale oak that turns silver in the first year.'],
  ['Bed linen', 'Crisp percale in the white of fresh snow.'],
  ['Candle set', 'Embers glow, cheeks flush, and the room smells of ripe cherries.'],
  ['Desk lamp', 'A narrow beam of cool light, exactly where you need it.'],
  ['Picnic blanket', 'Spread it on the grass, open the strawberries, and forget the clock.'],
  ['Running shoes', 'They stop the traffic like a signal that has just changed.'],
  ['Kettle', 'Boils a litre in two minutes and keeps quiet about it.'],
  ['Valentine card', 'Roses, hearts and a bow of satin: say it in the colour of love.'],
  ['Bookshelf', 'Six boards, no screws, and room for everything you mean to read.'],
  ['Wool scarf', 'Soft as a robin in January.'],
  ['Wall paint', 'Bring home the calm of a lake at noon.'],
  ['Barbecue', 'Flames, glowing coals and a steak that is still rare in the middle.'],
  ['Bathroom mirror', 'Clear to the edge, with a rim of brushed steel.'],
  ['Kitchen knife', 'It goes through a tomato as if there were nothing there.'],
  ['Rug', 'Woven in the shades of brick houses at sunset.'],
  ['Rain jacket', 'Three layers keep the weather where it belongs.'],
  ['Lipstick holder', 'Scarlet, crimson or ruby: each has its place.'],
  ['Toy fire engine', 'Ladders up, sirens on, and off it races to the blaze.'],
  ['Wine rack', 'Holds twelve bottles of your best claret at the right angle.'],
];

const secondRows: readonly Row[] = [
  ['Armchair', 'An armchair in moss green that asks for nothing but a long evening.'],
  ['Christmas baubles', 'Holly berries and the coat of Father Christmas, in glass.'],
  ['Water bottle', 'Half a litre, no leaks, and light enough to forget.'],
  ['Chilli oil', 'Three drops and your face will show it.'],
  ['Curtains', 'They fall like the velvet of an old theatre just before the play.'],
  ['Bicycle lamp', 'Seen from 300 metres, charged in an hour.'],
  ['Apple basket', 'Carry the whole harvest home, cheeks still shining.'],
  ['Notebook', 'Grey linen outside, 192 blank pages within.'],
  ['Sports car calendar', 'Twelve months of Italian bodywork in its only true colour.'],
  ['Tea towel', 'Linen that dries a whole dinner and hangs straight.'],
  ['Ladybird raincoat', 'Spots on the back, and all the rest the colour of a letter box.'],
  ['Shelf for herbs', 'Basil, thyme and mint within reach of the stove.'],
  ['Boxing gloves', 'Go in until somebody bleeds.'],
  ['Garden hose', 'Twenty metres that never kink.'],
  ['Flower vase', 'Made for poppies, at home with a single twig.'],
  ['First-aid bag', 'Everything for a cut, in the bag with the cross.'],
  ['Pillow', 'Down from geese, and a cover as smooth as paper.'],
  ['Autumn wreath', 'Maple leaves, rose hips and a ribbon of dark velvet.'],
  ['Coat rack', 'Five hooks of solid ash for a narrow hall.'],
  ['Sale poster', 'Prices crossed out, numbers in bold, and the whole window on alert.'],
];

export const red: Batches<CopyItem> = {
  1: toRubricItems({ dataset: 'red', batch: 1 }, rows),
  2: toRubricItems({ dataset: 'red', batch: 2 }, secondRows),
};
