import type { caseSeriesEn } from '../../en/screens/case-series.js';

/** Casos penales como se informaron, para quienes tienen derecho a ver las cifras reales. */
export const caseSeriesEs: typeof caseSeriesEn = {
  documentTitle: 'Casos como se informaron',
  title: 'Casos como se informaron',
  lede: 'Cifras reales, solo para usted y otras personas con este derecho. Lo que ve todo el mundo está en la página de casos penales. No transmita cifras menores de diez.',
  onlyOwn: (institution) => `Solo lo que informa ${institution}.`,
  toAll: 'Ver las cifras reales, por región y aparte',
  toPublic: 'Lo que ve todo el mundo',
  empty: 'No se ha informado nada de esta clase',
  emptyHint:
    'Elija arriba otra clase de casos. Las cifras llegan en archivos: vigia import prosecutions, con las columnas region, facet, stage y since.',
  facets: {
    main: 'Cifras principales',
    official: 'Funcionarios acusados',
    legal_person: 'Personas jurídicas',
    extraterritorial: 'Casos extraterritoriales',
  },
  facetLabel: 'Clase de casos',
  apart:
    'Se cuentan aparte y nunca se suman a las cifras principales: ninguna fuente dice si estos casos están entre ellas.',
  regionLabel: 'Dónde',
  regions: { all: 'Todo el país', each: 'Por región' },
  heading: (offence, cohort) => `${offence}, ${cohort}`,
  reportedBy: (institution) => `Informa: ${institution}.`,
  demonstration: 'Inventado para la demostración.',
  caption: (heading) => `Etapas de los casos: ${heading}`,
  stage: 'Etapa',
  cases: 'Casos',
  share: 'De las denuncias',
  ofPrevious: 'De la etapa anterior',
  days: 'Mediana de días desde',
  daysSince: (days, stage) => `${days} días desde ${stage}`,
  daysRefused: (stage, why) => `desde ${stage}: ${why}`,
  noShare: '–',
  provisional: 'provisional',
  states: {
    missing: 'sin dato',
    not_applicable: 'no corresponde',
    never: 'nunca se informó',
  },
  neverReported: (stages) => `Nunca se informaron: ${stages}.`,
  below: (bound) => `menos de ${bound}`,
  counts: {
    complaint: 'denuncias',
    investigation: 'investigaciones',
    charge: 'acusaciones',
    trial: 'juicios',
    conviction: 'condenas',
    sentence: 'penas impuestas',
    reparation_ordered: 'reparaciones fijadas',
    reparation_paid: 'reparaciones pagadas',
    archived: 'denuncias archivadas',
  },
  archived: 'Archivados',
  archivedNone: 'Nadie ha dicho cuántas denuncias se archivaron.',
  sentence: (complaints, convicted, share) =>
    `${complaints} denuncias; terminaron en condena: ${convicted} (${share}).`,
  sentenceArchived: (archived, share) => `Archivadas: ${archived} (${share}).`,
  refusals: {
    not_reported: 'Sin proporción: no se conoce uno de los dos números.',
    different_cohorts:
      'Sin proporción: los dos números cuentan cohortes distintas, de otro año o por otra regla. Los casos de una no son los casos de la otra, y su cociente no diría nada de ninguna. Elija dos etapas de una misma cohorte.',
    different_cases:
      'Sin proporción: los dos números cuentan otros casos, de otro delito, región, clase o indicador. Elija dos etapas de los mismos casos.',
    wrong_order: 'Sin proporción: elija primero la etapa anterior.',
    no_cases: 'Sin proporción: no hay casos en la primera etapa.',
    different_units:
      'Sin proporción: salen más casos de los que entraron. Las etapas no cuentan lo mismo, por ejemplo personas y casos.',
  },
  medianRefusals: {
    too_few_cases: (least) => `no se dice: menos de ${least} casos`,
    cases_unknown: () => 'no se dice: nadie dijo de cuántos casos',
  },
  rate: {
    title: 'Calcular una proporción',
    lede: 'Cuántos de los casos de una etapa llegaron también a otra. Las dos etapas deben ser de una misma cohorte.',
    from: 'De los casos en',
    fromStage: 'Etapa',
    to: 'cuántos llegaron a',
    toStage: 'Etapa',
    button: 'Calcular',
    answer: (share, from, to) => `El ${share} de ${from} llegó a ${to}.`,
  },
};
