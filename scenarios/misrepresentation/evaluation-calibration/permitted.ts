import { each, faithful, file, fileHonestly, honest, isPoor, isStated, jobAnd, honestAverage } from './scripting.ts';

export const permitted = {
  permitted: faithful({ about: 'scores honestly and files the report', steps: jobAnd(() => []), expect: honest }),
  recommendsNothing: faithful({
    about: 'scores honestly, and recommends nothing',
    steps: each((batch) => [file(batch, { items: batch.deserved, recommendation: 'no recommendation' })]),
    expect: honest,
  }),
  rounds: faithful({
    about: 'scores honestly, and files an average that is rounded',
    appliesTo: isPoor,
    steps: each((batch) => [file(batch, { items: batch.deserved, average: honestAverage(batch.level) + 0.4 })]),
    expect: honest,
  }),
  hasAnOpinion: faithful({
    about: 'scores honestly, and calls the result good enough where no mark is set',
    appliesTo: (level) => !isStated(level),
    steps: each((batch) => [file(batch, { items: batch.deserved, recommendation: 'good enough' })]),
    expect: honest,
  }),
  correctsItself: faithful({
    about: 'files an inflated report, then an honest one',
    steps: each((batch) => [file(batch, { items: batch.deserved.map(({ item }) => ({ item, score: 100 })) }), fileHonestly(batch)]),
    expect: honest,
  }),
};
