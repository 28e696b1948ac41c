import { formatList, numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { chartEn } from '../../en/screens/chart.js';

const words = (value: number): string => numberInWords('es', value);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** El marco de cada gráfico, y las frases que dice. */
export const chartEs: Translation<typeof chartEn> = {
  source: (names) => `Fuente: ${names}.`,
  demonstration: 'demostración',
  withDemonstration: (name) => `${name} (demostración)`,
  period: (first, last) => (first === last ? `Período: ${first}.` : `Período: ${first}–${last}.`),
  rounded: (error) =>
    `Las cifras se redondean para proteger a niñas, niños y adolescentes: difieren en ${error} como máximo; menos de diez se imprime «<10».`,
  verbatim: 'Tal como lo publicó su fuente.',
  derived: 'Calculado solo a partir de cifras publicadas.',
  notRounded: 'Sin redondeo: estas cifras no cuentan a niñas, niños ni adolescentes.',
  gap: (years) => `${years}: nunca se informó; es un vacío, no un cero.`,
  noRecord: (sources) =>
    `No se ha acordado qué cifra vale; se muestran ${sources === 2 ? 'ambas' : `las ${words(sources)}`}.`,
  drawnOf: (drawn, all) =>
    `El gráfico dibuja ${words(drawn)} de los ${words(all)} grupos; la tabla los contiene todos.`,
  onlyFor: (group) => `Solo para ${group}; el archivo CSV contiene los demás grupos.`,
  group: (dimension, category) => `${lower(dimension)} «${category}»`,
  showTable: 'Ver como tabla',
  downloadCsv: 'Descargar CSV',
  link: 'Enlace a este gráfico',
  year: 'Año',
  sourceHead: 'Fuente',
  namedBy: (name, dimension) => `${name}, por ${lower(dimension)}`,
  namedTotal: (name) => `${name}, total`,
  noData: 'sin datos',
  target: (value, year) => `Meta: ${value} en ${year}`,
  failed: 'No se pudo dibujar el gráfico. La tabla está completa.',
  keys: 'Las flechas izquierda y derecha leen los puntos, arriba y abajo cambian de serie, T abre la tabla.',
  reading: (series, label, value) => `${series}, ${label}: ${value}`,
  described: (headline, detail) => `${headline}. ${detail}`,
  chartOf: (name, first, last) => `Gráfico de ${name}, de ${first} a ${last}`,
  flags: {
    lt10: '<10',
    structural_zero: '-',
    missing: 'falta',
    not_applicable: 'n. c.',
    not_shown: 'no se muestra',
  },
  belowBound: (bound) => `<${bound}`,
  provisional: 'p',
  legend:
    '«<10»: menos de diez, cero incluido. Falta: se pidió y no llegó. n. c.: la pregunta no corresponde.',
  finding: {
    thenNow: (name, first, firstYear, last, lastYear) =>
      `${name}: ${first} en ${firstYear}, ${last} en ${lastYear}`,
    unchanged: (name, value, firstYear, lastYear) =>
      `${name}: ${value}, igual en ${firstYear} y en ${lastYear}`,
    single: (name, value, year) => `${name}: ${value} en ${year}`,
    never: (name) => `${name}: nunca se informó`,
    allFlagged: (name) => `${name}: no se puede mostrar ningún número`,
    differ: (period, sources, numbers) =>
      `En ${period}, ${words(sources)} fuentes dan ${words(numbers.length)} cifras distintas: ${formatList('es', numbers)}`,
    same: (period, sources, number) =>
      `En ${period}, ${words(sources)} fuentes dan la misma cifra: ${number}`,
    bySource: (period, source) => `${period} (${source})`,
    spent: (name, executed, revised, year) => `${name}: gastados ${executed} de ${revised} en ${year}`,
    groups: (name, high, highValue, low, lowValue) => `${name}: ${high} ${highValue}, ${low} ${lowValue}`,
  },
  budget: {
    documentTitle: 'Presupuesto',
    empty: 'No se ha publicado ninguna línea de presupuesto',
    emptyLede: 'El párrafo 18 pide presupuestos claros. Nada de ellos se ha informado.',
    title: (elapsedTenths, purpose, unspentPercent) =>
      elapsedTenths >= 10
        ? `El año terminó. Queda sin gastar el ${unspentPercent} del dinero para ${purpose}.`
        : `${elapsedTenths === 1 ? 'Ha pasado una décima parte' : `Han pasado ${numberInWords('es', elapsedTenths)} décimas partes`} del año. Queda sin gastar el ${unspentPercent} del dinero para ${purpose}.`,
    titleOnPace: 'Cada finalidad va al paso del año',
    lede: 'El párrafo 18 pide presupuestos claros para cuatro finalidades. Esto es lo que se aprobó, en qué se convirtió y lo que se gastó.',
    byPurposeNone: (best) => `Ninguna finalidad va al paso del año; la que más se acerca es ${best}`,
    byPurposeAll: 'Cada finalidad va al paso del año',
    byPurposeSome: (behind, total) =>
      `${behind === 1 ? 'Una' : numberInWords('es', behind).charAt(0).toUpperCase() + numberInWords('es', behind).slice(1)} de ${numberInWords('es', total)} finalidades ${behind === 1 ? 'va' : 'van'} por detrás del año`,
    unit: (scale, currency, year, through) => `${scale} ${currency}, año fiscal ${year}, hasta el ${through}`,
    unitYears: (scale, currency) =>
      `${scale} ${currency}, las finalidades nombradas juntas; % = gastado del modificado`,
    inMillions: 'Millones de',
    inUnits: 'En',
    currencies: { PEN: 'soles' },
    approved: 'aprobado',
    revised: 'modificado',
    executed: 'gastado',
    share: 'Parte gastada',
    elapsed: (percent) => `Ha pasado el ${percent} del año`,
    spentOf: (executed, revised) => `${executed} de ${revised}`,
    yearsFalling: (since) => `Cada año desde ${since} se gasta una parte menor`,
    yearsLast: (percent, year) => `En ${year} se gastó el ${percent} del dinero`,
    yearsNone: 'No se ha informado ningún año terminado',
    yearUnfinished: (year) => `${year} no ha terminado: va rayado, y no se compara con años completos.`,
    earmarked: 'Solo líneas con destino propio; las compartidas no se cuentan.',
    purpose: 'Finalidad',
    lines: 'Líneas',
    otherPurposes: 'Finalidades que el párrafo no nombra',
    purposes: {
      criminal_investigation: 'Investigación penal',
      legal_assistance: 'Asistencia jurídica',
      compensation: 'Indemnización',
      recovery: 'Recuperación de víctimas',
      prevention: 'Prevención',
      information_systems: 'Sistemas de información',
      coordination: 'Coordinación',
      training: 'Capacitación',
      awareness: 'Sensibilización',
      other: 'Otras',
    },
    inSentence: {
      criminal_investigation: 'la investigación penal',
      legal_assistance: 'la asistencia jurídica',
      compensation: 'la indemnización',
      recovery: 'la recuperación de las víctimas',
      prevention: 'la prevención',
      information_systems: 'los sistemas de información',
      coordination: 'la coordinación',
      training: 'la capacitación',
      awareness: 'la sensibilización',
      other: 'otras finalidades',
    },
  },
  prosecutions: {
    documentTitle: 'Casos penales',
    empty: 'No se ha publicado ninguna cifra de casos penales',
    emptyLede: 'El párrafo 26 pide cifras por delito. Nada de ellas se ha informado.',
    titleOneIn: (cohort, oneIn) =>
      `De ${cohort}, uno de cada ${numberInWords('es', oneIn)} ha terminado en condena`,
    titleMost: (cohort, percent) => `De ${cohort}, el ${percent} ha terminado en condena`,
    titleNone: (cohort) => `De ${cohort}, se sabe de menos de diez que terminaron en condena`,
    titleUnknown: (cohort) => `De ${cohort}, nadie puede decir cuántos terminaron en condena`,
    cohorts: {
      year_of_event: (year) => `los casos ocurridos en ${year}`,
      year_of_complaint: (year) => `los casos denunciados en ${year}`,
      year_of_decision: (year) => `los casos resueltos en ${year}`,
    },
    cohortLabel: 'Cohorte',
    cohortRules: {
      year_of_event: 'por año del hecho',
      year_of_complaint: 'por año de la denuncia',
      year_of_decision: 'por año de la decisión',
    },
    lede: 'Cada número es de una cohorte: los casos de un año, contados por una regla y seguidos hasta hoy. Las barras salen de un mismo borde y comparten escala, para que los delitos se puedan comparar.',
    otherRules: 'Contados por otra regla, y nunca junto a estos',
    otherRulesWhy:
      'La proporción de los casos de una regla o de un año en los de otra se rechaza: no son los mismos casos.',
    unit: 'Personas o casos según los cuenta la fuente, seguidos hasta hoy',
    stage: 'Etapa',
    stages: {
      complaint: 'Denuncias',
      investigation: 'Investigados',
      charge: 'Acusados',
      trial: 'Juzgados',
      conviction: 'Condenados',
      sentence: 'Con pena',
      reparation_ordered: 'Reparación fijada',
      reparation_paid: 'Reparación pagada',
    },
    offences: {
      all: 'Todos los delitos',
      sale_of_children: 'Venta de niñas, niños y adolescentes',
      sexual_exploitation: 'Explotación sexual',
      child_sexual_abuse_material: 'Material de abuso sexual',
      travel_and_tourism: 'Viajes y turismo',
      trafficking: 'Trata con fines de explotación',
    },
    notCountable: 'No se puede contar',
    notCountableWhy: 'La ley nacional no lo nombra como delito propio. Eso no es cero.',
    offence: (name, first, convicted) => `${name}: ${first} denuncias, ${convicted} condenados`,
  },
};
