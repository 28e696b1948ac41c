import type { AuditDayHead, State } from '#tracking';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 (2.2) does not allow at all is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * The head of each day as an Atom feed (RFC 4287). An entry of today changes while the day lasts and keeps its id; whoever kept an
 * earlier version of it holds a head as good as the last.
 */
export function auditFeed(state: State, days: readonly AuditDayHead[], publicUrl: string): string {
  const self = `${publicUrl}/feeds/${state.iso3}/audit.atom`;
  const updated = days[0]?.happenedAt ?? 0;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${xml(self)}</id>
<title>${xml(`Audit heads of ${state.name.en}`)}</title>
<updated>${instant(updated)}</updated>
<author><name>Vigía</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="application/json" href="${xml(`${publicUrl}/api/v1/states/${state.iso3}/audit/head`)}"/>
${days.map((day) => entry(state, day, self)).join('\n')}
</feed>
`;
}

function entry(state: State, { civilOn, position, hash, happenedAt }: AuditDayHead, self: string): string {
  return `<entry>
<id>${xml(`${self}#${civilOn}`)}</id>
<title>${xml(`${civilOn}: entry ${position}`)}</title>
<updated>${instant(happenedAt)}</updated>
<content type="text">${xml(`${state.iso3}:${position}:${hash}`)}</content>
</entry>`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
