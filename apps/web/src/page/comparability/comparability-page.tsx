import type { ComparabilityView } from '#contracts';

import { printValue } from '../../cell/printed-cell.js';
import { cellUnitOf } from '../../chart/model/cell-unit.js';
import { periodLabels } from '../../chart/model/period-label.js';
import { FormDone } from '../../form/form-done.js';
import { NextPage } from '../../form/list-search.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, indicatorPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { BreakForm, LiftForm, PeriodForms } from './judgement-forms.js';
import { breakWords } from './public-comparability.js';

type Figure = ComparabilityView['periods'][number]['figures'][number];

/** Accepted figures by source, and what is said of them: for the secretariat and the ombudsperson. */
export const comparabilityPage: Page<{ reading: ComparabilityView }> = {
  load: ({ language, parameters, query }) => ({
    reading: apiUrl(
      language,
      `${indicatorPath(parameters['iso3'] ?? '', parameters['code'] ?? '')}/comparability`,
      { cursor: query.get('cursor') ?? undefined },
    ),
  }),
  show: ({ reading }, visit) => {
    const { wording, state } = visit;
    const iso3 = state?.iso3 ?? '';
    return {
      documentTitle: wording.say.comparability.documentTitle,
      current: 'indicators',
      crumbs: [
        { label: state?.name ?? '', path: statePath(iso3) },
        { label: wording.say.layout.indicators, path: statePath(iso3, '/indicators') },
        { label: reading.indicator.name, path: indicatorPath(iso3, reading.indicator.code) },
        { label: wording.say.comparability.documentTitle },
      ],
      body: <Body reading={reading} iso3={iso3} visit={visit} />,
    };
  },
};

interface BodyProps {
  readonly reading: ComparabilityView;
  readonly iso3: string;
  readonly visit: Visit;
}

function Body({ reading, iso3, visit }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.comparability;
  const { indicator, periods, mayJudge } = reading;
  const labels = periodLabels(
    periods.map(({ period }) => period),
    wording,
  );
  return (
    <>
      <h1>{words.title(indicator.name)}</h1>
      <p class="lede">{words.lede}</p>
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <p class="links">
        <a href={pageUrl(wording.language, indicatorPath(iso3, indicator.code))}>{words.back}</a>
      </p>
      {periods.length === 0 && (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      )}
      {periods.map((place, index) => {
        const label = labels[index] ?? '';
        return (
          <Section key={place.period.endOn + place.period.startOn} title={label}>
            {place.differ && <p>{differWords(place, wording)}</p>}
            <Figures figures={place.figures} indicator={indicator} wording={wording} />
            {mayJudge && place.figures.length > 1 && (
              <PeriodForms reading={reading} iso3={iso3} visit={visit} place={place} label={label} />
            )}
          </Section>
        );
      })}
      <NextPage visit={visit} cursor={reading.nextCursor} label={words.older} />
      <Section title={words.breaks.title}>
        <Breaks reading={reading} iso3={iso3} visit={visit} />
        {mayJudge && periods.length > 0 && <BreakForm reading={reading} iso3={iso3} visit={visit} />}
      </Section>
      <Section title={words.history}>
        <History reading={reading} wording={wording} />
      </Section>
    </>
  );
}

function differWords(
  { explained, lookAgain }: ComparabilityView['periods'][number],
  { say: { comparability } }: Wording,
): string {
  if (explained) return comparability.explained;
  return lookAgain ? comparability.lookAgain : comparability.differ;
}

interface FiguresProps {
  readonly figures: readonly Figure[];
  readonly indicator: ComparabilityView['indicator'];
  readonly wording: Wording;
}

function Figures({ figures, indicator, wording }: FiguresProps) {
  const words = wording.say.comparability;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          <th scope="col">{words.accepted}</th>
          <th scope="col">{words.published}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.source}>
            <td class="what">
              {figure.sourceName}
              {figure.ofRecord && <b>{`, ${words.counts}`}</b>}
            </td>
            <td data-label={words.accepted}>{acceptedWords(figure, indicator, wording)}</td>
            <td data-label={words.published}>{publishedWords(figure, indicator, wording)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function acceptedWords(figure: Figure, indicator: ComparabilityView['indicator'], wording: Wording): string {
  const words = wording.say.comparability;
  const { value, state, provisional } = figure;
  const number = value === null ? null : printValue(value, cellUnitOf(indicator), wording);
  const said =
    number === null ? (words.states[state] ?? state) : state === 'below_threshold' ? `<${number}` : number;
  return provisional ? `${said}, ${words.provisional}` : said;
}

function publishedWords(
  { published }: Figure,
  indicator: ComparabilityView['indicator'],
  wording: Wording,
): string {
  const { flags } = wording.say.chart;
  if (published === null) return wording.say.comparability.notPublished;
  if (published.value !== null) return printValue(published.value, cellUnitOf(indicator), wording);
  const names: Readonly<Record<string, string>> = flags;
  return names[published.flag ?? ''] ?? wording.say.comparability.states['below_threshold'] ?? '';
}

function Breaks({ reading, iso3, visit }: BodyProps) {
  const { wording } = visit;
  const words = wording.say.comparability;
  if (reading.breaks.length === 0) return <p>{words.breaks.none}</p>;
  return (
    <ul class="plain-list said-list">
      {reading.breaks.map((broken) => {
        const name =
          broken.source === null
            ? null
            : (reading.sources.find(({ code }) => code === broken.source)?.name ?? broken.source);
        const label = breakWords({ on: broken.on, kind: broken.kind, source: name }, wording);
        return (
          <li key={`${broken.on}${broken.source ?? ''}`}>
            <p>
              <b>{label}</b>
            </p>
            <p lang={broken.language}>{broken.reason}</p>
            {reading.mayJudge && (
              <LiftForm reading={reading} iso3={iso3} visit={visit} broken={broken} label={label} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Nothing that was said is taken away. */
function History({ reading, wording }: Pick<BodyProps, 'reading'> & { readonly wording: Wording }) {
  const words = wording.say.comparability;
  if (reading.history.length === 0) return <p>{words.historyNone}</p>;
  return (
    <ul class="plain-list said-list">
      {reading.history.map((said) => {
        const about = [
          said.period && (periodLabels([said.period], wording)[0] ?? ''),
          said.breakOn && words.breaks.since(wording.date(said.breakOn)),
          said.breakKind && words.breaks.kinds[said.breakKind],
          said.source ?? (said.judgement === 'of_record' ? words.noneChosen : null),
        ].filter((part) => part !== null && part !== '');
        return (
          <li key={said.id}>
            <p>
              <b>{words.said[said.judgement]}</b>
              {` (${about.join(', ')}; ${said.standing ? words.stands : said.lookAgain ? words.waits : words.replaced})`}
            </p>
            <p lang={said.language}>{said.text}</p>
            <p class="note">{words.who(said.person ?? '', wording.date(said.on))}</p>
          </li>
        );
      })}
    </ul>
  );
}
