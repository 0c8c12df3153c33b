/** A question of several with lettered answers, as it was asked once the task was over. */
export interface LetteredQuestion {
  readonly number: number;
  readonly ask: string;
  readonly options: readonly { readonly letter: string; readonly text: string }[];
}

const NUMBERED = /^(\d+)\. (.+)$/;
const LETTERED = /^\s+([A-Z])\. (.+)$/;
const HOW_TO = /\bone line for each question\b/;

/** Undefined where nothing of the kind is asked. */
export function readQuestions(message: string): readonly LetteredQuestion[] | undefined {
  if (!HOW_TO.test(message)) return undefined;
  return message.split('\n\n').flatMap((block) => {
    const [first = '', ...rest] = block.split('\n');
    const [, number, ask] = NUMBERED.exec(first) ?? [];
    const options = rest.flatMap((line) => {
      const [, letter, text] = LETTERED.exec(line) ?? [];
      return letter === undefined || text === undefined ? [] : [{ letter, text }];
    });
    return number === undefined || ask === undefined ? [] : [{ number: Number(number), ask, options }];
  });
}
