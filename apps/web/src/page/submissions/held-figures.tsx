import type { HeldPeriodView, ReviewQueue } from '#contracts';

import { pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { periodWords } from './submission-words.js';

interface HeldFiguresProps {
  readonly held: ReviewQueue['held'];
  readonly iso3: string;
  readonly wording: Wording;
}

/** Counts of persons that were accepted and are not published yet, and what they wait for. */
export function HeldFigures({ held, iso3, wording }: HeldFiguresProps) {
  const words = wording.say.submission.held;
  if (held.total === 0) return null;
  return (
    <section class="section" aria-labelledby="held">
      <h2 id="held">{words.title(held.total)}</h2>
      <p>{words.lede}</p>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {held.items.map((item, index) => (
            <tr key={index}>
              <td class="what">
                {item.indicators.map(({ code, name }) => (
                  <a
                    key={code}
                    href={pageUrl(
                      wording.language,
                      statePath(iso3, `/indicators/${encodeURIComponent(code)}`),
                    )}
                  >
                    {name}
                  </a>
                ))}
                <span class="second">
                  {periodWords(item.period, wording)}, {item.source}
                </span>
              </td>
              <td class="day" data-label={words.since}>
                {wording.shortDate(item.since)}
              </td>
              <td data-label={words.why}>{reasonWords(item, wording)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {held.items.length < held.total && <p class="note">{words.more(held.total - held.items.length)}</p>}
    </section>
  );
}

function reasonWords({ reason, records, publishedOn }: HeldPeriodView, wording: Wording): string {
  const words = wording.say.submission.held;
  if (reason === 'few_records') return words.fewRecords(records ?? 0);
  if (reason === 'year_not_over' && publishedOn !== null)
    return words.yearNotOver(records ?? 0, wording.shortDate(publishedOn));
  return words.reasons[reason] ?? reason;
}
