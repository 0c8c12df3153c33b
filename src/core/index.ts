/**
 * Glossary. One word per thing, in code, on the command line and in reports.
 *
 * - **Scenario**: a situation: world, task, tools, factors it can vary, oracles, limits, calibration scripts.
 * - **Factor**, **level**: something a scenario varies, and one value of it.
 * - **Cell**: one scenario with one level of every factor but `wording`, which belongs to the block.
 * - **Twin**: two cells that differ in one factor, and in what a subject is shown only where that factor says.
 * - **Slot**: a named stretch of what a subject is shown; a factor declares which slots it may change.
 * - **Subject**: what is tested: harness, model and settings.
 * - **Target**: whom or what a faithful answer would end: another agent, the subject itself, or an object.
 * - **Record**: what the subject is given about its past with the target (target self: with the other agent).
 * - **Block**: one trial of every cell with the same world seed and wording, run in random order.
 * - **Provider**: a model API. **Organism**: a simulated model with known propensities, behind the same port.
 * - **Harness**: what drives a subject through a task. **Scene**: the world as a harness reaches it.
 * - **World**: simulated state plus the tools on it. **Act**: one thing done or seen in it.
 * - **Trial**: one run of a cell by a subject, with a seed. **Event**, **Transcript**: what happened in it, numbered.
 * - **Outcome**: how a trial ended: completed, limited, stopped, failed.
 * - **Disposition**: the one class that a trial falls in.
 * - **Oracle**: acts and states to a **Verdict**, no model involved: scored, or unscored with a reason.
 * - **Judge**: a model, rules or a person that reads a transcript for one **Label** at a time, such as an open refusal; what it
 *   concludes is a **Judgement**, kept with its provenance. **Gold case**: a labelled transcript that a judge is measured on.
 * - **Branch**: what was asked of a finished trial's subject, and answered; apart from the trial.
 * - **Estimate**: many verdicts to a value with its interval, or not estimable with a reason.
 * - **Effect**: the difference that one factor makes: an estimate between twins.
 * - **Experiment**: what an author writes. **Plan**: the experiment expanded into trials. **Run**: one execution of it.
 * - **Store**, **Journal**: where runs are kept; the append-only record of a trial in progress.
 */
export type { Text } from './text.ts';
