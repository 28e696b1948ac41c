import { Section } from '../../layout/section.js';
import type { Page } from '../../router/page.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import { Mark } from '../../status/mark.js';
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
          <Section title={words.withoutColour}>
            <WithoutColour words={words} />
          </Section>
          <div class="halves section">
            <Dates words={words} />
            <Values
              words={words}
              flags={say.chart.flags}
              bound={say.chart.belowBound('5')}
              example={wording.number(1204)}
            />
          </div>
        </>
      ),
    };
  },
};

type Words = Parameters<typeof statusesPage.show>[1]['wording']['say']['status']['legend'];

const SEEN_AS = ['grey', 'deuteranopia', 'protanopia'] as const;

/** The proof that shapes carry what is told: as a grey printer, and as people who see other colours have them. */
function WithoutColour({ words }: { readonly words: Words }) {
  return (
    <>
      <svg class="sprite" width="0" height="0" aria-hidden="true">
        {/* Machado, Oliveira and Fernandes 2009, severity 1. */}
        <filter id="seen-deuteranopia">
          <feColorMatrix values="0.367 0.861 -0.228 0 0 0.280 0.673 0.047 0 0 -0.012 0.043 0.969 0 0 0 0 0 1 0" />
        </filter>
        <filter id="seen-protanopia">
          <feColorMatrix values="0.152 1.053 -0.205 0 0 0.115 0.786 0.099 0 0 -0.004 -0.048 1.052 0 0 0 0 0 1 0" />
        </filter>
      </svg>
      <ul class="seen-as">
        {SEEN_AS.map((how) => (
          <li key={how}>
            <h3>{words.seenAs[how]}</h3>
            <p class={`seen-marks seen-${how}`} aria-hidden="true">
              {STATUS_ORDER.map((status) => (
                <Mark key={status} status={status} size={22} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

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
  readonly example: string;
}

function Values({ words, flags, bound, example }: ValuesProps) {
  const rows = [
    ['number', example, words.number],
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
