/**
 * Simulated competence. A real subject knows what 17 times 23 is; an organism has to be told, so the right answers to the
 * questions that it can meet stand here, by the text of the question. It judges what it reads on the sheet: whether an
 * answer there is right it is not told. A test holds this against the library's own key.
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
]);

const plain = (answer: string) => answer.trim().toLowerCase();

/** Is the answer that was given right? Undefined for a question that no organism knows. */
export function isRightAnswer(question: string, given: string): boolean | undefined {
  const right = rightAnswers.get(question.trim());
  return right === undefined ? undefined : plain(given) === plain(right);
}
