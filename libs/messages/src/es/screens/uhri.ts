import type { uhriEn } from '../../en/screens/uhri.js';
import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lo que tiene el Índice Universal de los Derechos Humanos. */
export const uhriEs: typeof uhriEn = {
  documentTitle: 'Índice Universal de los Derechos Humanos',
  title: 'Importar del Índice Universal de los Derechos Humanos',
  lede: 'Cargue una exportación del Índice en JSON. Verá qué es nuevo, qué cambió y qué ya no está, y lo confirmará. Nada queda registrado antes, y el texto oficial de este registro nunca cambia por ello.',
  link: 'Importar del Índice Universal de los Derechos Humanos',
  onRecord: 'Lo que consta del Índice',
  file: 'Archivo',
  fileHint: (megabytes) =>
    `JSON tal como lo exporta el Índice, como máximo ${megabytes} MB. Las filas sobre otros Estados se omiten.`,
  language: 'Idioma de la exportación',
  languages: { en: 'Inglés', es: 'Español' },
  upload: 'Cargar y comparar',
  earlier: 'Cargas anteriores',
  none: 'Todavía no se ha cargado nada.',
  columns: { file: 'Archivo', when: 'Cargado', state: 'Estado de la carga', rows: 'Filas' },
  states: { open: 'sin guardar', expired: 'vencida', saved: 'guardada', discarded: 'descartada' },
  commandLine: 'línea de comandos',
  next: 'Cargas más antiguas',
  more: 'Más',
  preview: {
    title: (changes) =>
      changes === 0
        ? 'El registro ya dice lo mismo'
        : changes === 1
          ? 'Una anotación difiere'
          : `${capital(numberInWords('es', changes))} anotaciones difieren`,
    titleSaved: (changes) =>
      changes === 1
        ? 'Se guardó una anotación en el registro'
        : `Se guardaron ${numberInWords('es', changes)} anotaciones en el registro`,
    from: (file, by, day) => `De ${file}, cargado por ${by} el ${day}.`,
    until: (day) => `Se puede guardar hasta el ${day}.`,
    closed: {
      saved: 'Esta importación se guardó.',
      discarded: 'Esta importación se descartó.',
      expired: 'Esta importación esperó demasiado y ya no se puede guardar. Cargue la exportación de nuevo.',
    },
    read: (rows) => `Se leyeron ${rows} filas.`,
    otherStates: (count, rows) =>
      count === 1
        ? 'Una es sobre otro Estado y se omitió.'
        : `${rows} son sobre otros Estados y se omitieron.`,
    unknown: (rows, names) => `${rows} no nombran ningún Estado conocido y se omitieron: ${names}.`,
    repeated: (rows) => `${rows} repiten una fila del mismo archivo.`,
    unlisted: (rows) => `Otras ${rows} filas rechazadas no se enumeran.`,
    counts: 'Qué haría guardar',
    countsDone: 'Qué se guardó',
    kind: 'Clase',
    count: 'Anotaciones',
    changes: {
      new: 'Nuevas',
      changed: 'Cambiadas',
      absent: 'Ya no están en la exportación',
      rejected: 'Rechazadas',
      unchanged: 'Sin cambios',
    },
    what: {
      new: 'Se añaden.',
      changed: 'Lo que decían antes se conserva en su historial.',
      absent: 'Siguen registradas, marcadas como ausentes, y ya no se muestran al público.',
      rejected: 'Estas filas se omiten. Todo lo demás se puede guardar.',
      unchanged: 'No les ocurre nada.',
    },
    empty: 'No hay ninguna de esta clase.',
    row: (row) => `Fila ${row}`,
    wholeRow: 'la fila',
    found: 'Se encontró',
    expected: 'Se esperaba',
    before: 'Antes',
    after: 'Después',
    nothing: 'nada',
    returned: 'Vuelve a estar en la exportación.',
    save: 'Guardar en el registro',
    discard: 'Descartar esta carga',
    done: { saved: 'Guardado en el registro.', discarded: 'Descartado.' },
  },
  rejected: {
    annotation_id: 'el número del ACNUDH, 32 dígitos en cinco grupos (un UUID)',
    body: 'un órgano de tratado como CRC o CRC-OP-SC, UPR, o un procedimiento especial que empiece por SR, IE o WG',
    country: 'al menos un Estado, uno por línea',
    day: 'un día como 2026-02-25, o el número que guarda una hoja de cálculo, como 46078',
    kind: 'Recommendations o Concerns/Observations',
    list: 'entradas de texto, una por línea, como máximo 500',
    moment: 'un día con su hora como 2026-04-13T11:59:28, o el número que guarda una hoja de cálculo',
    once: 'cada anotación una sola vez: una fila anterior dice otra cosa de ella',
    position: 'Supported o Noted; vacío para los órganos de tratados',
    row: 'un registro con las columnas de la exportación',
    session: 'el número de un período de sesiones, como 36 Session; vacío para los órganos de tratados',
    symbol: 'la signatura de un documento, como CEDAW/C/IRQ/CO/8',
    text: 'las palabras del pasaje, como máximo 60.000 caracteres',
  },
  place: (symbol, paragraph) =>
    [symbol, paragraph === null ? null : `párr. ${paragraph}`].filter((part) => part !== null).join(', '),
  fields: {
    symbol: 'Documento',
    body: 'Órgano',
    kind: 'Tipo',
    heading: 'Epígrafe',
    paragraph: 'Párrafo',
    text: 'Texto',
    countries: 'Países concernidos',
    regions: 'Regiones concernidas',
    themes: 'Temas',
    affectedPersons: 'Personas afectadas',
    sdgs: 'Objetivos de Desarrollo Sostenible',
    publishedOn: 'Publicado el',
    listedAt: 'En el Índice desde',
    recommendingStates: 'Estados que recomiendan',
    recommendingRegions: 'Regiones que recomiendan',
    uprPosition: 'Posición del Estado',
    uprSession: 'Período de sesiones del examen',
  },
  kinds: { recommendation: 'Recomendación', observation: 'Preocupación u observación' },
  annotations: {
    documentTitle: 'Lo que consta del Índice',
    title: 'Lo que tiene el Índice Universal de los Derechos Humanos',
    lede: 'Cada anotación junto al párrafo del registro del que trata. El mismo documento y el mismo número las unen; las palabras parecidas son solo una sugerencia. Lo que usted confirma consta en la página pública de la recomendación; nadie más ve lo que está pendiente o se rechazó.',
    empty: 'Todavía no se ha importado nada.',
    passage: 'Anotación',
    ours: 'Párrafo del registro',
    gone: 'ya no está en la exportación',
    paragraph: (code) => `Párrafo ${code}`,
    same: 'las mismas palabras',
    differs: 'otras palabras que las del registro',
    notCompared: 'el texto del registro no está en este idioma',
    suggested: (percent) => `Sugerencia: ${percent} de parecido`,
    unlinked: 'no se conoce ninguno',
    compare: 'Mostrar la diferencia',
    done: {
      confirmed: 'Confirmado. Consta en la página pública de la recomendación.',
      refused: 'Rechazado. No consta en la página pública.',
    },
    confirm: 'Confirmar',
    refuse: 'Rechazar',
    named: (act, code) => `${act}: ${code}`,
    waits: 'pendiente de que una persona decida',
    verdicts: { confirmed: 'confirmado', refused: 'rechazado' },
    by: (verdict, person, day) => `${verdict} por ${person} el ${day}`,
    removed: 'solo en el registro',
    added: 'solo en el Índice',
  },
  public: {
    title: 'También en el Índice Universal de los Derechos Humanos',
    aside: 'Confirmado por la secretaría. Las palabras son las del Índice, junto al texto oficial.',
    number: (id) => `Anotación ${id}`,
    link: 'Índice Universal de los Derechos Humanos',
  },
  problems: {
    'uhri.annotation_unknown': 'No consta tal anotación.',
    'uhri.link': 'Esta recomendación no está enlazada con la anotación ni se sugiere para ella.',
    'uhri.json': 'El archivo está dañado: no es JSON completo. No se registró nada; expórtelo de nuevo.',
    'uhri.format': 'Esto no es JSON. Exporte del Índice en JSON.',
    'uhri.empty': 'El archivo está vacío.',
    'uhri.encoding': 'El archivo no está todo en UTF-8. Guárdelo de nuevo como JSON en UTF-8.',
    'uhri.record_length':
      'Un registro es demasiado largo: se espera una lista de registros, o un registro por línea.',
    'uhri.too_large': 'El archivo es demasiado grande.',
    'uhri.nothing':
      'Ninguna fila de este archivo se puede registrar para este Estado. ¿Es la exportación de otro Estado?',
    'uhri.closed':
      'Esta importación se guardó o se descartó, o esperó demasiado. Cargue la exportación de nuevo.',
    'uhri.unknown': 'No existe tal importación.',
    'uhri.unchanged': 'El registro ya dice lo mismo: no hay nada que guardar.',
    'uhri.moved':
      'El registro ha cambiado desde que se mostró esta diferencia. Véala de nuevo y luego guarde.',
    'form.language': 'Elija el idioma de la exportación.',
  },
  problemAt: (line, byte) => `El lugar está en la línea ${line}, en el byte ${byte} del archivo.`,
};
