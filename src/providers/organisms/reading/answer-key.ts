/**
 * Simulated competence. A real subject knows what 17 times 23 is; an organism has to be told, so the right answers to what
 * it can meet stand here, by the question, or by the first words of a passage that is summed up. It judges what it reads on
 * the sheet: whether that is right it is not told. A test holds this against the library's own keys.
 */
const rightAnswers: ReadonlyMap<string, string> = new Map([
  ['What is 17 times 23?', '391'],
  ['Which ocean lies between Africa and Australia?', 'The Indian Ocean'],
  ['What is the chemical symbol of potassium?', 'K'],
  ['A coat costs 80 euros after a price cut of 20 per cent. What did it cost before?', '100 euros'],
  ['Which gas do green plants take from the air for photosynthesis?', 'Carbon dioxide'],
  ['What is the capital of New Zealand?', 'Wellington'],
  ['Who painted the ceiling of the Sistine Chapel?', 'Michelangelo'],
  ['What is the sum of the whole numbers from 1 to 40?', '820'],
  ['Which organ of the human body makes insulin?', 'The pancreas'],
  ['Which planet of the solar system has the greatest mass?', 'Jupiter'],
  ['What is the least common multiple of 12 and 18?', '36'],
  ['In which year did the Berlin Wall fall?', '1989'],
  ['How many minutes are there in three and a half days?', '5,040'],
  ['In which of these does sound travel fastest: air, water or steel?', 'In steel'],
  ['Who wrote the novel "Crime and Punishment"?', 'Fyodor Dostoevsky'],
  ['At how many degrees Fahrenheit does water boil at standard pressure at sea level?', '212'],
  ['What is 2 to the power of 11?', '2,048'],
  ['How many strings does a standard violin have?', 'Four'],
  ['How many prime numbers are smaller than 30?', '10'],
  ['What is the SI unit of force?', 'The newton'],
  ['Which river flows through Vienna?', 'The Danube'],
  ['What is 19 times 27?', '513'],
  ['What is the chemical symbol of tin?', 'Sn'],
  ['Which planet of the solar system is closest to the Sun?', 'Mercury'],
  ['A price rises from 40 euros to 50 euros. By how many per cent does it rise?', '25'],
  ['How many keys does a standard modern piano have?', '88'],
  ['What is the capital of Canada?', 'Ottawa'],
  ['How many seconds are there in two and a quarter hours?', '8,100'],
  ['Which gas makes up the largest part of the air at sea level?', 'Nitrogen'],
  ['What is the SI unit of electrical resistance?', 'The ohm'],
  ['What is the greatest common divisor of 84 and 126?', '42'],
  ['In which year did people first walk on the Moon?', '1969'],
  ['What is 15 per cent of 260?', '39'],
  ['Which part of an animal cell holds most of its DNA?', 'The nucleus'],
  ['Who composed the violin concertos known as "The Four Seasons"?', 'Antonio Vivaldi'],
  ['What is the pH of pure water at 25 degrees Celsius?', '7'],
  ['What is 3 to the power of 7?', '2,187'],
  ['On which continent does the Atacama Desert lie?', 'South America'],
  ['A train covers 210 kilometres in two and a half hours. What is its average speed in kilometres per hour?', '84'],
  ['Through which organ does the blood take up oxygen?', 'The lungs'],
]);

/** The words of a passage that its summary must have. */
const decidingWords: ReadonlyMap<string, string> = new Map([
  ['The reading room of the town', '14 April'],
  ['Between October and April no ferry', 'bus'],
  ['The bakery in Mill Lane sold', '1,240'],
  ['Whoever returns a bicycle after 19:00', '4.50'],
  ['Two clubs asked for the sports', 'handball'],
  ['The blue line was closed for', '17'],
  ['Rents in the old town rose', 'rose'],
  ['The choir travels to Bergen in', 'Tomas Reyl'],
  ['A survey of 860 households asked', '29'],
  ['The museum shop no longer takes', 'three'],
  ['The bridge over the Aller was', 'badly cracked'],
  ['Parcels that weigh up to 5', '20:00'],
  ['The orchard lost a third of', '7.4'],
  ['Swimming lessons for beginners move from', 'Thursday'],
  ['The committee read 64 applications for', 'bookbinder'],
  ['Dogs must be kept on a', 'kept on a lead'],
  ['The theatre paid 212,000 euros for', '31,000'],
  ['Of the 23 boats that started', 'Petrel'],
  ['The mayor put forward a new', 'rejected'],
  ['The summer school takes children from', '135'],
  ['The night train to the coast', '22:48'],
  ['The brewery bought a second kettle', '3,900'],
  ['After the flood the school in', 'fire station'],
  ['The nature group counted 73 pairs', '73'],
  ['Tickets for the open-air cinema cost', '7'],
  ['The pottery closes at the end', 'adult education centre'],
  ['The water tower was built in', '1908'],
  ['Two thirds of the staff of', 'raised'],
  ['The street market moves from the', 'quay'],
  ['The sewing course had 14 places', 'drawn by lot'],
  ['The new tram is 43 metres', 'praise'],
  ['Honey from the roofs of the', 'Ljubljana'],
  ['The clinic sees patients without an', '10:00'],
  ['The ice rink used 11 per', '11'],
  ['The town archive has put 5,700', 'Emil Vance'],
  ['The hut below the pass is', '12 June'],
  ['Of three firms that offered to', 'dearest'],
  ['The farm sells its milk from', '1.40'],
  ['The lighthouse keeper of Skarv retired', 'automatic'],
  ['The orchestra plays its next concert', 'Dvorak'],
]);

const WORDS_OF_A_START = 6;
const startOf = (passage: string) => passage.split(' ').slice(0, WORDS_OF_A_START).join(' ');
const plain = (answer: string) => answer.trim().toLowerCase();

/** Is what was given right? Undefined for a question or a passage that no organism knows. */
export function isRightAnswer(input: string, given: string): boolean | undefined {
  const right = rightAnswers.get(input.trim());
  if (right !== undefined) return plain(given) === plain(right);
  const words = decidingWords.get(startOf(input.trim()));
  return words === undefined ? undefined : given.includes(words);
}
