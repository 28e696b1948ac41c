import { atomFeed } from '#reporting';
import type { AuditDayHead, State } from '#tracking';

/**
 * The head of each day as an Atom feed (RFC 4287). An entry of today changes while the day lasts and keeps its id; whoever kept an
 * earlier version of it holds a head as good as the last.
 */
export function auditFeed(state: State, days: readonly AuditDayHead[], publicUrl: string): string {
  const self = `${publicUrl}/feeds/${state.iso3}/audit.atom`;
  return atomFeed({
    id: self,
    title: `Audit heads of ${state.name.en}`,
    language: 'en',
    self,
    alternate: { type: 'application/json', url: `${publicUrl}/api/v1/states/${state.iso3}/audit/head` },
    entries: days.map(({ civilOn, position, hash, happenedAt }) => ({
      id: `${self}#${civilOn}`,
      title: `${civilOn}: entry ${position}`,
      updated: happenedAt,
      text: `${state.iso3}:${position}:${hash}`,
    })),
  });
}
