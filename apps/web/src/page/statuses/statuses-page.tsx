import type { Page } from '../../router/page.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import { StatusWord } from '../../status/status-word.js';

/** Six words, and what each one promises. */
export const statusesPage: Page<Record<never, never>> = {
  load: () => ({}),
  show: (_data, { wording }) => {
    const { say, language } = wording;
    const words = say.status.legend;
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <table class="list stacked statuses">
            <thead>
              <tr>
                <th scope="col">{words.status}</th>
                <th scope="col">{words.tells}</th>
                <th scope="col">{words.rule}</th>
                <th scope="col">{words.silent}</th>
              </tr>
            </thead>
            <tbody>
              {STATUS_ORDER.map((status) => (
                <tr key={status}>
                  <th scope="row">
                    <StatusWord status={status} language={language} size={30} />
                  </th>
                  <td class="tells">{words[status].tells}</td>
                  <td data-label={words.rule}>{words[status].rule}</td>
                  <td data-label={words.silent}>{words[status].silent}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="note">{words.order}</p>
          <div class="halves section">
            <Dates words={words} />
            <Values words={words} flags={say.chart.flags} bound={say.chart.belowBound('5')} />
          </div>
        </>
      ),
    };
  },
};

type Words = Parameters<typeof statusesPage.show>[1]['wording']['say']['status']['legend'];

function Dates({ words }: { readonly words: Words }) {
  const rows = [
    ['confirmed', words.confirmedExample, words.confirmed],
    ['estimated', words.estimatedExample, words.estimated],
    ['awaiting_committee', words.awaitingExample, words.awaiting],
  ] as const;
  return (
    <section>
      <h2>{words.dates}</h2>
      <dl class="legend-list">
        {rows.map(([certainty, example, meaning]) => (
          <div key={certainty}>
            <dt>
              <span class={`due due-${certainty}`}>{example}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ValuesProps {
  readonly words: Words;
  readonly flags: Parameters<typeof statusesPage.show>[1]['wording']['say']['chart']['flags'];
  readonly bound: string;
}

function Values({ words, flags, bound }: ValuesProps) {
  const rows = [
    ['number', '1\u202f204', words.number],
    ['lt10', flags.lt10, words.lt10],
    ['below_bound', bound, words.below_bound],
    ['structural_zero', flags.structural_zero, words.structural_zero],
    ['missing', flags.missing, words.missing],
    ['not_applicable', flags.not_applicable, words.not_applicable],
    ['not_shown', flags.not_shown, words.not_shown],
  ] as const;
  return (
    <section>
      <h2>{words.values}</h2>
      <dl class="legend-list legend-values">
        {rows.map(([flag, example, meaning]) => (
          <div key={flag}>
            <dt>
              <span class={`figure flag-${flag}`}>{example}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
