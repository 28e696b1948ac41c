import type { CaseSeriesList } from '#contracts';

import { pageUrl } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { headingOf, shareText, stageName } from './case-words.js';

interface RateProps {
  readonly cases: CaseSeriesList;
  readonly visit: Visit;
}

/** A share of one count in another. It is an address: what cannot be compared is refused in words, and nothing is lost. */
export function RateForm({ cases, visit }: RateProps) {
  const { wording, address } = visit;
  const say = wording.say.caseSeries;
  const { rate } = say;
  return (
    <section class="case-rate">
      <h2>{rate.title}</h2>
      <p>{rate.lede}</p>
      {cases.rate !== null && <Answer cases={cases} rate={cases.rate} visit={visit} />}
      <form class="filters" method="get" autocomplete="off" action={pageUrl(wording.language, address.path)}>
        {(['facet', 'region'] as const).map((name) => {
          const chosen = address.query.get(name);
          return chosen === null ? null : <input key={name} type="hidden" name={name} value={chosen} />;
        })}
        <Cohort name="fromSeries" label={rate.from} cases={cases} visit={visit} />
        <Stage name="from" label={rate.fromStage} suggested="complaint" cases={cases} visit={visit} />
        <Cohort name="toSeries" label={rate.to} cases={cases} visit={visit} />
        <Stage name="to" label={rate.toStage} suggested="conviction" cases={cases} visit={visit} />
        <button class="button" type="submit">
          {rate.button}
        </button>
      </form>
    </section>
  );
}

function Answer({ rate, visit }: RateProps & { readonly rate: NonNullable<CaseSeriesList['rate']> }) {
  const { wording, address } = visit;
  const { caseSeries } = wording.say;
  const counted = (name: string): string => {
    const stage = address.query.get(name) ?? '';
    return caseSeries.counts[stage] ?? stage;
  };
  return (
    <p class={rate.share === null ? 'case-refused' : 'case-answer'} role="status">
      {rate.share === null
        ? rate.explanation
        : caseSeries.rate.answer(shareText(rate, wording), counted('from'), counted('to'))}
    </p>
  );
}

interface FieldProps extends RateProps {
  readonly name: string;
  readonly label: string;
}

function Cohort({ name, label, cases, visit: { wording, address } }: FieldProps) {
  const chosen = address.query.get(name) ?? '';
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select name={name}>
        {cases.items.map((item) => (
          <option key={item.id} value={item.id} selected={String(item.id) === chosen}>
            {headingOf(item, wording)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Stage({ name, label, suggested, cases, visit }: FieldProps & { readonly suggested: string }) {
  const chosen = visit.address.query.get(name) ?? suggested;
  const [first] = cases.items;
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select name={name}>
        {[...(first?.stages ?? []), ...(first ? [first.archived] : [])].map(({ stage }) => (
          <option key={stage} value={stage} selected={stage === chosen}>
            {stageName(stage, visit.wording)}
          </option>
        ))}
      </select>
    </label>
  );
}
