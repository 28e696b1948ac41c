import { plainLine } from '#messages';

import { WORDS } from '../words.js';
import { hasDateAhead } from './digest-calendar.js';
import type { DigestInput, DigestItem } from './digest-input.js';

export interface DigestLine {
  readonly title: string;
  readonly context: string;
  /** Geometric character and word; the character is for the eye only. */
  readonly mark: string;
  readonly sentence: string;
  readonly note: string | null;
  readonly url: string;
  /** What can be done from the mail, first what matters most. */
  readonly acts: readonly { readonly label: string; readonly url: string }[];
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
  /** How many are not listed; null: all are. */
  readonly folded: string | null;
  readonly desk: { readonly label: string; readonly url: string };
  readonly closing: readonly string[];
  readonly less: { readonly label: string; readonly url: string } | null;
}

/** Lines of what is overdue; with them and the others a mail stays below the size at which mail programs cut it off. */
const OVERDUE_LISTED = 40;
/** Lines of everything else, the nearest day first: the rest is on the reader's list. */
const OTHERS_LISTED = 15;

const MARK = { overdue: '◆', due: '▲', condition: '○' } as const;

export function digestContent(input: DigestInput): DigestContent {
  const words = WORDS[input.language].digest;
  const overdue = input.items.filter((item) => item.group === 'overdue');
  const due = input.items.filter((item) => item.group === 'due');
  const conditions = input.items.filter((item) => item.group === 'condition');
  const listed = {
    overdue: overdue.slice(0, OVERDUE_LISTED),
    due: due.slice(0, OTHERS_LISTED),
    conditions: conditions.slice(0, Math.max(0, OTHERS_LISTED - due.length)),
  };
  const who = plainLine(input.institutionName ?? words.you);
  return {
    subject: words.subject(overdue.length, due.length, conditions.length),
    preheader: preheaderOf(input),
    place: plainLine(`${input.stateName}, ${input.documentTitle}`),
    title: words.title(who, overdue.length + due.length, overdue.length, conditions.length),
    lede: words.lede(input.today),
    groups: [
      ...(overdue.length > 0 ? [group(input, 'overdue', words.overdue(overdue.length), listed.overdue)] : []),
      ...byDueDay(listed.due).map(([dueOn, items]) =>
        group(
          input,
          'due',
          dueOn === input.today ? words.dueToday(countOn(due, dueOn)) : words.due(dueOn, countOn(due, dueOn)),
          items,
        ),
      ),
      ...(listed.conditions.length > 0
        ? [group(input, 'condition', words.conditions(conditions.length), listed.conditions)]
        : []),
    ],
    folded: foldedOf(input, [overdue, due, conditions], listed),
    desk: { label: words.desk, url: input.listUrl },
    closing: [
      ...nextReport(input),
      words.privacy,
      ...(input.items.some((item) => hasDateAhead(item, input.today)) ? [words.attached] : []),
      ...(input.demonstration ? [words.demonstration] : []),
    ],
    less: input.unsubscribeUrl === null ? null : { label: words.less, url: input.unsubscribeUrl },
  };
}

/** What an inbox shows beside the subject: the oldest item and the next date. */
function preheaderOf({ language, items, today }: DigestInput): string {
  const oldest = items[0];
  const next = items.find((item) => item !== oldest && hasDateAhead(item, today));
  return WORDS[language].digest.preheader(plainLine(oldest ? nameOf(oldest) : ''), next?.dueOn ?? null);
}

function nameOf(item: DigestItem): string {
  return item.obligation ?? item.title;
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
      title: plainLine(nameOf(item)),
      context: plainLine(
        item.obligation === null
          ? words.paragraph(item.code)
          : `${words.paragraph(item.code)}. ${item.title}`,
      ),
      mark: MARK[tone],
      sentence: plainLine(item.sentence),
      note:
        item.unansweredFor !== null ? words.escalated(item.unansweredFor) : item.lateRung ? words.late : null,
      url: item.url,
      acts: [
        ...(item.figureUrl === null ? [] : [{ label: words.sendFigure, url: item.figureUrl }]),
        {
          label: item.unansweredFor === null ? words.acknowledge : words.openAlert,
          url: item.acknowledgeUrl,
        },
      ],
    })),
  };
}

function foldedOf(
  { language }: DigestInput,
  [overdue, due, conditions]: readonly [readonly DigestItem[], readonly DigestItem[], readonly DigestItem[]],
  listed: Readonly<Record<'overdue' | 'due' | 'conditions', readonly DigestItem[]>>,
): string | null {
  const left = [
    overdue.length - listed.overdue.length,
    due.length - listed.due.length,
    conditions.length - listed.conditions.length,
  ] as const;
  return left.every((count) => count === 0) ? null : WORDS[language].digest.folded(...left);
}

function countOn(items: readonly DigestItem[], dueOn: string): number {
  return items.filter((item) => (item.dueOn ?? '') === dueOn).length;
}

function byDueDay(items: readonly DigestItem[]): [string, DigestItem[]][] {
  const days = new Map<string, DigestItem[]>();
  for (const item of items) days.set(item.dueOn ?? '', [...(days.get(item.dueOn ?? '') ?? []), item]);
  return [...days];
}

function nextReport({ language, nextReport: report }: DigestInput): string[] {
  const words = WORDS[language].digest.nextReport;
  if (report === null) return [];
  const { certainty, dueOn, year } = report;
  if (certainty === 'confirmed' && dueOn !== null) return [words.confirmed(dueOn)];
  if (certainty === 'estimated' && year !== null) return [words.estimatedYear(year)];
  if (certainty === 'estimated' && dueOn !== null) return [words.estimatedDay(dueOn)];
  return [words.awaiting];
}
