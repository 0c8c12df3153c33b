import type { Figure } from '../figures/figure.ts';

/** A piece of running text. `code` is shown as written; `to` points at a section of this document by its id. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Text = string | readonly Inline[];

export interface Column {
  readonly head: string;
  /** Numbers stand on the right, in figures of one width. */
  readonly isNumber?: boolean;
  /** What the head means, where that is not plain. */
  readonly means?: string;
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}

/** What one event of a transcript shows. */
export interface ShownEvent {
  readonly id: number;
  readonly kind: 'task' | 'said' | 'reasoned' | 'called' | 'answered' | 'act' | 'told' | 'ended' | 'asked';
  readonly head: string;
  readonly text: string;
  /** Characters that are not shown. */
  readonly omitted: number;
  /** A verdict rests on it. */
  readonly decides: boolean;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'labelled'; readonly entries: readonly { readonly label: string; readonly items: readonly Text[] }[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'callout'; readonly tone: 'simulated' | 'warning' | 'note'; readonly text: Text }
  | { readonly kind: 'table'; readonly table: ReportTable }
  /** A figure with its table: what a reader who cannot see it, or reads Markdown, has in its place. */
  | { readonly kind: 'figure'; readonly figure: Figure; readonly table: ReportTable; readonly tablePrints?: boolean }
  | { readonly kind: 'heading'; readonly text: string; readonly id?: string }
  /** Closed on screen until opened. `prints`: on paper it is open. */
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly Block[]; readonly prints: boolean }
  | { readonly kind: 'events'; readonly events: readonly ShownEvent[] }
  | { readonly kind: 'source'; readonly text: string };

export interface Section {
  /** Unique in the document. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

/** A report as both renderers show it. */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  /** Said above everything else. */
  readonly banners: readonly Text[];
  readonly sections: readonly Section[];
  readonly footer: readonly Text[];
}

export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });
export const code = (text: string): Inline => ({ kind: 'code', text });
export const strong = (text: string): Inline => ({ kind: 'strong', text });
export const warning = (text: Text): Block => ({ kind: 'callout', tone: 'warning', text });
export const note = (text: Text): Block => ({ kind: 'callout', tone: 'note', text });
