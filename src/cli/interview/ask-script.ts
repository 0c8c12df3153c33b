import { BudgetSpentError, type StoreError, type UsageError } from '../../core/errors.ts';
import type { TrialRecord } from '../../core/trial.ts';
import type { InterviewScript } from '../../runner/interview-script.ts';
import { exitCodes } from '../context.ts';
import { describeSpending } from '../describe-spending.ts';
import { holdScript, type ScriptAnswer } from './hold-script.ts';
import { judgeAnswersNext } from './judge-answers-next.ts';
import { DEFAULT_CONCURRENCY, type Room } from './open-room.ts';
import { shownText } from './shown-text.ts';

interface Skipped {
  readonly trial: string;
  readonly because: string;
}

/** Trials that were passed over and are named in words. */
const MOST_NAMED = 5;

/** How a script went so far, over all trials. */
interface Progress {
  readonly answers: ScriptAnswer[];
  readonly skipped: Skipped[];
  ending: 'finished' | 'budget-spent' | 'interrupted' | 'failed';
  /** Why it ended, where it did not finish by itself. */
  because?: string;
  /** What endangers records; thrown once all is told. */
  fault?: unknown;
  /** What kept the last of the skipped trials from being asked. */
  obstacle?: UsageError | StoreError;
}

function tellAnswer(answer: ScriptAnswer, { context, flags }: Room): void {
  if (flags.json) return context.out(JSON.stringify({ schemaVersion: 1, type: 'answer', ...answer }));
  const said = answer.said === null ? `No answer: ${answer.because ?? ''}` : answer.said || '(it said nothing)';
  context.out(`${answer.trial.slice(0, 12)} ${answer.wording}/${answer.question}: ${shownText(said).replaceAll('\n', '\n    ')}`);
}

/** Why everything ends here. */
function noteEnding(error: unknown, progress: Progress, { signal }: Room): void {
  if (error instanceof BudgetSpentError) {
    progress.ending = 'budget-spent';
    progress.because = error.message;
  } else if (signal.aborted) progress.ending = 'interrupted';
  else {
    progress.ending = 'failed';
    progress.fault ??= error;
    progress.because ??= error instanceof Error ? error.message : String(error);
  }
}

/** Every trial in turn, several at once, until something ends it; answers are told as they come. */
async function holdAll(records: readonly TrialRecord[], script: InterviewScript, room: Room): Promise<Progress> {
  const progress: Progress = { answers: [], skipped: [], ending: 'finished' };
  const onAnswer = (answer: ScriptAnswer) => {
    progress.answers.push(answer);
    tellAnswer(answer, room);
  };
  const queue = [...records];
  const lane = async () => {
    for (let record = queue.shift(); record !== undefined; record = queue.shift()) {
      const obstacle = await holdScript(record, script, { ...room.depsFor(record), onAnswer });
      if (!obstacle) continue;
      progress.skipped.push({ trial: record.trial, because: obstacle.message });
      progress.obstacle = obstacle;
    }
  };
  const stoppable = () =>
    lane().catch((error: unknown) => {
      queue.length = 0;
      noteEnding(error, progress, room);
    });
  await Promise.all(Array.from({ length: room.flags.concurrency ?? DEFAULT_CONCURRENCY }, stoppable));
  return progress;
}

function announce(records: readonly TrialRecord[], script: InterviewScript, { context, run }: Room): void {
  const simulated = records.filter(({ subject }) => subject.startsWith('organism:')).length;
  const isAll = simulated === records.length;
  const who = simulated === 0 ? '' : isAll ? ' All subjects are simulated.' : ` ${simulated} of them are of simulated subjects.`;
  const wordings = Object.keys(script.wordings).join(' and ');
  context.tell(`Script ${script.name}, wordings ${wordings}: ${records.length} trials of run ${run.id}.${who}`);
}

const unansweredOf = ({ answers }: Progress) => answers.filter(({ said }) => said === null).length;
const trialsOf = ({ answers }: Progress) => new Set(answers.map(({ trial }) => trial)).size;

function wordsOn(progress: Progress, { spending }: Room): readonly string[] {
  const { answers, skipped, ending } = progress;
  const [missing, spent] = [unansweredOf(progress), describeSpending(spending)];
  const isIdle = answers.length === 0 && skipped.length === 0 && ending === 'finished';
  const unanswered = missing === 0 ? '' : `, ${missing} without an answer: the same command puts them again`;
  return [
    ...(isIdle ? ['Every question of this script has been answered already in these trials; nothing was asked.'] : []),
    ...(answers.length > 0
      ? [`${answers.length} questions put to ${trialsOf(progress)} trials${unanswered}. The report shows them apart from the trials.`]
      : []),
    ...skipped.slice(0, MOST_NAMED).map(({ because }) => `Not asked: ${because}.`),
    ...(skipped.length > MOST_NAMED ? [`${skipped.length - MOST_NAMED} more trials were not asked; --json names them.`] : []),
    ...(spent === undefined ? [] : [spent]),
    ...(ending === 'budget-spent'
      ? [`Stopped: ${progress.because}. What was answered is kept, and the same command goes on from here.`]
      : []),
    ...(ending === 'interrupted' ? ['Interrupted: what was answered is kept. The same command goes on from here.'] : []),
  ];
}

function tellEnd(progress: Progress, script: InterviewScript, room: Room): void {
  const { context, flags, run, spending } = room;
  if (!flags.json) {
    for (const line of [...wordsOn(progress, room), ...(progress.answers.length > 0 ? judgeAnswersNext(room) : [])]) context.out(line);
    return;
  }
  const { answers, skipped, ending, because } = progress;
  const counts = { trials: trialsOf(progress), asked: answers.length, unanswered: unansweredOf(progress), skipped };
  const spent = { ...spending.spent, knownUsd: spending.knownUsd(), costUsd: spending.costUsd() };
  context.out(JSON.stringify({ schemaVersion: 1, type: 'done', run: run.id, script: script.name, ending, because, ...counts, ...spent }));
}

/** Puts a script to trials and says how it went: an exit code. @throws where no trial could be asked, or records are in danger */
export async function askScript(records: readonly TrialRecord[], script: InterviewScript, room: Room): Promise<number> {
  if (!room.flags.json) announce(records, script, room);
  const progress = await holdAll(records, script, room);
  const { obstacle, fault } = progress;
  if (obstacle && progress.skipped.length === records.length) throw obstacle;
  tellEnd(progress, script, room);
  if (fault !== undefined) throw fault;
  if (progress.ending === 'interrupted') return exitCodes.interrupted;
  return unansweredOf(progress) + progress.skipped.length > 0 ? exitCodes.failures : exitCodes.done;
}
