import type { ComponentChildren } from 'preact';

import type { DocumentDetail } from '#contracts';

import { cycleState } from '../../cycle/cycle-words.js';
import type { Wording } from '../../wording/wording.js';

interface FactsProps {
  readonly detail: DocumentDetail;
  readonly wording: Wording;
}

/** What is recorded of the document and its cycle; what is not recorded says so. */
export function DocumentFacts({ detail, wording }: FactsProps) {
  const { say, date } = wording;
  const words = say.cycle.facts;
  const { cycle } = detail;
  const reports = cycle.reportsConsidered.join(', ');
  const received = cycle.reportReceivedOn === null ? '' : words.received(date(cycle.reportReceivedOn));
  return (
    <dl class="facts">
      <Fact name={words.symbol}>
        {detail.symbol ??
          (detail.inferredSymbol === null ? words.unknown : words.inferred(detail.inferredSymbol))}
      </Fact>
      {detail.hasText && (
        <Fact name={words.official}>
          <span lang={detail.language ?? undefined}>{detail.title}</span>
        </Fact>
      )}
      <Fact name={words.mechanism}>{detail.mechanism.name}</Fact>
      <Fact name={words.instrument}>{detail.instrument.name}</Fact>
      <Fact name={words.report}>
        {reports === '' ? words.unknown : [reports, received].filter((part) => part !== '').join(', ')}
      </Fact>
      <Fact name={words.considered}>
        {cycle.consideredOn.length === 0 ? words.unknown : cycle.consideredOn.map(date).join(', ')}
      </Fact>
      <Fact name={words.adopted}>{detail.adoptedOn === null ? words.unknown : date(detail.adoptedOn)}</Fact>
      <Fact name={say.cycle.cycleNumber(cycle.number)}>
        {cycleState(cycle, wording)}
        <span class="second">{say.cycle.cycleCounted}</span>
      </Fact>
      {detail.language !== null && (
        <Fact name={words.language}>
          {say.recommendation.languageNames[detail.language] ?? detail.language}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
