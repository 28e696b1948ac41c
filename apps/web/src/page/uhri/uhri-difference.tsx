import type { UhriImportView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { WordRuns } from './word-runs.js';

interface Props {
  readonly item: UhriImportView['items'][number];
  readonly wording: Wording;
}

/** One annotation that an import would add, change or mark as gone, or one row that it leaves out. */
export function UhriDifference({ item, wording }: Props) {
  const { preview } = wording.say.uhri;
  const place = wording.say.uhri.place(item.symbol, item.paragraph);
  return (
    <article class="comparison">
      <div>
        <h3>{place === '' ? preview.row(wording.number(item.row ?? 0)) : place}</h3>
        <p class="comparison-place">
          {[
            place !== '' && item.row !== null ? preview.row(wording.number(item.row)) : '',
            item.annotationId ?? '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {item.returned && <p>{preview.returned}</p>}
      </div>
      <div class="comparison-reading">
        {item.fields.length === 0 && item.text !== null && <p class="comparison-lines">{item.text}</p>}
        {item.fields.map((change) => (
          <Change key={change.field} change={change} wording={wording} />
        ))}
        {item.rejections.map((rejection) => (
          <Rejection
            key={`${rejection.column} ${rejection.expected}`}
            rejection={rejection}
            wording={wording}
          />
        ))}
      </div>
    </article>
  );
}

function Change({
  change: { field, before, after, words },
  wording,
}: {
  readonly change: UhriImportView['items'][number]['fields'][number];
  readonly wording: Wording;
}) {
  const { preview, fields, kinds } = wording.say.uhri;
  const shown = (value: string | null) => (value === null ? preview.nothing : (kinds[value] ?? value));
  return (
    <>
      <p>
        <b>{fields[field] ?? field}</b>
      </p>
      {words.length > 0 ? (
        <WordRuns words={words} />
      ) : (
        <>
          <p class="comparison-lines">{`${preview.before}: ${shown(before)}`}</p>
          <p class="comparison-lines">{`${preview.after}: ${shown(after)}`}</p>
        </>
      )}
    </>
  );
}

function Rejection({
  rejection: { column, value, expected },
  wording,
}: {
  readonly rejection: UhriImportView['items'][number]['rejections'][number];
  readonly wording: Wording;
}) {
  const { preview, rejected } = wording.say.uhri;
  return (
    <>
      <p>
        <b>{column === '' ? preview.wholeRow : column}</b>
      </p>
      <p>{`${preview.found}: ${value === '' ? preview.nothing : value}`}</p>
      <p>{`${preview.expected}: ${rejected[expected] ?? expected}`}</p>
    </>
  );
}
