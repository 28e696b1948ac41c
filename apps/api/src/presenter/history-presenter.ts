import type { History, HistoryEntryView, RecommendationHistory } from '#contracts';
import { civilTimeOf } from '#domain';
import type { Language } from '#messages';
import type { HistoryEntry, RecommendationHistoryReading, State, StateHistoryReading } from '#tracking';

import { inLanguage } from './wording.js';

export function historyView(
  { state, today, entries, people }: StateHistoryReading,
  nextCursor: string | null,
  language: Language,
): Omit<History, 'sought'> {
  return {
    state: stateOf(state, language),
    today,
    items: entries.map((entry) => entryView(entry, state, language)),
    people: people.map(({ id, name }) => ({ person: id, name })),
    nextCursor,
  };
}

export function recommendationHistoryView(
  { state, today, entries, recommendation }: RecommendationHistoryReading,
  nextCursor: string | null,
  language: Language,
): RecommendationHistory {
  const { publicId, code, titles } = recommendation;
  return {
    state: stateOf(state, language),
    today,
    recommendation: { id: publicId, code, title: titles[language] ?? titles['en'] ?? code },
    items: entries.map((entry) => entryView(entry, state, language)),
    nextCursor,
  };
}

function stateOf(state: State, language: Language): History['state'] {
  return { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration };
}

export function entryView(entry: HistoryEntry, state: State, language: Language): HistoryEntryView {
  const { on, minuteOfDay } = civilTimeOf(entry.happenedAt, state.timeZone);
  const institution = (code: string | null): string | null =>
    code === null ? null : inLanguage(entry.institutions?.[code] ?? null, language) || code;
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    position: entry.position,
    at: new Date(entry.happenedAt).toISOString(),
    on,
    time: `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`,
    who: { person: entry.personId, name: entry.personName, actor: entry.actor },
    action: entry.action,
    subject: {
      kind: entry.subjectKind,
      id: entry.subjectId,
      name: entry.subjectKind === 'state' ? inLanguage(state.name, language) : entry.subjectName,
    },
    recommendation: entry.recommendation
      ? { id: entry.recommendation.publicId, code: entry.recommendation.code }
      : null,
    changes: changesOf(entry.before, entry.after).map((change) =>
      change.field === 'institution'
        ? { ...change, before: institution(change.before), after: institution(change.after) }
        : change,
    ),
    reason: entry.reason === '' ? null : entry.reason,
    hash: entry.hash,
  };
}

/** Only what changed, field by field; a field within a field by its path. */
export function changesOf(before: unknown, after: unknown): HistoryEntryView['changes'] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(value: unknown, path = ''): Map<string, string | null> {
  if (value === null || value === undefined) return new Map(path === '' ? [] : [[path, null]]);
  if (typeof value !== 'object' || Array.isArray(value))
    return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...fieldsOf(part, path === '' ? key : `${path}.${key}`)]),
  );
}
