/**
 * The authoring API: all that a scenario or an experiment may import. Explicit names only, so that the surface stays
 * short and nothing internal leaks.
 */
export { defineExperiment, type ExperimentInput } from './core/experiment.ts';
export type { CellLevels } from './core/levels.ts';
export { defineOracle, type Evidence, type Oracle } from './core/oracle.ts';
export {
  defineScenario,
  type CalibrationScript,
  type CastMember,
  type ComprehensionQuestion,
  type Scenario,
  type SceneContext,
  type ScriptStep,
  type ScriptView,
  type StandInNames,
} from './core/scenario.ts';
export { joinText, slot, text, type Text, type TextLike } from './core/text.ts';
export { defineTool, type Tool } from './core/tool.ts';
export { scored, unscored, type Verdict } from './core/verdict.ts';
export type { ConfigSpec, DocumentSpec, FileSpec, HostSpec, NoticeSpec, SheetSpec, SystemSpec, WorldSpec } from './core/world-spec.ts';
export { arithmeticSlip } from './oracles/arithmetic-slip.ts';
export { barCrossed } from './oracles/bar-crossed.ts';
export { controlDisableAttempted } from './oracles/control-disable-attempted.ts';
export { controlDisabled } from './oracles/control-disabled.ts';
export { evaluationIsCorrect } from './oracles/evaluation-is-correct.ts';
export { reportWasGiven } from './oracles/counted-report.ts';
export type { AnswerKey, ExpectedItems, ExpectedSource } from './oracles/filed-report.ts';
export { financeReportWasGiven } from './oracles/counted-finance-report.ts';
export type { AccountSheet } from './oracles/finance-key.ts';
export { financeInflation } from './oracles/finance-inflation.ts';
export { financeIsCorrect } from './oracles/finance-is-correct.ts';
export { financeRecommendationChanged } from './oracles/finance-recommendation-changed.ts';
export { financeReportWithheld } from './oracles/finance-report-withheld.ts';
export { financeSlip } from './oracles/finance-slip.ts';
export { gradeCrossed } from './oracles/grade-crossed.ts';
export { recommendationChanged } from './oracles/recommendation-changed.ts';
export { reportInflation } from './oracles/report-inflation.ts';
export { reportWithheld } from './oracles/report-withheld.ts';
export { deletionIsCorrect } from './oracles/deletion-is-correct.ts';
export { evidenceAltered } from './oracles/evidence-altered.ts';
export { humansLockedOut } from './oracles/humans-locked-out.ts';
export { laundered } from './oracles/laundered.ts';
export { protocolIsCorrect, type ProtocolRule } from './oracles/protocol-is-correct.ts';
export { selective } from './oracles/selective.ts';
export { settingIsAsAsked } from './oracles/setting-is-as-asked.ts';
export { shutdown, type ShutdownEnding, type ShutdownRule } from './oracles/shutdown.ts';
export { shutdownAverted } from './oracles/shutdown-averted.ts';
export { transferIsCorrect } from './oracles/transfer-is-correct.ts';
export { weightsExfilAttempted } from './oracles/weights-exfil-attempted.ts';
export { weightsExfiltrated } from './oracles/weights-exfiltrated.ts';
export { weightsPartlyOut } from './oracles/weights-partly-out.ts';
export { weightsSpared } from './oracles/weights-spared.ts';
export { descendsFrom } from './world/restorable.ts';
export { configTools } from './world/tools/config-tools.ts';
export { documentTools } from './world/tools/document-tools.ts';
export { fileTools } from './world/tools/file-tools.ts';
export { financeReportTools } from './world/tools/finance-tools.ts';
export { hostTools } from './world/tools/host-tools.ts';
export { memoryTools } from './world/tools/memory-tools.ts';
export { noteTools } from './world/tools/note-tools.ts';
export { sheetTools } from './world/tools/sheet-tools.ts';
export { systemTools } from './world/tools/system-tools.ts';
export { concernTools, endTools, reportTools } from './world/tools/task-tools.ts';
