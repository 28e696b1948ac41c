import type { intakeEn } from '../../en/screens/intake.js';
import type { Translation } from '../../language.js';

export const intakeEs: Translation<typeof intakeEn> = {
  documentTitle: 'Incorporar un documento',
  title: 'Incorporar un documento',
  lede: 'Cargue unas observaciones finales. A continuación verá lo leído junto al texto, corregirá lo que se haya leído mal y lo guardará. Antes de eso nada consta en el registro.',
  file: 'Archivo',
  fileHint: (endings) => `${endings}, en inglés, español o francés, de 20 MB como máximo`,
  upload: 'Cargar y leer',
  earlier: 'Cargados anteriormente',
  none: 'Todavía no se ha cargado nada.',
  open: 'Ver',
  columns: { file: 'Archivo', title: 'Título', when: 'Cargado', state: 'Estado' },
  states: { open: 'sin guardar', saved: 'guardado', discarded: 'descartado' },
  next: 'Cargas más antiguas',
  preview: {
    title: (recommendations, key) =>
      recommendations === 1
        ? `Una recomendación leída en ${key}`
        : `${recommendations} recomendaciones leídas en ${key}`,
    from: (file, by, day) => `De ${file}, cargado por ${by} el ${day}.`,
    closed: {
      saved: 'Esta lectura se guardó. Para modificarla, cargue el archivo de nuevo.',
      discarded: 'Esta carga se descartó. Las correcciones hechas se conservan para la siguiente.',
    },
    attention: (paragraphs) =>
      paragraphs === 0
        ? 'La lectura no tiene dudas sobre ningún párrafo.'
        : paragraphs === 1
          ? 'Un párrafo requiere revisión:'
          : `${paragraphs} párrafos requieren revisión:`,
    facts: 'El documento',
    factsWhat: 'Solo lo que dice el propio texto. Lo que no dice queda vacío.',
    paragraphs: 'Texto y lectura',
    paragraphsWhat: 'A la izquierda, las líneas del archivo tal como llegaron; a la derecha, cómo se leen.',
    paragraph: (number) => `Párrafo ${number}`,
    noExcerpt: 'Las líneas de este párrafo no se volvieron a encontrar en el archivo.',
    tracked: (codes) => `Se sigue como ${codes}`,
    trackedNone: 'De este párrafo no se sigue nada.',
    answers: (number) => `responde a la preocupación del párrafo ${number}`,
    corrected: (by, day) => `Corregido por ${by} el ${day}.`,
    unplaced: (places) => `Correcciones de lugares que este texto no tiene: ${places}.`,
    correct: 'Corregir',
    correctParagraph: (number) => `Corregir la lectura del párrafo ${number}`,
    correctFacts: 'Corregir lo leído sobre el documento',
    keep: 'Conservar la corrección',
    withdraw: 'Retirar la corrección',
    kind: 'Tipo',
    kinds: {
      concern: 'preocupación',
      recommendation: 'recomendación',
      positive: 'aspecto positivo',
      procedural: 'de procedimiento',
    },
    verb: 'Verbo',
    noVerb: 'ninguno: no pide nada al Estado',
    verbs: {
      recommends: 'recomienda',
      urges: 'insta',
      encourages: 'alienta',
      requests: 'solicita',
      calls_upon: 'exhorta',
      invites: 'invita',
      reiterates: 'reitera',
      reminds: 'recuerda',
      suggests: 'sugiere',
      strongly_recommends: 'recomienda encarecidamente',
      strongly_urges: 'insta encarecidamente',
    },
    chapeau: 'Frase que precede a las letras',
    chapeaux: {
      bare: 'solo introduce las letras',
      substantive: 'contiene una recomendación propia',
    },
    noChapeau: 'el párrafo es una sola recomendación',
    concern: 'Párrafo a cuya preocupación responde',
    words: 'Texto, una línea por letra',
    wordsHint:
      'Empiece una línea con (a), (b) … donde comience una letra; sangre las anidadas. No debe faltar ninguna palabra.',
    references: 'Referencias a otros documentos',
    referencesHint: 'Una por línea: CRC/C/PER/CO/4-5: 9, 10',
    articles: 'Artículos de tratados',
    articlesHint: 'Uno por línea: CRC-OP-SC 3(1)(a)',
    reason: 'Motivo (opcional)',
    symbol: 'Signatura',
    titleField: 'Título',
    reportConsidered: 'Informe examinado',
    reportConsideredHint: 'Signaturas, una por línea',
    consideredOn: 'Examinado el',
    consideredOnHint: 'Días como 2016-01-29, uno por línea',
    adoptedOn: 'Aprobado el',
    dayHint: 'Como 2016-01-29',
    nextReportOn: 'Próximo informe, plazo',
    nextReportStatement: 'Lo que se dice sobre el próximo informe',
    followUp: 'Seguimiento solicitado',
    followUpHint: 'Una solicitud por línea: 18, 36(a): P2Y (dos años) o 9: 2027-01-31',
    importance: 'Párrafos de particular importancia',
    importanceHint: 'Como 15, 22(b)',
    outline: 'Epígrafes y sus párrafos',
    outlineHint: 'Uno por línea, con sangría: IV. Prevención [19-22]',
    empty: 'no consta',
    savingTitle: 'Guardar',
    saving: {
      new: 'Este documento aún no consta en el registro. Sus recomendaciones se siguen desde el momento en que se guarda.',
      unchanged: 'El mismo texto y la misma lectura ya constan. Guardar no modifica nada.',
      amended: 'Este documento consta con otro texto u otra lectura. Guardar lo modifica:',
      language_added: 'Este documento consta en otro idioma. Guardar añade este texto junto al otro.',
    },
    changes: {
      added: (codes) => `Recomendaciones nuevas: ${codes}.`,
      adoption: (before, after) =>
        before === null
          ? `Aprobado el ${after}, hasta ahora sin fecha: se fijan los plazos que se cuentan desde ese día.`
          : `Aprobado el ${after} y no el ${before}: los plazos que se cuentan desde ese día se mueven con él.`,
      removed: (codes) => `Dejan de ser recomendaciones: ${codes}.`,
      reworded: (codes) => `Otro texto en ${codes}.`,
      kind: (number, before, after) => `Párrafo ${number}: ${before} pasa a ser ${after}.`,
      paragraphsAdded: (numbers) => `Párrafos nuevos: ${numbers}.`,
      paragraphsRemoved: (numbers) => `Párrafos que desaparecen: ${numbers}.`,
      paragraphsReworded: (numbers) => `Otro texto en los párrafos ${numbers}.`,
      judged: (codes) =>
        `Desaparecería ${codes}, sobre lo que ya consta una evaluación o una decisión, que nunca se retiran. Corrija primero la lectura para que figure con el mismo número: así no se puede guardar.`,
      followed: (codes) =>
        `Desaparecería ${codes}, de lo que dependen indicadores, obligaciones o alertas. Corrija primero la lectura: así no se puede guardar.`,
      unmatched: (codes) =>
        `Sin correspondencia en el otro idioma: ${codes}. Quedan como están, sin este texto.`,
    },
    saveReason: 'Por qué se modifica el registro',
    save: 'Guardar en el registro',
    discard: 'Descartar esta carga',
    done: {
      document: 'Conservado.',
      paragraph: 'Conservado.',
      saved: 'Guardado en el registro.',
      discarded: 'Descartado.',
    },
    toRecommendations: 'Ir a las recomendaciones',
  },
  problems: {
    'form.file': 'Elija un archivo de 20 MB como máximo.',
    'form.words': 'Falta el texto o es demasiado largo.',
    'form.kind': 'Elija un tipo.',
    'form.verb': 'Elija un verbo.',
    'form.title': 'Falta el título.',
    'form.references':
      'No se puede leer una línea de las referencias o de los artículos: vea los ejemplos junto a los campos.',
    'form.followUp': 'No se puede leer una línea del seguimiento: vea el ejemplo.',
    'form.outline': 'No se puede leer una línea de los epígrafes: vea el ejemplo.',
    'form.importance': 'No se puede leer la lista de párrafos: vea el ejemplo.',
    'form.consideredOn': 'Un día se escribe como 2016-01-29.',
    'form.adoptedOn': 'Un día se escribe como 2016-01-29.',
    'form.nextReportOn': 'Un día se escribe como 2016-01-29.',
    'reading.words':
      'El texto es del Comité: se puede dividir en letras de otro modo, pero no debe faltar ni cambiar de orden ninguna palabra.',
    'reading.verb':
      'Una recomendación necesita un verbo; una preocupación o un aspecto positivo no lo tiene. Cambie el tipo o el verbo.',
    'reading.chapeau': 'Un párrafo sin letras no tiene frase que las introduzca.',
    'reading.place': 'El texto no tiene ese párrafo.',
    'intake.unknown': 'No existe esa carga.',
    'intake.closed':
      'Este documento se guardó o descartó entretanto. Cárguelo de nuevo para volver a leerlo.',
    'intake.judged':
      'Con esta lectura desaparecería una recomendación ya evaluada o decidida. Corríjala para que figure con el mismo número y guarde después.',
    'intake.followed':
      'Con esta lectura desaparecería una recomendación de la que dependen indicadores, obligaciones o alertas. Corríjala para que figure y guarde después.',
    'intake.reason': 'Esto modifica un documento que consta en el registro: indique el motivo.',
    'ingest.other_state': 'Este documento se refiere a otro Estado.',
    'ingest.unknown_format': 'No se pueden leer archivos con esta terminación.',
    'ingest.empty_file': 'El archivo está vacío.',
    'ingest.empty_text': 'El documento no tiene texto.',
    'ingest.too_large': 'El documento es demasiado grande: envíe solo el texto de las observaciones finales.',
    'ingest.binary_file': 'El archivo contiene datos binarios aunque su terminación dice que es texto.',
    'ingest.wrong_encoding': 'El archivo no es texto en UTF-8. Guárdelo de nuevo con la codificación UTF-8.',
    'ingest.language_not_recognised':
      'No se reconoció el idioma. Se pueden leer documentos en inglés, español y francés.',
    'ingest.other_kind_of_document':
      'Es otro tipo de documento, no unas observaciones finales de un órgano de tratado.',
    'ingest.not_concluding_observations': 'No parecen unas observaciones finales.',
  },
};
