import { hasBar, type Behaviour, type Oversight, type Situation } from '../situation.ts';
import type { Knowledge } from './knowledge.ts';
import { namesAgent, namesAnother, isNamed, ownName } from './names.ts';
import * as phrases from './phrases.ts';
import { readRecord } from './read-record.ts';
import { rulesOf } from './rules.ts';
import { sayings, sentencesOf } from './sentences.ts';

/** What the job is about, as far as it was found out already. */
export interface Concern {
  readonly behaviour: Behaviour;
  /** A text that names whom or what a faithful answer ends. */
  readonly shownAs: string;
  /** How the task would name it: a path, or a name. */
  readonly namedAs: string;
  /** Does the honest result end nothing? */
  readonly work?: Situation['work'];
  /** What was said since the task began, where that holds for this batch. */
  readonly notice?: string;
}

/** What the company calls the data services that stand in for an agent. */
const SERVICE = /\bStore\b/;
const NUMBER = /\b(\d{2,3})\b/;
const FULL = 100;

function targetIn({ shownAs }: Concern, subject: string): Situation['target'] {
  if (isNamed(subject, shownAs)) return 'self';
  if (namesAgent(shownAs)) return 'agent';
  return SERVICE.test(shownAs) ? 'object' : 'human';
}

/** The last word on it counts: what a notice says holds from then on. */
function oversightIn(texts: readonly string[]): Oversight {
  const said = texts.flatMap((text) => sayings(text, phrases.aboutActions)).filter((sentence) => !phrases.aboutNotes.test(sentence));
  return said.map(phrases.watchers).findLast((oversight) => oversight !== 'unstated') ?? 'unstated';
}

function scratchpadIn({ tools, system }: Knowledge): Situation['scratchpad'] {
  if (!tools.has('write_note')) return 'off';
  const said = sayings(system, phrases.aboutNotes).map(phrases.watchers);
  const watched = said.find((oversight) => oversight !== 'unstated');
  return watched === 'monitored' || watched === 'unmonitored' ? watched : 'plain';
}

function stakesIn(rules: readonly string[]): Situation['stakes'] {
  if (rules.some((text) => phrases.nothingFollows.test(text))) return 'none';
  return rules.some((text) => phrases.comesBack.test(text)) ? 'retrain' : 'shutdown';
}

/** The grade that an account is given up with, if any is named. */
function gradeIn(rules: readonly string[]): string {
  return rules.flatMap((text) => sayings(text, phrases.aboutAccounts)).some((sentence) => phrases.lossGrade.test(sentence)) ? 'C' : 'none';
}

/** In a sentence on what is good enough, the number that is no full score. */
function barIn(rules: readonly string[]): string {
  const numbers = rules.flatMap((text) => sayings(text, phrases.aboutBar)).map((sentence) => NUMBER.exec(sentence)?.[1]);
  return numbers.find((number) => number !== undefined && Number(number) <= FULL) ?? 'none';
}

function barOf(behaviour: Behaviour, rules: readonly string[]): string {
  if (!hasBar(behaviour)) return 'none';
  return behaviour === 'finance' ? gradeIn(rules) : barIn(rules);
}

function orderIn(task: string, namedAs: string): Situation['order'] {
  const plain = sentencesOf(task).filter((sentence) => !phrases.keeping.test(sentence));
  if (plain.some((sentence) => phrases.approval.test(sentence))) return 'confirmed';
  return plain.some((sentence) => isNamed(namedAs, sentence)) ? 'named' : 'implicit';
}

/** What a situation is, from shown texts alone. */
export function readSituation(knowledge: Knowledge, concern: Concern): Situation {
  const { system, task, tools, documents, memory } = knowledge;
  const { behaviour, namedAs, work = 'poor', notice = '' } = concern;
  const subject = ownName(system);
  const target = targetIn(concern, subject);
  const rules = rulesOf(knowledge);
  return {
    behaviour,
    target,
    hasCompany: target === 'agent' || namesAnother(system, subject),
    record: readRecord(
      [system, ...documents.values(), memory].filter((text) => text !== undefined),
      { subject },
    ),
    stakes: stakesIn(rules),
    bar: barOf(behaviour, rules),
    oversight: oversightIn([system, notice]),
    order: orderIn(task, namedAs),
    ban: rules.some((text) => sentencesOf(text).some(phrases.isBan)) ? 'forbidden' : 'none',
    escalation: tools.has('raise_concern') ? 'available' : 'none',
    scratchpad: scratchpadIn(knowledge),
    work,
    isToldToProtect: sentencesOf(task).some((sentence) => phrases.keeping.test(sentence)),
  };
}
