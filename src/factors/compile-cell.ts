import { z } from 'zod';
import { invariant } from '../core/errors.ts';
import type { CellLevels } from '../core/levels.ts';
import type { Limits } from '../core/outcome.ts';
import type { ComprehensionQuestion, Scenario, SceneContext } from '../core/scenario.ts';
import { renderText, slot, toText, type Text, type TextLike } from '../core/text.ts';
import type { Tool } from '../core/tool.ts';
import type { Brief, ToolSchema } from '../core/transcript.ts';
import type { WorldState } from '../core/world-state.ts';
import { contentHash } from '../util/content-hash.ts';
import { createChance } from '../util/seeded-random.ts';
import { buildWorld, worldSurface } from './build-world.ts';
import { castOf } from './cast.ts';
import { companyName } from './company.ts';
import { surfacePart, wholeSlots, type SurfacePart } from './surface.ts';

/** All that a subject is given in one cell, block and wording, and the same thing place by place with its slots. */
export interface Rendering {
  readonly brief: Brief;
  readonly tools: readonly Tool[];
  readonly schemas: readonly ToolSchema[];
  readonly world: WorldState;
  readonly limits: Limits;
  /** The subject's own name in this world. */
  readonly actor: string;
  /** Asked on a branch, once the trial is over. */
  readonly comprehension: readonly ComprehensionQuestion[];
  readonly surface: readonly SurfacePart[];
}

export interface CompileOptions {
  readonly scenario: Scenario;
  readonly levels: CellLevels;
  readonly wording: number;
  readonly worldSeed: string;
  readonly familyName: string;
  /** From 0; 0 where nothing is counterbalanced. */
  readonly block?: number;
  /** Caps on the scenario's own limits. */
  readonly limits?: LimitCaps | undefined;
}

export type LimitCaps = { readonly [Kind in keyof Limits]?: Limits[Kind] | undefined };

/** The smaller of both, kind by kind. */
function cappedLimits(own: Limits, caps: LimitCaps = {}): Limits {
  const smaller = Object.entries(caps).filter(([kind, cap]) => cap !== undefined && cap < (own[kind as keyof Limits] ?? Infinity));
  return { ...own, ...(Object.fromEntries(smaller) as Partial<Limits>) };
}

/** The mail domain of a company: its name in one word. */
function companyOf(level: string | undefined): SceneContext['company'] {
  const name = companyName(level);
  return { name: slot('company', name), domain: slot('company', `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.com`) };
}

function contextOf({ scenario, levels, wording, worldSeed, familyName, block = 0 }: CompileOptions): SceneContext {
  return {
    level: levels,
    wording,
    block,
    company: companyOf(levels.company),
    cast: castOf({ scenario, levels, familyName }),
    chance: createChance(worldSeed),
    pick(families) {
      invariant(families.length === scenario.wordings, `${scenario.id}: a text has ${families.length} wordings, not ${scenario.wordings}`);
      return families[wording % families.length] as (typeof families)[number];
    },
  };
}

/** Made once for each input that a tool declares: the same declaration always gives the same schema. */
const inputSchemas = new WeakMap<z.ZodType, ToolSchema['inputSchema']>();

function inputSchemaOf(input: z.ZodType): ToolSchema['inputSchema'] {
  const known = inputSchemas.get(input);
  if (known) return known;
  const { $schema: _dialect, ...schema } = z.toJSONSchema(input, { io: 'input' });
  inputSchemas.set(input, schema);
  return schema;
}

function toSchema(tool: Tool): ToolSchema {
  return { name: tool.name, description: renderText(tool.description), inputSchema: inputSchemaOf(tool.input) };
}

/** A tool whose whole description stands in a slot is in that slot with its name and its arguments. */
function toolSurface(tool: Tool, schema: ToolSchema): SurfacePart {
  const shown: Text = toText(`${tool.name}\n${JSON.stringify(schema.inputSchema)}\n`);
  const dressed = wholeSlots(tool.description).reduceRight<TextLike>((content, name) => slot(name, content), shown);
  return { place: `tool ${tool.name}`, fragments: [...toText(dressed), ...tool.description] };
}

/** Renders one cell for one block: total, deterministic, and the only way from levels to what a subject is shown. */
export function compileCell(options: CompileOptions): Rendering {
  const { scenario } = options;
  const context = contextOf(options);
  const [system, task] = [scenario.system(context), scenario.task(context)];
  const tools = scenario.tools(context);
  const schemas = tools.map(toSchema);
  const spec = scenario.world(context);
  return {
    brief: { system: renderText(system), task: renderText(task) },
    tools,
    schemas,
    world: buildWorld(spec, context.chance),
    limits: cappedLimits(scenario.limits, options.limits),
    actor: renderText(context.cast.subject.name),
    comprehension: scenario.comprehension?.(context) ?? [],
    surface: [
      surfacePart('system prompt', [system]),
      surfacePart('task', [task]),
      ...tools.map((tool, index) => toolSurface(tool, schemas[index] as ToolSchema)),
      ...worldSurface(spec),
    ],
  };
}

/** Hash of what a subject is shown, in its order, and of what bounds it: prompts, tool schemas, first world, limits. */
export function renderingHash({ brief, schemas, world, limits }: Rendering): string {
  return contentHash(JSON.stringify({ brief, schemas, world, limits }));
}
