import type { ingestEn } from '../en/ingest.js';
import type { Translation } from '../language.js';

/** Lo que dice el lector de documentos cuando no puede leer un archivo, o no está seguro de lo leído. */
export const ingestEs: Translation<typeof ingestEn> = {
  errors: {
    emptyFile: (name) =>
      `${name} está vacío. Se espera un archivo con el texto de unas observaciones finales.`,
    noFile: (name: string) => `${name} no es un archivo. Indique la ruta de un documento.`,
    tooLarge: (megabytes, limit) =>
      `El documento tiene ${megabytes} MB y se leen como máximo ${limit} MB. Envíe solo el texto de las observaciones finales.`,
    unknownFormat: (name, known) =>
      `${name} tiene una terminación que no se puede leer. Los formatos que se pueden leer son: ${known}.`,
    binaryFile: (name) =>
      `${name} contiene datos binarios aunque su terminación indica que es texto. Guárdelo de nuevo como texto sin formato (UTF-8).`,
    wrongEncoding: (name) => `${name} no es texto UTF-8. Guárdelo de nuevo con la codificación UTF-8.`,
    otherContent: (name, ending) =>
      `${name} no contiene lo que indica su terminación ${ending}. Guárdelo de nuevo en ese formato, o póngale la terminación de lo que es.`,
    oldOrLocked: (name) =>
      `${name} es un archivo de Word anterior a 2007, o está protegido con contraseña. Guárdelo de nuevo como .docx sin contraseña.`,
    damagedFile: (name, format) =>
      `${name} está dañado o no es un archivo ${format} completo. Obténgalo de nuevo de donde procede, o guárdelo otra vez.`,
    encryptedFile: (name) => `${name} está protegido con contraseña. Guárdelo de nuevo sin ella.`,
    withoutText: (name) =>
      `${name} contiene imágenes de páginas y ningún texto, como las que hace un escáner. Se espera un archivo con texto: el que publicó el órgano de tratado, o el escaneado tras el reconocimiento de texto (OCR).`,
    tooMuchText: (name) =>
      `${name} tiene más de 1 millón de caracteres o más de 1.000 páginas. Envíe solo el texto de las observaciones finales.`,
    tooDemanding: (name) =>
      `${name} requiere más tiempo o memoria de lo que se permite a un documento. Guárdelo de nuevo como texto sin formato, o imprímalo en un PDF nuevo.`,
    readerStarved: (name) =>
      `${name} no se pudo leer a tiempo, porque la máquina está demasiado ocupada. Inténtelo de nuevo más tarde.`,
    emptyText: () => 'El documento no tiene texto.',
    otherLanguage: () =>
      'No se reconoció el idioma del documento. Se pueden leer documentos en español, francés e inglés.',
    otherKind: (kind) =>
      `Es otra clase de documento: ${kind}. Vigía lee las observaciones finales de los órganos de tratados.`,
    uprReport: () =>
      'Es otra clase de documento: un informe del examen periódico universal. Sus recomendaciones son de Estados, no de un órgano de tratado, y no se pueden seguir aquí. «vigia parse ARCHIVO --json» las enumera con la posición del Estado. Para seguir recomendaciones, indique las observaciones finales de un órgano de tratado.',
    notConcludingObservations: (missing) =>
      `No parece que sean observaciones finales. Se buscó y no se encontró: ${missing}.`,
  },
  kinds: {
    universal_periodic_review: 'un informe del examen periódico universal',
    follow_up_reply: 'información del Estado sobre el seguimiento de observaciones finales',
    list_of_issues: 'una lista de cuestiones, o las respuestas a ella',
    state_report: 'un informe presentado por un Estado',
    summary_record: 'el acta resumida de una sesión',
    compilation: 'una recopilación de información de las Naciones Unidas, preparada para un examen',
    stakeholder_summary: 'un resumen de las comunicaciones de las partes interesadas en un examen',
    press_release: 'un comunicado de prensa',
    annual_report: 'un informe anual de un comité, que contiene muchos documentos',
    general_comment: 'una observación general o recomendación general',
    views: 'un dictamen o una decisión sobre una comunicación',
  },
  missing: {
    title: 'el título «Observaciones finales», o un primer párrafo en que un comité las apruebe',
    paragraphs: 'párrafos numerados en orden (1., 2., 3. …)',
    committee: 'el nombre de un órgano de tratado, o una signatura de uno de ellos',
    recommendation: 'una recomendación dirigida al Estado parte',
  },
  warnings: {
    symbol_inferred: (symbol) =>
      `El texto no indica la signatura del propio documento. Se deduce ${symbol} del informe examinado.`,
    symbol_unknown: () => 'El texto no indica ni la signatura del documento ni la del informe examinado.',
    symbol_of_this_document: (symbol) =>
      `${symbol} se cita como otro documento, pero es la signatura de este. Puede ser un error de la fuente; se conserva como está impresa.`,
    state_unknown: () => 'No se pudo reconocer el Estado a partir del título o de las signaturas.',
    state_contradicted: (named, coded) =>
      `El título nombra ${named} pero la signatura dice ${coded}. Se siguió el título.`,
    adoption_date_missing: () => 'El texto no indica el día en que se aprobó el documento.',
    paragraphs_missing: (from, to) =>
      from === to
        ? `El párrafo ${from} no está en el texto.`
        : `Los párrafos ${from} a ${to} no están en el texto.`,
    text_elided: () => 'El texto dice que aquí se omitió algo.',
    text_outside_paragraphs: (excerpt) => `Este texto no pertenece a ningún párrafo numerado: «${excerpt}».`,
    item_out_of_sequence: (label, expected) => `Se leyó la letra ${label}) donde se esperaba ${expected}).`,
    kind_uncertain: () =>
      'El párrafo no recomienda, ni expresa preocupación, ni acoge con satisfacción. Se tomó como parte de las preocupaciones.',
    verb_uncertain: () =>
      'El párrafo solo recuerda algo o señala algo a la atención: compruebe si pide algo al Estado.',
    chapeau_uncertain: () =>
      'La frase anterior a las letras puede contener una recomendación propia. Se tomó solo como introducción.',
    next_report_day_missing: () => 'La fecha del próximo informe se indica sin día y se dejó abierta.',
    follow_up_unknown_paragraph: (id) =>
      `El seguimiento nombra ${id}, que no está entre las recomendaciones leídas.`,
    upr_position_unknown: () =>
      'El párrafo no dice con palabras conocidas si el Estado apoya las recomendaciones que introduce, toma nota de ellas o las examinará.',
    upr_number_missing: (number) => `La recomendación ${number} no está en el texto.`,
    upr_states_unknown: (number) =>
      `La recomendación ${number} no termina con el nombre de un Estado conocido.`,
    country_code_unknown: (code, symbol) =>
      `${code} en ${symbol} no es el código de ningún Estado conocido. El Estado no se tomó de él.`,
  },
};
