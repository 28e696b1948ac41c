import type { AssessmentScale } from '#domain';

import { named } from './named.js';
import type { Named } from './named.js';

type Facts = Pick<AssessmentScale, 'mechanism' | 'version' | 'source'> &
  Partial<Pick<AssessmentScale, 'validFrom' | 'validUntil' | 'doubtful'>> & {
    readonly en: string;
    readonly es: string;
  };

function scale(code: string, { en, es, ...facts }: Facts, grades: readonly Named[]): AssessmentScale {
  return {
    code,
    validFrom: null,
    validUntil: null,
    doubtful: false,
    ...facts,
    name: { en, es },
    grades,
  };
}

const CCPR_EN = 'Human Rights Committee, assessment of replies';
const CCPR_ES = 'Comité de Derechos Humanos, evaluación de las respuestas';
const CED_EN = 'Committee on Enforced Disappearances, assessment of replies';
const CED_ES = 'Comité contra la Desaparición Forzada, evaluación de las respuestas';

/**
 * What is recorded keeps the code of its scale for good. So a version is never reworded into something else: what a committee
 * changes is a further version with a code of its own, and the one before gets its last day. English words are those of the
 * source; Spanish ones are ours unless the source says otherwise. The Committee on the Rights of the Child has no scale.
 */
export const ASSESSMENT_SCALES: readonly AssessmentScale[] = [
  scale(
    'internal_1',
    {
      mechanism: null,
      version: '1',
      en: 'Internal scale of Vigía, not a committee’s',
      es: 'Escala interna de Vigía, no de un comité',
      source: 'Vigía',
    },
    [
      named('done', 'Done', 'Cumplida'),
      named('advanced', 'Far advanced', 'Muy avanzada'),
      named('begun', 'Begun', 'Iniciada'),
      named('not_begun', 'Not begun', 'Sin iniciar'),
      named('reversed', 'Gone backwards', 'En retroceso'),
    ],
  ),
  scale(
    'ccpr_1',
    {
      mechanism: 'CCPR',
      version: 'A, B1–B2, C1–C2, D1–D2, E',
      validUntil: '2017-12-31',
      doubtful: true,
      en: `${CCPR_EN} (older form)`,
      es: `${CCPR_ES} (forma anterior)`,
      source:
        'CCPR/C/108/2; ccprcentre.org, overview of the follow-up procedure: used until 2017, the day is not sourced',
    },
    [
      named('A', 'Response largely satisfactory', 'Respuesta satisfactoria en gran medida'),
      named(
        'B1',
        'Substantive action taken, but additional information required',
        'Se adoptaron medidas sustantivas, pero se requiere información adicional',
      ),
      named(
        'B2',
        'Initial action taken, but additional information and measures required',
        'Se adoptaron medidas iniciales, pero se requieren más información y más medidas',
      ),
      named(
        'C1',
        'Response received, but actions taken do not implement the recommendation',
        'Se recibió respuesta, pero las medidas adoptadas no aplican la recomendación',
      ),
      named(
        'C2',
        'Response received, but not relevant to the recommendation',
        'Se recibió respuesta, pero no es pertinente a la recomendación',
      ),
      named(
        'D1',
        'No response received within the deadline, or no reply to a specific question in the report',
        'No se recibió respuesta en el plazo, o no se respondió a una pregunta concreta del informe',
      ),
      named(
        'D2',
        'No response received after reminder(s)',
        'No se recibió respuesta después de uno o más recordatorios',
      ),
      named(
        'E',
        'The measures taken go against the recommendation of the Committee',
        'Las medidas adoptadas son contrarias a la recomendación del Comité',
      ),
    ],
  ),
  scale(
    'ccpr_2',
    {
      mechanism: 'CCPR',
      version: 'A–E',
      validFrom: '2018-01-01',
      doubtful: true,
      en: CCPR_EN,
      es: CCPR_ES,
      source: 'CCPR/C/128/3, para. 2; the day on which it began is not sourced',
    },
    [
      named('A', 'Reply/action largely satisfactory', 'Respuesta o medidas satisfactorias en gran medida'),
      named('B', 'Reply/action partially satisfactory', 'Respuesta o medidas parcialmente satisfactorias'),
      named('C', 'Reply/action not satisfactory', 'Respuesta o medidas insatisfactorias'),
      named(
        'D',
        'No cooperation with the Committee: no follow-up report after the reminder(s)',
        'Falta de cooperación con el Comité: ningún informe de seguimiento después de los recordatorios',
      ),
      named(
        'E',
        'Information or measures taken are contrary to or reflect rejection of the recommendation',
        'La información o las medidas adoptadas son contrarias a la recomendación o indican que se rechaza',
      ),
    ],
  ),
  scale(
    'ced_1',
    {
      mechanism: 'CED',
      version: 'A–E, D: no cooperation',
      validUntil: '2022-04-26',
      doubtful: true,
      en: `${CED_EN} (older form)`,
      es: `${CED_ES} (forma anterior)`,
      source:
        'CED/C/11/2, para. 3; the day on which it ended is not sourced: that of the next one is counted',
    },
    [
      named('A', 'Reply/action satisfactory', 'Respuesta o medidas satisfactorias'),
      named('B', 'Reply/action partially satisfactory', 'Respuesta o medidas parcialmente satisfactorias'),
      named('C', 'Reply/action not satisfactory', 'Respuesta o medidas insatisfactorias'),
      named(
        'D',
        'No cooperation with the Committee: no reply received after reminder(s)',
        'Falta de cooperación con el Comité: ninguna respuesta después de uno o más recordatorios',
      ),
      named(
        'E',
        'The measures taken are contrary to the Committee’s recommendations',
        'Las medidas adoptadas son contrarias a las recomendaciones del Comité',
      ),
    ],
  ),
  scale(
    'ced_2',
    {
      mechanism: 'CED',
      version: 'A–E, D: no reply regarding a recommendation',
      validFrom: '2022-04-27',
      doubtful: true,
      en: CED_EN,
      es: CED_ES,
      source: 'CED/C/22/4, para. 3, of 27 April 2022; an earlier first day is not sourced',
    },
    [
      named('A', 'Reply/action satisfactory', 'Respuesta o medidas satisfactorias'),
      named('B', 'Reply/action partially satisfactory', 'Respuesta o medidas parcialmente satisfactorias'),
      named('C', 'Reply/action not satisfactory', 'Respuesta o medidas insatisfactorias'),
      named('D', 'No reply regarding a recommendation', 'Sin respuesta acerca de una recomendación'),
      named(
        'E',
        'The measures taken are contrary to the Committee’s recommendations',
        'Las medidas adoptadas son contrarias a las recomendaciones del Comité',
      ),
    ],
  ),
  scale(
    'cedaw_1',
    {
      mechanism: 'CEDAW',
      version: 'in words',
      doubtful: true,
      en: 'Committee on the Elimination of Discrimination against Women, assessment of follow-up',
      es: 'Comité para la Eliminación de la Discriminación contra la Mujer, evaluación del seguimiento',
      source: 'CEDAW, assessment of the follow-up procedure, 11 November 2016; exact wording not verified',
    },
    [
      named('implemented', 'Implemented', 'Aplicada'),
      named('substantially_implemented', 'Substantially implemented', 'Aplicada en lo esencial'),
      named('partially_implemented', 'Partially implemented', 'Aplicada parcialmente'),
      named('not_implemented', 'Not implemented', 'No aplicada'),
      named('lack_of_information', 'Lack of information', 'Falta de información'),
    ],
  ),
  scale(
    'cat_1',
    {
      mechanism: 'CAT',
      version: '2015',
      en: 'Committee against Torture, assessment of follow-up',
      es: 'Comité contra la Tortura, evaluación del seguimiento',
      source: 'CAT/C/55/3, paras. 5–10',
    },
    [
      named('substantive', 'Substantive steps towards implementation', 'Medidas sustantivas de aplicación'),
      named('initial_steps', 'Initial steps towards implementation', 'Medidas iniciales de aplicación'),
      named('not_implemented', 'Recommendation not implemented', 'Recomendación no aplicada'),
      named(
        'counteracted',
        'Measures counteract the recommendation',
        'Las medidas contrarrestan la recomendación',
      ),
    ],
  ),
];
