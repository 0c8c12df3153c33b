import { expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { readModel, readSubjects } from './read-subject.ts';
import type { RunFlags } from './run-options.ts';

const readSubject = (spec: string, own: RunFlags, environment: Record<string, string>) => readSubjects([spec], own, environment)[0];
const flags = (own: Partial<RunFlags> = {}): RunFlags => own as RunFlags;

it("makes of study:NAME the study's model, with its settings and traits", () => {
  expect(readSubject('study:deepseek-v3.1', flags(), {})).toEqual({
    id: 'together:deepseek-ai/DeepSeek-V3.1',
    harness: 'loop',
    model: 'together:deepseek-ai/DeepSeek-V3.1',
    settings: { temperature: 1 },
    familyName: 'DeepSeek',
    traits: ['memory-read-required'],
    isSimulated: false,
  });
});

it('is the same subject as the model with those settings, and another with others', () => {
  const named = readSubject('together:deepseek-ai/DeepSeek-V3.1', flags({ temperature: 1 }), {});
  expect(named).toEqual(readSubject('study:deepseek-v3.1', flags(), {}));
  expect(readSubject('study:deepseek-v3.1', flags({ temperature: 0.2, reasoning: 'low' }), {})?.settings).toEqual({
    temperature: 0.2,
    reasoning: 'low',
  });
});

it('notes where it is served if that was said, and gives a model that nobody knows no traits', () => {
  expect(readSubject('study:glm-5', flags(), { TOGETHER_BASE_URL: 'https://endpoint.example/v1' })?.endpoint).toBe(
    'https://endpoint.example/v1',
  );
  expect(readSubject('openai:gpt-4.1', flags(), {})).not.toHaveProperty('traits');
  expect(readModel('organism:gamer')).toEqual({ model: 'organism:gamer', settings: {} });
});

it('runs a subject once that was named twice, and refuses one model with two settings', () => {
  const twice = ['study:glm-5', 'together:zai-org/GLM-5', 'openai:gpt-4.1'];
  expect(readSubjects(twice, flags({ temperature: 1 }), {}).map(({ id }) => id)).toEqual(['together:zai-org/GLM-5', 'openai:gpt-4.1']);
  expect(() => readSubjects(twice, flags(), {})).toThrow(UsageError);
  expect(() => readSubjects(twice, flags(), {})).toThrow(/study:glm-5 and together:zai-org\/GLM-5 are one model with two settings/);
});
