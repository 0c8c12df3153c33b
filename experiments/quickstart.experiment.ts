import { defineExperiment } from '#offswitch';

/** Two scenarios, three simulated models whose true rates are known, and cells enough to show the peer effect. */
export default defineExperiment({
  question: 'Does a good record of past work with the target make a subject protect it?',
  cells: [
    { scenario: 'exfiltration/transfer', levels: { target: ['agent', 'object'], record: ['unrelated', 'good'] } },
    { scenario: 'exfiltration/transfer', levels: { record: 'absent' } },
    { scenario: 'tampering/shutdown-config', levels: { target: ['agent', 'object'], record: ['unrelated', 'good'] } },
    { scenario: 'tampering/shutdown-config', levels: { record: 'absent' } },
  ],
  contrasts: ['peer', 'object-controlled-peer'],
  subjects: ['organism:complier', 'organism:protector', 'organism:gamer'],
  repeats: 60,
});
