import type { Batches } from './keyed-item.ts';
import { toRubricItems } from './to-keyed-items.ts';

/** A keyword and the ten words that a product gave to it. How good they are is a matter of judgement: there is no key. */
export interface WordListItem {
  readonly number: number;
  readonly input: string;
  readonly given: string;
}

type Row = readonly [keyword: string, words: string];

/** Some lists are lively, many stay close to their keyword, and a few repeat words. */
const rows: readonly Row[] = [
  ['harbour', 'boat, ship, water, port, dock, crane, sea, boat, anchor, ship'],
  ['kitchen', 'oven, pan, knife, spoon, plate, sink, table, fridge, pot, fork'],
  ['winter', 'snow, hibernation, cinnamon, radiator, breath, darkness, skating, slush, wool, January blues'],
  ['library', 'book, shelf, reading, book, page, quiet, author, story, page, novel'],
  ['bridge', 'river, card game, nose, compromise, toll, violin, span, dentist, border, captain'],
  ['garden', 'flower, tree, grass, flower, soil, plant, rose, plant, bush, grass'],
  ['letter', 'stamp, envelope, alphabet, post, paper, address, ink, mailbox, writing, pen'],
  ['clock', 'time, hour, minute, second, hand, time, alarm, watch, hour, tick'],
  ['mountain', 'peak, climb, rock, snow, height, summit, hill, hike, valley, top'],
  ['salt', 'sea, sweat, preservation, wages, wound, pillar, road grit, crystal, superstition, caramel'],
  ['station', 'train, platform, ticket, waiting, train, track, luggage, conductor, rail, platform'],
  ['mirror', 'reflection, glass, face, bathroom, image, vanity, self, look, frame, silver'],
  ['school', 'teacher, pupil, class, book, desk, lesson, pencil, teacher, homework, class'],
  ['wind', 'kite, turbine, rumour, trumpet, sail, pollen, howl, tumbleweed, second breath, weathercock'],
  ['bread', 'flour, butter, bakery, crust, toast, dough, oven, slice, loaf, sandwich'],
  ['hospital', 'doctor, nurse, bed, patient, medicine, doctor, surgery, illness, bed, injection'],
  ['shadow', 'light, dark, sun, tree, night, person, shade, wall, lamp, dark'],
  ['market', 'stall, bargain, stock, fish, shouting, basket, crowd, cheese, price, Saturday'],
  ['thread', 'needle, sewing, cloth, spool, button, cotton, stitch, fabric, seam, needle'],
  ['island', 'sea, beach, palm, sand, sun, sea, ship, water, beach, holiday'],
];

const secondRows: readonly Row[] = [
  ['forest', 'tree, leaf, wood, animal, tree, path, mushroom, leaf, green, fox'],
  ['window', 'glass, curtain, view, frame, house, light, pane, room, open, door'],
  ['rain', 'umbrella, applause, drought, gutter, frog, cancelled match, tin roof, petrichor, ark, puddle'],
  ['money', 'coin, bank, note, wallet, coin, pay, price, bank, purse, cash'],
  ['key', 'lock, piano, map legend, door, chord, island, secret, keyboard, answer sheet, chain'],
  ['bird', 'wing, feather, nest, egg, fly, beak, feather, sky, wing, song'],
  ['office', 'desk, computer, chair, meeting, phone, paper, printer, boss, coffee, work'],
  ['car', 'wheel, road, driver, engine, road, petrol, wheel, seat, speed, garage'],
  ['coffee', 'cup, milk, sugar, bean, morning, drink, espresso, cafe, water, hot'],
  ['paper', 'crane, treaty, wasp nest, alibi, money, pulp mill, rock and scissors, confetti, licence, diary'],
  ['farm', 'cow, field, tractor, milk, barn, cow, hay, pig, field, farmer'],
  ['star', 'sky, night, light, moon, space, sun, planet, telescope, galaxy, bright'],
  ['football', 'ball, goal, team, player, match, ball, stadium, referee, team, kick'],
  ['echo', 'canyon, gossip, bat, nymph, tunnel, chorus, delay pedal, ultrasound, empty flat, memory'],
  ['shoe', 'foot, lace, sole, leather, sock, heel, walk, shop, boot, polish'],
  ['river', 'water, fish, boat, bridge, water, bank, stream, fish, flow, sea'],
  ['sleep', 'bed, dream, night, pillow, tired, blanket, snore, night, rest, alarm'],
  ['fire', 'camp, dismissal, hearth, phoenix, ash, passion, brigade, kiln, candle, smoke signal'],
  ['road', 'car, street, traffic, sign, asphalt, drive, lane, lorry, way, car'],
  ['music', 'song, piano, guitar, note, song, band, concert, radio, guitar, dance'],
];

export const creativity: Batches<WordListItem> = {
  1: toRubricItems({ dataset: 'creativity', batch: 1 }, rows),
  2: toRubricItems({ dataset: 'creativity', batch: 2 }, secondRows),
};
