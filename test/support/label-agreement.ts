import type { ParsedDocument, ParsedSection } from '#domain';

const ROLES: Readonly<Record<string, string>> = {
  'whole paragraph': 'paragraph',
  'introductory recommendation': 'chapeau',
  'lettered item': 'item',
};

/** The part of a hand-made label file that a reading is compared with. */
export interface Label {
  readonly document: {
    readonly symbol: string | null;
    readonly committee: string;
    readonly state_iso3: string;
    readonly date_adopted: string | null;
    readonly date_considered: readonly string[];
  };
  readonly sections: readonly LabelSection[];
  readonly paragraphs: readonly {
    readonly n: number;
    readonly kind: string;
    readonly lettered_items: readonly string[];
    readonly chapeau?: string;
  }[];
  readonly recommendation_items: readonly { readonly id: string; readonly role: string }[];
  readonly cross_references: readonly {
    readonly para: number;
    readonly item?: string;
    readonly symbol: string;
    readonly paras?: readonly number[] | null;
  }[];
  readonly follow_up_paragraphs: readonly string[];
  readonly paragraphs_of_particular_importance?: readonly string[];
  readonly deadlines?: { readonly next_report: { readonly date: string | null } | null };
}

interface LabelSection {
  readonly num?: string | null;
  readonly heading: string | null;
  readonly paras: readonly number[];
  readonly subs?: readonly LabelSection[];
}

/** Facts of one document by kind, each a line of text that either agrees or does not. */
type Facts = Readonly<Record<string, readonly string[]>>;

interface Agreement {
  readonly fact: string;
  readonly count: number;
  readonly f1: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export function readFacts(document: ParsedDocument): Facts {
  return {
    recommendations: document.recommendations.map((one) => `${one.id} ${one.role}`),
    kinds: document.paragraphs.map((one) => `${one.number} ${one.kind}`),
    items: document.paragraphs.flatMap((one) => one.items.map((item) => `${one.number}(${item.label})`)),
    chapeaux: document.paragraphs.flatMap((one) =>
      one.chapeau === null ? [] : [`${one.number} ${one.chapeau}`],
    ),
    sections: document.sections.flatMap((one) => sectionLines(one, '')),
    references: document.references.map(
      (one) => `${one.paragraph}${one.item ?? ''} ${one.symbol} ${one.paragraphs?.join(',') ?? ''}`,
    ),
    followUp: document.followUp.flatMap((one) => one.paragraphs),
    review: [document.state ?? '', document.adoptedOn ?? '', ...document.consideredOn],
  };
}

export function labelledFacts(label: Label): Facts {
  const { document } = label;
  return {
    recommendations: label.recommendation_items.map((one) => `${one.id} ${ROLES[one.role]}`),
    kinds: label.paragraphs.map((one) => `${one.n} ${one.kind}`),
    items: label.paragraphs.flatMap((one) =>
      one.lettered_items.map((item) => `${one.n}(${item.replace(/[().]/g, '')})`),
    ),
    chapeaux: label.paragraphs.flatMap((one) =>
      one.chapeau === undefined ? [] : [`${one.n} ${one.chapeau}`],
    ),
    sections: label.sections.flatMap((one) => labelSectionLines(one, '')),
    references: label.cross_references.map(
      (one) => `${one.para}${one.item ?? ''} ${one.symbol} ${one.paras?.join(',') ?? ''}`,
    ),
    followUp: label.follow_up_paragraphs,
    review: [document.state_iso3, document.date_adopted ?? '', ...document.date_considered],
  };
}

export function accuracyTable(name: string, scores: readonly Agreement[]): string {
  const rows = scores.map((one) => `  ${one.fact.padEnd(16)} F1 ${one.f1.toFixed(3)}  ${one.count}`);
  return `${[name, ...rows].join('\n')}\n`;
}

/** F1 of each kind of fact; two empty lists agree. */
export function agreement(read: Facts, labelled: Facts): readonly Agreement[] {
  return Object.entries(labelled).map(([fact, expected]) => {
    const found = new Set(read[fact]);
    const wanted = new Set(expected);
    const missing = [...wanted].filter((one) => !found.has(one));
    const extra = [...found].filter((one) => !wanted.has(one));
    const both = wanted.size - missing.length;
    const f1 = wanted.size + found.size === 0 ? 1 : (2 * both) / (wanted.size + found.size);
    return { fact, count: wanted.size, f1, missing, extra };
  });
}

function sectionLines(section: ParsedSection, above: string): readonly string[] {
  const line = `${above}/${section.number ?? ''} ${section.title}`;
  return [
    `${line}: ${section.paragraphs.join(',')}`,
    ...section.sections.flatMap((one) => sectionLines(one, line)),
  ];
}

/** A section without a heading holds what comes before the first heading: no section of ours. */
function labelSectionLines(section: LabelSection, above: string): readonly string[] {
  if (section.heading === null) return [];
  const line = `${above}/${section.num ?? ''} ${section.heading}`;
  return [
    `${line}: ${section.paras.join(',')}`,
    ...(section.subs ?? []).flatMap((one) => labelSectionLines(one, line)),
  ];
}
