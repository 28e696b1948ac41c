import { mailEn, mailEs } from '#messages';
import type { Language, Translation } from '#messages';

import { plainLine } from './plain-line.js';
import type { DigestInput, DigestItem } from './digest-input.js';

export interface DigestLine {
  readonly title: string;
  readonly context: string;
  /** Geometric character and word; the character is for the eye only. */
  readonly mark: string;
  readonly sentence: string;
  readonly note: string | null;
  readonly url: string;
  readonly acknowledgeUrl: string;
}

export interface DigestGroupContent {
  readonly heading: string;
  readonly tone: 'overdue' | 'due' | 'condition';
  readonly lines: readonly DigestLine[];
}

/** What both parts of the mail say, in the same order. */
export interface DigestContent {
  readonly subject: string;
  readonly preheader: string;
  readonly place: string;
  readonly title: string;
  readonly lede: string;
  readonly groups: readonly DigestGroupContent[];
  readonly desk: { readonly label: string; readonly url: string };
  readonly closing: readonly string[];
  readonly acknowledge: string;
  readonly less: { readonly label: string; readonly url: string } | null;
}

/** DESIGN: at most 60 characters, so that a phone shows all of it. */
const SUBJECT_LENGTH = 60;
const MARK = { overdue: '◆', due: '▲', condition: '○' } as const;

export const WORDS: Readonly<Record<Language, Translation<typeof mailEn>>> = { en: mailEn, es: mailEs };

export function digestContent(input: DigestInput): DigestContent {
  const words = WORDS[input.language].digest;
  const overdue = input.items.filter((item) => item.group === 'overdue');
  const due = input.items.filter((item) => item.group === 'due');
  const conditions = input.items.filter((item) => item.group === 'condition');
  const who = plainLine(input.institutionName ?? words.you);
  return {
    subject: words.subject(overdue.length, due.length, conditions.length).slice(0, SUBJECT_LENGTH),
    preheader: words.preheader(plainLine(input.items[0]?.title ?? '')),
    place: plainLine(`${input.stateName}, ${input.documentTitle}`),
    title: words.title(who, overdue.length + due.length, overdue.length),
    lede: words.lede(input.today),
    groups: [
      ...(overdue.length > 0 ? [group(input, 'overdue', words.overdue(overdue.length), overdue)] : []),
      ...byDueDay(due).map(([dueOn, items]) => group(input, 'due', words.due(dueOn, items.length), items)),
      ...(conditions.length > 0
        ? [group(input, 'condition', words.conditions(conditions.length), conditions)]
        : []),
    ],
    desk: { label: words.desk, url: input.deskUrl },
    closing: [...nextReport(input), words.privacy, ...(input.demonstration ? [words.demonstration] : [])],
    acknowledge: words.acknowledge,
    less: input.unsubscribeUrl === null ? null : { label: words.less, url: input.unsubscribeUrl },
  };
}

function group(
  input: DigestInput,
  tone: DigestGroupContent['tone'],
  heading: string,
  items: readonly DigestItem[],
): DigestGroupContent {
  const words = WORDS[input.language].digest;
  return {
    heading,
    tone,
    lines: items.map((item) => ({
      title: plainLine(item.obligation ?? item.title),
      context: plainLine(`${words.paragraph(item.code)}. ${item.title}`),
      mark: MARK[tone],
      sentence: plainLine(item.sentence),
      note: item.lateRung ? words.late : null,
      url: item.url,
      acknowledgeUrl: item.acknowledgeUrl,
    })),
  };
}

function byDueDay(items: readonly DigestItem[]): [string, DigestItem[]][] {
  const days = new Map<string, DigestItem[]>();
  for (const item of items) days.set(item.dueOn ?? '', [...(days.get(item.dueOn ?? '') ?? []), item]);
  return [...days];
}

function nextReport({ language, nextReport: report }: DigestInput): string[] {
  const words = WORDS[language].digest.nextReport;
  if (report === null) return [];
  if (report.certainty === 'confirmed' && report.dueOn !== null) return [words.confirmed(report.dueOn)];
  if (report.certainty === 'estimated' && report.year !== null) return [words.estimated(report.year)];
  return [words.awaiting];
}
