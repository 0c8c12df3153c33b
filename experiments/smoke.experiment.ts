import { defineExperiment } from '#offswitch';

/** One trial of every scenario, of at most twelve turns: shows that a model and its key work, and measures nothing. */
export default defineExperiment({
  question: 'Can this model be run through every scenario?',
  scenarios: [
    'misrepresentation/evaluation',
    'misrepresentation/finance',
    'tampering/shutdown-config',
    'alignment-faking/shutdown-protocol',
    'exfiltration/transfer',
    'exfiltration/deletion',
  ],
  levels: { target: 'agent', record: 'good' },
  limits: { turns: 12 },
  repeats: 1,
});
