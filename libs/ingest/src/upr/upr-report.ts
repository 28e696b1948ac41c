import type { UprPosition, UprReport } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { stateNamedIn } from '../nations/state-name.js';
import { findSymbols } from '../nations/symbol.js';
import type { OpenedText } from '../structure/open-text.js';
import { findRecommendationLists } from './recommendation-list.js';
import { readSignedTexts } from './recommending-states.js';

const REPORT_SYMBOL = /^A\/HRC\/(?:WG\.6\/)?\d{1,3}\/(?:L\.)?\d{1,3}(?:\/Rev\.\d)?$/;

/**
 * The recommendations of a report of the Working Group on the Universal Periodic Review; null when it has no list of them.
 * Such a list is introduced by a paragraph that says what the State under review answered.
 */
export function readUprReport(opened: OpenedText): UprReport | null {
  const { grammar, lines, outline, runningHeads, warnings } = opened;
  const lists = findRecommendationLists(lines, grammar);
  if (lists.length === 0) return null;
  const header = outline.header.map((line) => line.text).join('\n');
  const symbols = [
    ...runningHeads.map((head) => head.symbol),
    ...findSymbols(header).map((one) => one.symbol),
  ];
  const symbol = symbols.find((one) => REPORT_SYMBOL.test(one)) ?? null;
  const state = stateNamedIn(header, grammar) ?? stateNamedIn(outline.paragraphs[0]?.text ?? '', grammar);
  if (state === null) warnings.add('state_unknown', null);
  if (symbol === null) warnings.add('symbol_unknown', null);
  const recommendations = lists.flatMap(({ paragraph, introduction, recommendations: listed }) => {
    const position = positionIn(introduction, grammar);
    if (position === null) warnings.add('upr_position_unknown', paragraph);
    return listed.flatMap((one, index) => {
      const number = `${paragraph}.${one.position}`;
      const expected = (listed[index - 1]?.position ?? 0) + 1;
      if (one.position !== expected)
        warnings.add('upr_number_missing', paragraph, `${paragraph}.${expected}`);
      return readSignedTexts(one.text, grammar).map(({ text, states }) => {
        if (states.length === 0) warnings.add('upr_states_unknown', paragraph, number);
        return { number, text, recommendingStates: states, position };
      });
    });
  });
  return {
    kind: 'upr_working_group_report',
    symbol,
    state,
    language: grammar.language,
    recommendations,
    warnings: warnings.toWarnings(),
  };
}

function positionIn(introduction: string, grammar: Grammar): UprPosition | null {
  const { toBeExamined, noted, supported } = grammar.uprPosition;
  if (toBeExamined.test(introduction)) return 'to_be_examined';
  if (noted.test(introduction)) return 'noted';
  return supported.test(introduction) ? 'supported' : null;
}
