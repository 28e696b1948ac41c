import type { checksEn } from '../en/checks.js';
import { formatDate, formatNumber, formatPercent } from '../format/format.js';
import type { Translation } from '../language.js';
import type { Parameters } from '../parameters.js';
import { codesOf, numberOf, textOf } from '../parameters.js';
import { dimensionEs } from './dimension.js';
import { caseSeriesEs } from './screens/case-series.js';
import { chartEs } from './screens/chart.js';

const date = (parameters: Parameters, key: string): string => formatDate('es', textOf(parameters, key));
const days = (count: number): string => `${formatNumber('es', count)} ${count === 1 ? 'día' : 'días'}`;

function purpose(parameters: Parameters): string {
  const code = textOf(parameters, 'purpose');
  return chartEs.budget.inSentence[code] ?? code;
}

function offence(parameters: Parameters): string {
  const code = textOf(parameters, 'offence');
  return chartEs.prosecutions.offences[code] ?? code;
}

function cohort(parameters: Parameters): string {
  const cohorts: Readonly<Record<string, (year: number) => string>> = chartEs.prosecutions.cohorts;
  const year = numberOf(parameters, 'cohortYear');
  return cohorts[textOf(parameters, 'cohortRule')]?.(year) ?? `los casos de ${year}`;
}

function stage(parameters: Parameters, key: string): string {
  const code = textOf(parameters, key);
  return caseSeriesEs.counts[code] ?? code;
}

function stages(parameters: Parameters): string {
  return codesOf(parameters, 'stages', (code) => caseSeriesEs.counts[code] ?? code);
}

export const checksEs: Translation<typeof checksEn> = {
  status: {
    implemented: 'Implementada',
    on_track: 'En curso',
    awaiting_review: 'En revisión',
    at_risk: 'En riesgo',
    overdue: 'Vencida',
    no_data: 'Sin datos',
  },
  statusReason: {
    decided_implemented: (p) => `Decisión de la secretaría del ${date(p, 'on')}.`,
    obligation_overdue: (p) => `Venció el ${date(p, 'dueOn')}; no se envió nada.`,
    submission_waits: (p) =>
      numberOf(p, 'daysLate') > 0
        ? `Se envió el ${date(p, 'submittedOn')}, ${days(numberOf(p, 'daysLate'))} después del plazo. Espera revisión.`
        : `Se envió el ${date(p, 'submittedOn')}. Espera revisión.`,
    never_reported: () => 'Nunca se envió un valor.',
    figures_too_old: (p) =>
      `La cifra más reciente llega hasta el ${date(p, 'newestPeriodEndOn')}; es demasiado antigua para servir.`,
    due_soon: (p) => `Vence el ${date(p, 'dueOn')}; aún no se ha enviado nada.`,
    off_path: (p) =>
      `El indicador ${textOf(p, 'indicator')} ha recorrido el ${formatPercent('es', numberOf(p, 'pathPercent'))} del camino que debía llevar a esta fecha.`,
    breakdowns_missing: (p) =>
      `El indicador ${textOf(p, 'indicator')} llegó con el ${formatPercent('es', numberOf(p, 'completenessPercent'))} de los desgloses pedidos.`,
    budget_behind: (p) =>
      `El gasto va ${formatNumber('es', numberOf(p, 'pointsBehind'))} puntos por detrás del año.`,
    action_late: (p) =>
      numberOf(p, 'actions') === 1
        ? `Una medida debía terminar el ${date(p, 'plannedEndOn')} y no se ha cumplido.`
        : `Hay ${formatNumber('es', numberOf(p, 'actions'))} medidas atrasadas; la primera debía terminar el ${date(p, 'plannedEndOn')}.`,
    nobody_reachable: () => 'No hay nadie localizable que responda por ella.',
    figures_fresh: () => 'Llegaron las cifras pedidas y no hay nada vencido.',
    figures_partly_fresh: () =>
      'No hay nada vencido, pero algunas de las cifras pedidas nunca llegaron o son demasiado antiguas para servir.',
    nothing_due: () => 'No hay nada pendiente.',
    never_checked: () => 'Aún no se ha revisado.',
  },
  finding: {
    'deadline.due_soon': (p) => `Vence el ${date(p, 'dueOn')}, dentro de ${days(numberOf(p, 'daysLeft'))}`,
    'deadline.due_today': (p) => `Vence hoy, ${date(p, 'dueOn')}`,
    'deadline.overdue': (p) => `Vencido hace ${days(numberOf(p, 'daysLate'))}; venció el ${date(p, 'dueOn')}`,
    'figure_stale.never_reported': (p) => `Indicador ${textOf(p, 'indicator')}: nunca se envió un valor`,
    'figure_stale.too_old': (p) =>
      `Indicador ${textOf(p, 'indicator')}: el valor más reciente llega hasta el ${date(p, 'newestPeriodEndOn')}`,
    'off_path.behind': (p) =>
      `El indicador ${textOf(p, 'indicator')} está en ${formatNumber('es', numberOf(p, 'value'))} y debía estar en ${formatNumber('es', numberOf(p, 'expected'))} al ${date(p, 'newestPeriodEndOn')}: ha recorrido el ${formatPercent('es', numberOf(p, 'pathPercent'))} del camino que debía llevar`,
    'off_path.moving_away': (p) =>
      `El indicador ${textOf(p, 'indicator')} está en ${formatNumber('es', numberOf(p, 'value'))}, más lejos de su meta que al comienzo; debía estar en ${formatNumber('es', numberOf(p, 'expected'))} al ${date(p, 'newestPeriodEndOn')}`,
    'regression.worse_than_before': (p) =>
      `El indicador ${textOf(p, 'indicator')} retrocedió: ${formatNumber('es', numberOf(p, 'value'))} en el periodo hasta el ${date(p, 'newestPeriodEndOn')}, después de ${formatNumber('es', numberOf(p, 'previousValue'))} en el que terminó el ${date(p, 'previousPeriodEndOn')} (${formatPercent('es', numberOf(p, 'worsePercent'))} peor)`,
    'disaggregation_gap.dimensions_missing': (p) =>
      `Indicador ${textOf(p, 'indicator')}: llegaron ${numberOf(p, 'received')} de ${numberOf(p, 'asked')} desgloses; faltan: ${codesOf(p, 'missing', (code) => dimensionEs[code] ?? code)}${p['owing'] === undefined ? '' : `; por enviar: ${codesOf(p, 'owing', (code) => code)}`}`,
    'budget_execution.behind_the_year': (p) =>
      `Se gastó el ${formatPercent('es', numberOf(p, 'executedPercent'))} del presupuesto de ${numberOf(p, 'fiscalYear')} para ${purpose(p)} cuando había pasado el ${formatPercent('es', numberOf(p, 'elapsedPercent'))} del año${p['yearBeforePercent'] === undefined ? '' : ` (el año anterior, el ${formatPercent('es', numberOf(p, 'yearBeforePercent'))} a esa fecha)`}`,
    'budget_execution.never_reported': (p) => `Nunca se enviaron montos para ${purpose(p)}`,
    'budget_cut.in_amounts': (p) =>
      `El dinero de ${numberOf(p, 'fiscalYear')} para ${purpose(p)} es ${formatPercent('es', numberOf(p, 'cutPercent'))} menor que en ${numberOf(p, 'previousYear')}${typeof p['constantCutPercent'] !== 'number' ? '' : `, y ${formatPercent('es', numberOf(p, 'constantCutPercent'))} menor a precios constantes`}`,
    'budget_cut.in_prices': (p) =>
      `A precios constantes, el dinero de ${numberOf(p, 'fiscalYear')} para ${purpose(p)} es ${formatPercent('es', numberOf(p, 'constantCutPercent'))} menor que en ${numberOf(p, 'previousYear')}`,
    'budget_purpose.no_line': (p) =>
      `Indicador ${textOf(p, 'indicator')}: no hay ninguna partida para ${codesOf(p, 'missingPurposes', (code) => chartEs.budget.inSentence[code] ?? code)}`,
    'prosecution_outcome.outcome_never_reported': (p) =>
      `${offence(p)}: nunca se informó qué pasó con ${cohort(p)}`,
    'prosecution_outcome.no_conviction': (p) =>
      `${offence(p)}: de ${cohort(p)}, ninguno ha terminado en condena`,
    'prosecution_conversion.falling': (p) =>
      `${offence(p)}: de ${cohort(p)}, una parte menor ha terminado en condena que de los de ${numberOf(p, 'earlierYear')}`,
    'prosecution_stage.never_reported': (p) =>
      `${offence(p)}: nunca se informaron, de ningún año: ${stages(p)}`,
    'nobody_responsible.no_lead': () => 'Ninguna institución lidera esta recomendación',
    'nobody_responsible.institution_ended': () =>
      'La institución que lidera dejó de existir y no tiene sucesora',
    'nobody_responsible.membership_ended': () =>
      'El último punto focal de la institución que lidera dejó el cargo',
    'nobody_responsible.unreachable': () => 'El correo no llega al punto focal de la institución que lidera',
    'nobody_responsible.no_focal_point': () =>
      'La institución que lidera no tiene un punto focal localizable',
    'nobody_responsible.not_mine': (p: Parameters) =>
      `${textOf(p, 'institution')} dijo el ${date(p, 'saidOn')} que esto no le corresponde: «${textOf(p, 'why')}»`,
    'action_late.end_passed': (p) =>
      `Una medida debía terminar el ${date(p, 'plannedEndOn')} y no se ha cumplido`,
    'evidence_expired.nothing_in_its_place': (p) =>
      `Una prueba caducó el ${date(p, 'expiresOn')} y nada ocupa su lugar`,
    'sources_disagree.unexplained': (p) =>
      `Indicador ${textOf(p, 'indicator')}: para ${textOf(p, 'year')} una fuente dice ${formatNumber('es', numberOf(p, 'low'))} (${textOf(p, 'lowSource')}) y otra ${formatNumber('es', numberOf(p, 'high'))} (${textOf(p, 'highSource')}), y nadie ha explicado por qué`,
    'validation_broken.stage_above_earlier': (p: Parameters) =>
      `${offence(p)}: de ${cohort(p)}, figuran más en «${stage(p, 'stage')}» que en «${stage(p, 'earlierStage')}», que va antes, y nadie ha dicho por qué`,
    'mail_bouncing.some_mailboxes': (p: Parameters) =>
      `El correo a ${numberOf(p, 'unreachable')} de los ${numberOf(p, 'people')} puntos focales de ${textOf(p, 'institution')} se rechaza definitivamente desde el ${date(p, 'since')}`,
    'mail_bouncing.every_mailbox': (p: Parameters) =>
      `El correo a todos los puntos focales de ${textOf(p, 'institution')} (${numberOf(p, 'people')}) se rechaza definitivamente desde el ${date(p, 'since')}`,
    'snooze_ending.ends_soon': (p: Parameters) =>
      `Un recordatorio pospuesto vuelve después del ${date(p, 'until')}`,
    'information_request.asked': (p) =>
      `Pedido ${numberOf(p, 'request')} de la Defensoría del ${date(p, 'sentOn')}: responda hasta el ${date(p, 'dueOn')}, dentro de ${days(numberOf(p, 'daysLeft'))}`,
    'information_request.due_soon': (p) =>
      `Pedido ${numberOf(p, 'request')} de la Defensoría: la respuesta vence el ${date(p, 'dueOn')}, dentro de ${days(numberOf(p, 'daysLeft'))}`,
    'information_request.due_today': (p) =>
      `Pedido ${numberOf(p, 'request')} de la Defensoría: la respuesta vence hoy, ${date(p, 'dueOn')}`,
    'information_request.overdue': (p) =>
      `Pedido ${numberOf(p, 'request')} de la Defensoría: la respuesta venció hace ${days(numberOf(p, 'daysLate'))}, el ${date(p, 'dueOn')}`,
  },
  noticeReason: {
    rung_reached: 'Enviado: llegó el día de un recordatorio',
    rung_reached_late: 'Enviado con retraso: el día del recordatorio ya había pasado',
    superseded_by_later_rung: 'No enviado: lo reemplazó un recordatorio posterior',
    already_sent: 'El último recordatorio ya se envió; el siguiente día no ha llegado',
    no_rung_yet: 'Todavía no llega el día de un recordatorio',
    snoozed_until: 'No enviado: pospuesto',
    acknowledged: 'No enviado: con acuse de recibo',
    parent_overdue: 'No enviado: forma parte de un envío vencido que ya se recuerda',
    no_owner: 'No enviado: no hay responsable',
    handed_over: 'No enviado: pasó a otro punto focal',
    told_before: 'No se repite: ya se recordó a su antecesor',
    unreachable: 'No enviado: el buzón rechazó correos anteriores',
    resolved: 'No enviado: se resolvió antes',
    not_mine: 'No enviado: la institución dice que no le corresponde',
    escalated: 'Enviado un nivel más arriba: nadie respondió',
    escalated_late: 'Enviado un nivel más arriba, con retraso: nadie respondió y su día ya había pasado',
    escalated_past: 'Enviado un nivel más arriba: en el anterior no había a quién avisar',
  },
};
