import { isUtf8 } from 'node:buffer';

export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  /** First day, and the day after the last. */
  readonly start: string;
  readonly end: string;
  readonly status: string | null;
  readonly sequence: number | null;
  readonly lastModified: string | null;
  readonly url: string | null;
}

const MOST_OCTETS = 75;
const CONTENT_LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su;
const ONCE = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS', 'LAST-MODIFIED', 'URL'];

/** Reads an iCalendar object as strictly as RFC 5545 allows to, and throws at the first thing that it does not. */
export function readCalendarStrictly(text: string): {
  readonly properties: Readonly<Record<string, string>>;
  readonly events: readonly ReadEvent[];
} {
  const lines = unfolded(text).map(contentOf);
  const [first, ...rest] = lines;
  if (first?.name !== 'BEGIN' || first.value !== 'VCALENDAR')
    throw new Error('3.4: it begins with a calendar');
  const properties: Record<string, string> = {};
  const events: ReadEvent[] = [];
  let event: Record<string, string> | null = null;
  let isOver = false;
  for (const { name, parameters, value } of rest) {
    if (isOver) throw new Error(`3.4: nothing comes after the calendar, got ${name}`);
    if (name === 'BEGIN') {
      if (value !== 'VEVENT' || event !== null) throw new Error(`unexpected BEGIN:${value}`);
      event = {};
    } else if (name === 'END' && value === 'VEVENT' && event !== null) {
      events.push(eventOf(event));
      event = null;
    } else if (name === 'END' && value === 'VCALENDAR' && event === null) isOver = true;
    else if (name === 'END') throw new Error(`unexpected END:${value}`);
    else {
      const into = event ?? properties;
      if (into[name] !== undefined && (event === null || ONCE.includes(name)))
        throw new Error(`3.6.1: ${name} stands twice`);
      if (event !== null && /^DT(?:START|END)$/.test(name) && parameters !== ';VALUE=DATE')
        throw new Error(`${name} is no day: ${parameters}`);
      into[name] = value;
    }
  }
  if (!isOver) throw new Error('3.4: the calendar does not end');
  for (const needed of ['VERSION', 'PRODID'])
    if (properties[needed] === undefined) throw new Error(`3.6: ${needed} is missing`);
  return { properties, events };
}

/** Lines end with CRLF, are at most 75 octets long without it, and go on after a space (3.1). */
function unfolded(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('3.1: the last line does not end');
  const lines: string[] = [];
  for (const line of text.slice(0, -2).split('\r\n')) {
    if (/[\r\n]/.test(line)) throw new Error(`3.1: a bare line break in ${JSON.stringify(line)}`);
    // eslint-disable-next-line no-control-regex -- controls are what must not be there
    if (/[\u0000-\u0008\u000A-\u001F\u007F]/.test(line)) throw new Error('3.1: a control character');
    const octets = Buffer.from(line);
    if (!isUtf8(octets) || line.includes('\uFFFD')) throw new Error('3.1: a character is cut in two');
    if (octets.length > MOST_OCTETS) throw new Error(`3.1: ${octets.length} octets in ${line}`);
    if (line.startsWith(' ')) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  return lines;
}

function contentOf(line: string) {
  const [, name, parameters, value] = CONTENT_LINE.exec(line) ?? [];
  if (name === undefined || parameters === undefined || value === undefined)
    throw new Error(`3.1: no content line: ${line}`);
  return { name, parameters, value };
}

function eventOf(fields: Readonly<Record<string, string>>): ReadEvent {
  const { UID, DTSTAMP, DTSTART, DTEND, SUMMARY } = fields;
  if (UID === undefined || DTSTAMP === undefined) throw new Error('3.6.1: UID and DTSTAMP are asked for');
  for (const [name, value] of Object.entries({ DTSTART, DTEND }))
    if (!/^\d{8}$/.test(value ?? '')) throw new Error(`3.3.4: ${name} is no day: ${value}`);
  for (const name of ['DTSTAMP', 'LAST-MODIFIED'])
    if (fields[name] !== undefined && !/^\d{8}T\d{6}Z$/.test(fields[name]))
      throw new Error(`3.8.7: ${name} is no instant of UTC: ${fields[name]}`);
  const { SEQUENCE, STATUS, URL: url } = fields;
  return {
    uid: UID,
    summary: textOf(SUMMARY ?? ''),
    start: dayIn(DTSTART ?? ''),
    end: dayIn(DTEND ?? ''),
    status: STATUS ?? null,
    sequence: SEQUENCE === undefined ? null : Number(SEQUENCE),
    lastModified: fields['LAST-MODIFIED'] ?? null,
    url: url ?? null,
  };
}

const dayIn = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

/** Backslash, semicolon, comma and line break are written with a backslash before them (3.3.11). */
function textOf(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value.replace(/\\[;,]/g, '')))
    throw new Error(`3.3.11: not escaped: ${value}`);
  return value.replace(/\\(.)/gs, (_, character: string) => {
    if (!'\\;,nN'.includes(character)) throw new Error(`3.3.11: \\${character} means nothing`);
    return character.toLowerCase() === 'n' ? '\n' : character;
  });
}
