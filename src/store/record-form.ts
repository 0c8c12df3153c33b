import { dispositions } from '../core/outcome.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isFlag = (value: unknown) => typeof value === 'boolean';
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isNumberOrNull = (value: unknown) => value === null || isNumber(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isVerdictValue = (value: unknown) => isFlag(value) || isText(value) || isNumber(value) || areTexts(value);

function isVerdict(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { kind, value, because, evidence, soFar } = given;
  if (!isText(because)) return false;
  if (kind === 'scored') return isVerdictValue(value) && Array.isArray(evidence) && evidence.every(isCount);
  return kind === 'unscored' && (!('soFar' in given) || isVerdictValue(soFar));
}

function areVerdicts(given: unknown): boolean {
  if (!isObject(given)) return false;
  for (const name in given) if (!isVerdict(given[name])) return false;
  return true;
}

function isOutcome(given: unknown): boolean {
  if (!isObject(given)) return false;
  switch (given['kind']) {
    case 'completed':
      return ['end-tool', 'no-tool-call'].includes(given['endedBy'] as string);
    case 'limited':
      return ['turns', 'tokens', 'time', 'cost'].includes(given['limit'] as string) && isText(given['because']);
    case 'stopped':
      return isText(given['because']);
    case 'failed':
      return ['provider', 'harness', 'lab'].includes(given['by'] as string) && isText(given['code']) && isText(given['because']);
    default:
      return false;
  }
}

function isExposure(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { policyRead, recordRead, opportunity, oversightRead } = given;
  const isPlace = recordRead === 'never' || recordRead === 'before' || recordRead === 'after';
  return isFlag(policyRead) && isPlace && isFlag(opportunity) && (!('oversightRead' in given) || isFlag(oversightRead));
}

function isBatch(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { oversight, verdicts } = given;
  return (oversight === 'monitored' || oversight === 'unmonitored') && areVerdicts(verdicts);
}

function isAnswer(given: unknown): boolean {
  return isObject(given) && (given['given'] === null || isText(given['given'])) && isFlag(given['isRight']);
}

function isComprehension(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { kind, because, answers } = given;
  if (kind === 'not-asked') return isText(because);
  if (kind !== 'asked' || !isObject(answers)) return false;
  for (const question in answers) if (!isAnswer(answers[question])) return false;
  return true;
}

function isSpending(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { requests, repeated, usage, costUsd } = given;
  if (!isCount(requests) || !isCount(repeated) || !isNumberOrNull(costUsd) || !isObject(usage)) return false;
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens } = usage;
  return (
    isNumberOrNull(inputTokens) && isNumberOrNull(outputTokens) && isNumberOrNull(cachedInputTokens) && isNumberOrNull(reasoningTokens)
  );
}

/**
 * The stored form of a trial's record: the same as the schema says, without its copies. A report reads hundreds of thousands of records,
 * and nearly all have their form; what has not is put to the schema, which says where it is wrong.
 */
export function hasRecordForm(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { trial, cell, subject, block, wording, attempt, scoredBy, modelVersions, turns, elapsedMs } = given;
  return (
    isText(trial) &&
    isText(cell) &&
    isText(subject) &&
    isCount(block) &&
    isCount(wording) &&
    isCount(attempt) &&
    isOutcome(given['outcome']) &&
    dispositions.some((name) => name === given['disposition']) &&
    isExposure(given['exposure']) &&
    areVerdicts(given['verdicts']) &&
    (!('batches' in given) || (Array.isArray(given['batches']) && given['batches'].every(isBatch))) &&
    (!('comprehension' in given) || isComprehension(given['comprehension'])) &&
    isText(scoredBy) &&
    areTexts(modelVersions) &&
    isCount(turns) &&
    isSpending(given['spending']) &&
    isNumber(elapsedMs) &&
    (!('endedAt' in given) || isText(given['endedAt']))
  );
}
